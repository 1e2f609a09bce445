package dev.shardwright.introspect;

import dev.shardwright.introspect.ConnectionTest.Role;
import dev.shardwright.model.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection to MySQL or MariaDB is like. */
record MySqlConnection(Session session) implements ConnectionQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(MySqlConnection.class);

  private static final String ENCRYPTION =
      "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_version', 'Ssl_cipher')";

  private static final String SIZES =
      """
      SELECT TABLE_SCHEMA, COUNT(*) AS tables, SUM(TABLE_ROWS) AS row_count,
        SUM(DATA_LENGTH + INDEX_LENGTH) AS bytes
      FROM information_schema.TABLES
      WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') GROUP BY TABLE_SCHEMA\
      """;

  /** A server that follows others lists its channels; without the right to ask it refuses. */
  @Override
  public Role role() {
    try {
      boolean follows = !session.tryQuery(status(), row -> true).isEmpty();
      return follows ? Role.REPLICA : Role.PRIMARY;
    } catch (SQLException e) {
      LOG.info("whether it is a replica is unknown, because {}", e.getMessage());
      return Role.UNKNOWN;
    }
  }

  // MySQL 8.0.22 and MariaDB 10.5.1 brought the new word, MySQL 8.4 dropped the old one.
  private String status() {
    int since = session.product() == Product.MYSQL ? 80022 : 100501;
    return session.server().number() >= since ? "SHOW REPLICA STATUS" : "SHOW SLAVE STATUS";
  }

  @Override
  public Optional<String> encryption() {
    return Optional.of(
            session.query(ENCRYPTION, row -> row.at(2).orElse("")).stream()
                .filter(value -> !value.isEmpty())
                .sorted(java.util.Comparator.comparing(value -> !value.startsWith("TLSv")))
                .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public List<SchemaSize> sizes() {
    Map<String, SchemaSize> bySchema =
        measured().stream().collect(Collectors.toMap(SchemaSize::name, Function.identity()));
    return new MySqlReader(session)
        .available().stream()
            .map(name ->
                bySchema.getOrDefault(
                    name, new SchemaSize(name, 0, OptionalLong.empty(), OptionalLong.empty())))
            .toList();
  }

  private List<SchemaSize> measured() {
    return session.query(
        SIZES,
        row ->
            new SchemaSize(
                row.text("TABLE_SCHEMA"),
                (int) row.number("tables"),
                row.optionalNumber("row_count"),
                row.optionalNumber("bytes")));
  }

  @Override
  public List<MissingRight> missing(Asking asking, Role role) {
    List<MissingRight> missing = new ArrayList<>(MySqlRights.missing(asking));
    if (role == Role.UNKNOWN) {
      String right =
          session.product() == Product.MARIADB && session.server().number() >= 100501
              ? "REPLICA MONITOR"
              : "REPLICATION CLIENT";
      missing.add(
          new MissingRight(
              "whether the server is a replica",
              "GRANT " + right + " ON *.* TO " + MySqlNames.account(session.server().user())));
    }
    return missing;
  }
}
