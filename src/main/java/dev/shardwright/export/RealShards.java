package dev.shardwright.export;

import dev.shardwright.model.Product;
import java.util.Optional;

/** What the DBA tells dispatch by hand: where the shards are, and where a client lives now. */
record RealShards(Product product, ExportOptions options) {

  /** The rows of the real shards, whose addresses nobody but the DBA knows. */
  void rows(Script script) {
    int port = product == Product.POSTGRESQL ? 5432 : 3306;
    script
        .blank()
        .comment(
            "The real shards, to be filled in and run before the first client: their addresses are"
                + " not in the plan."
                + (options.fakeShard().isPresent()
                    ? " fake_shard.sql prints the monolith's own row."
                    : ""));
    for (int shard : options.shards()) {
      script.commentedOut(
          ("INSERT INTO shards (shard_no, name, host, port, db, id_slot)"
                  + " VALUES (%1$d, 'shard %1$d', 'HOST', %2$d, 'DATABASE', %1$d);")
              .formatted(shard, port));
    }
  }

  /** The statements in dispatch around a move, where a row of it says where a client lives. */
  Optional<Moving> moving() {
    boolean rows =
        options.layout() == ExportOptions.Layout.DIRECTORY
            || options.layout() == ExportOptions.Layout.REGION;
    return rows ? Optional.of(Moving.of()) : Optional.empty();
  }

  /**
   * The states of a moving client, one statement each, to be run in dispatch.
   *
   * @param lock the application lets him rest
   * @param lead his new shard; the old one is kept
   * @param release he may work again
   */
  record Moving(String lock, String lead, String release) {
    private static Moving of() {
      return new Moving(
          set("state = 'locked'"),
          set(
              "previous_shard_no = shard_no, moved_at = CURRENT_TIMESTAMP, state = 'moved',"
                  + " shard_no = SHARD"),
          set("state = 'active'"));
    }

    private static String set(String what) {
      return "UPDATE client_dispatch SET " + what + " WHERE client_id = CLIENT;";
    }
  }
}
