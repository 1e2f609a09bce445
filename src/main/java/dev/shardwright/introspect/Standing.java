package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a server stands in the history of its changes just before a snapshot begins, as far as the
 * user may know it.
 */
record Standing(List<String> sentences, boolean replica) {

  Standing {
    sentences = List.copyOf(sentences);
  }

  static Standing ask(Session session) throws SQLException {
    return session.product() == Product.POSTGRESQL ? postgres(session) : mySql(session);
  }

  private static Standing postgres(Session session) throws SQLException {
    boolean replica =
        session.tryQuery("SELECT pg_is_in_recovery()", row -> row.at(1).orElse("")).contains("t");
    String position =
        session
            .tryQuery(
                replica ? "SELECT pg_last_wal_replay_lsn()" : "SELECT pg_current_wal_lsn()",
                row -> row.at(1).orElse("unknown"))
            .getFirst();
    return new Standing(
        List.of(
            replica
                ? "One snapshot of a standby. Just before it the standby had replayed the WAL of"
                    + " its primary up to "
                    + position
                    + "."
                : "One snapshot of the server. Position just before it: WAL " + position + "."),
        replica);
  }

  private static Standing mySql(Session session) {
    List<String> sentences = new ArrayList<>();
    Optional<Map<String, String>> follows =
        first(session, "SHOW REPLICA STATUS").or(() -> first(session, "SHOW SLAVE STATUS"));
    Optional<Map<String, String>> log =
        first(session, "SHOW BINARY LOG STATUS").or(() -> first(session, "SHOW MASTER STATUS"));
    sentences.add(
        "One snapshot of "
            + (follows.isPresent() ? "a replica" : "the server")
            + ". Position just before it: "
            + log.map(p -> "binary log " + p.get("File") + ", position " + p.get("Position"))
                .orElse("unknown (no binary log, or no right to see it)")
            + ".");
    follows.ifPresent(status ->
        sentences.add(
            "It had run its source's log "
                + (parallel(session) ? "at least " : "")
                + "up to "
                + either(status, "Relay_Source_Log_File", "Relay_Master_Log_File")
                + ", position "
                + either(status, "Exec_Source_Log_Pos", "Exec_Master_Log_Pos")
                + "."));
    return new Standing(sentences, follows.isPresent());
  }

  /** Workers beside each other tell their common position now and then only. */
  private static boolean parallel(Session session) {
    return Stream.of("replica_parallel_workers", "slave_parallel_workers", "slave_parallel_threads")
        .flatMap(name -> first(session, "SHOW VARIABLES LIKE '" + name + "'").stream())
        .anyMatch(row -> row.values().stream().anyMatch(value -> value.matches("[2-9]|\\d\\d+")));
  }

  private static String either(Map<String, String> status, String name, String older) {
    return status.getOrDefault(name, status.getOrDefault(older, "unknown"));
  }

  /** Servers know one of two spellings, and not every user may ask. */
  private static Optional<Map<String, String>> first(Session session, String sql) {
    try {
      return session.tryQuery(sql, Row::all).stream().findFirst();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
