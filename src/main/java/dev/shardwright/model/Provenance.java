package dev.shardwright.model;

import java.util.List;

/**
 * Where a schema was read: the server that answered and what was asked of it.
 *
 * @param version the server's own version text
 * @param described what the DBA named: a URL without credentials, a file's name, {@code
 *     sample:NAME}
 * @param schemas the schemas or databases that were read, sorted
 * @param statementsRun statements that ran to read it
 * @param writes statements that could have changed something; 0, or the program is wrong
 * @param notes what the reading proves less than it seems, e.g. a MySQL dump loaded into MariaDB
 */
public record Provenance(
    Product product,
    String version,
    String described,
    List<String> schemas,
    int statementsRun,
    int writes,
    List<String> notes) {

  public Provenance {
    schemas = schemas.stream().sorted().toList();
    notes = List.copyOf(notes);
  }
}
