package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.export.ExportOptions.Layout;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fake_shard.sql prints for dispatch, run there in every layout: each client is led home. */
class DispatchFillTest {
  private static final int SLOT = 9;

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void everyLayoutLeadsEveryClientToTheFakeShard(TestServer server) throws SQLException {
    TestDatabase monolith = monolith(server);
    for (Layout layout : Layout.values()) {
      List<String> clients = List.of("-3", "1", "7", "4000000");
      TestDatabase dispatch = filled(server, monolith, layout);
      try (Connection connection = dispatch.admin();
          Statement statement = connection.createStatement()) {
        for (String client : clients) {
          assertThat(answers(statement, shardOf(layout, client)))
              .as("%s of client %s", layout, client)
              .containsExactly(String.valueOf(SLOT));
        }
        assertThat(answers(statement, "SELECT state FROM shards WHERE shard_no = " + SLOT))
            .containsExactly("fake");
        assertThat(
                answers(
                    statement,
                    "SELECT client_id FROM dispatch_clients_login WHERE value = 'O''Neil'"))
            .containsExactly("7");
        if (server.product() != Product.MARIADB) {
          assertThat(
                  answers(
                      statement,
                      "SELECT client_id FROM dispatch_clients_lower_email WHERE value ="
                          + " lower('Ada@X.org')"))
              .containsExactly("1");
        }
      }
    }
  }

  @Test
  void aUuidBeginsARangeToo() throws SQLException {
    TestServer server = TestServers.postgres();
    String first = "00000000-0000-0000-0000-000000000001";
    TestDatabase monolith =
        server
            .newDatabase()
            .with(
                "CREATE TABLE clients (id uuid PRIMARY KEY)",
                "INSERT INTO clients VALUES (gen_random_uuid()), ('" + first + "')");
    try (Connection connection = filled(server, monolith, Layout.RANGE).admin();
        Statement statement = connection.createStatement()) {
      assertThat(answers(statement, "SELECT min_client_id FROM client_ranges"))
          .containsExactly(first);
    }
  }

  /** The question that the application asks, by the words of dispatch_schema.sql. */
  private static String shardOf(Layout layout, String client) {
    return switch (layout) {
      case DIRECTORY, REGION -> "SELECT shard_no FROM client_dispatch WHERE client_id = " + client;
      case RANGE ->
          "SELECT shard_no FROM client_ranges WHERE min_client_id <= "
              + client
              + " ORDER BY min_client_id DESC LIMIT 1";
      case HASH -> "SELECT shard_no FROM client_buckets WHERE bucket = " + bucket(client);
    };
  }

  private static long bucket(String client) {
    CRC32 crc = new CRC32();
    crc.update(client.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % DispatchLayout.BUCKETS;
  }

  private static TestDatabase filled(TestServer server, TestDatabase monolith, Layout layout)
      throws SQLException {
    Schema schema;
    try (Session session = Session.open(monolith.source(), Progress.SILENT)) {
      schema = Introspector.read(session, monolith.source().schemas(), "test", Progress.SILENT);
    }
    var plan = RoundTrip.of(server, schema, monolith.name(), "clients", List.of()).plan();
    ExportOptions options =
        ExportOptions.DEFAULT.slotted(100, List.of(1), OptionalInt.of(SLOT)).with(layout);
    StringBuilder text = new StringBuilder();
    new DispatchFill(plan, options, SLOT, new Script(text)).write();
    List<String> rows = new ArrayList<>();
    try (Connection connection = monolith.admin();
        Statement statement = connection.createStatement()) {
      for (String sql : SqlFile.statements(text.toString())) {
        rows.addAll(answers(statement, sql));
      }
    }
    TestDatabase dispatch = server.newDatabase();
    try (Connection connection = dispatch.admin()) {
      SqlFile.run(connection, Exports.preview(plan, options, "dispatch_schema.sql"));
      SqlFile.run(connection, String.join("\n", rows));
    }
    return dispatch;
  }

  private static TestDatabase monolith(TestServer server) throws SQLException {
    TestDatabase database = server.newDatabase();
    String lower =
        switch (server.product()) {
          case POSTGRESQL -> "CREATE UNIQUE INDEX one_email ON clients (lower(email))";
          case MYSQL -> "CREATE UNIQUE INDEX one_email ON clients ((lower(email)))";
          case MARIADB -> "DO 0";
        };
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE clients (id integer NOT NULL DEFAULT -1, login varchar(40) NOT NULL,"
              + " email varchar(60), PRIMARY KEY (id), UNIQUE (login))");
      statement.execute(lower);
      statement.execute(
          "INSERT INTO clients VALUES (-3, 'a\\\\b', NULL), (1, 'é😀', 'Ada@X.org'), (7, 'O''Neil',"
              + " 'b@x'), (4000000, '', 'c@x')");
    }
    return database;
  }

  private static List<String> answers(Statement statement, String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
