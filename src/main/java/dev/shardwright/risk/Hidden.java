package dev.shardwright.risk;

import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import java.util.Optional;

/** Objects that the server kept from the user who read the schema: a check must not look green. */
final class Hidden {
  private Hidden() {}

  /**
   * Why not all objects of a kind were seen, with the grant that shows them.
   *
   * @param objects {@code triggers}, {@code routines} or {@code events}
   */
  static Optional<String> of(Schema schema, String objects) {
    return schema.skipped().stream()
        .filter(s -> s.statement().startsWith(objects + " of "))
        .map(Skipped::why)
        .findFirst();
  }
}
