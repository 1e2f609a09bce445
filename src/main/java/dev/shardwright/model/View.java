package dev.shardwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A view or materialized view.
 *
 * @param uses the tables and views its query reads, sorted
 * @param definition the server's own CREATE text, or the query where there is no more
 */
public record View(
    TableName name,
    boolean materialized,
    List<TableName> uses,
    Optional<String> definition,
    Optional<String> comment) {

  public View {
    uses = uses.stream().sorted().distinct().toList();
  }
}
