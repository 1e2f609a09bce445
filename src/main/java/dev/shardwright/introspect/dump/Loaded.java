package dev.shardwright.introspect.dump;

import dev.shardwright.model.Skipped;
import java.util.List;

/**
 * What became of a file.
 *
 * @param executed statements that the server took
 * @param schemas the schemas or databases that hold its tables, sorted
 * @param notes what the loading changed, for the schema's origin
 */
public record Loaded(
    int executed, List<String> schemas, List<Skipped> skipped, List<String> notes) {

  public Loaded {
    schemas = schemas.stream().sorted().toList();
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }
}
