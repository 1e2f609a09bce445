package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects in a state that nobody wishes for, on real servers: named, and the files load. */
class BadObjectsTest {
  private static final List<String> CLIENTS =
      List.of(
          "CREATE TABLE clients (id integer NOT NULL PRIMARY KEY, name varchar(40))",
          "CREATE TABLE gone (id integer NOT NULL PRIMARY KEY)");

  static Stream<TestServer> mySqlFamily() {
    return TestServers.mySqlFamily();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mySqlFamily")
  void aBrokenViewIsNamedAndTheFileLoads(TestServer server) throws SQLException {
    TestDatabase database =
        made(server, "CREATE VIEW broken AS SELECT id FROM gone", "DROP TABLE gone");
    RoundTrip trip = trip(server, database, database.source());
    trip.proves();
    assertThat(shard(trip)).contains("broken").contains("It is broken, so it is in no file");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mySqlFamily")
  void definersThatDoNotExistAreNamed(TestServer server) throws SQLException {
    TestDatabase database =
        made(
            server,
            "CREATE DEFINER = `nobody`@`%` TRIGGER mine BEFORE INSERT ON clients FOR EACH ROW SET"
                + " NEW.name = UPPER(NEW.name)",
            "CREATE DEFINER = `nobody`@`%` PROCEDURE lost() SELECT 1",
            "CREATE DEFINER = `nobody`@`%` VIEW seen AS SELECT id FROM clients");
    RoundTrip trip = trip(server, database, database.source());
    trip.proves();
    assertThat(words(shard(trip)))
        .contains("the account `nobody`@`%`, in whose name run")
        .contains("trigger mine of " + database.name() + ".clients");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mySqlFamily")
  void whatTheUserMayNotReadMakesTheFileIncomplete(TestServer server) throws SQLException {
    TestDatabase database =
        made(
            server,
            "CREATE FUNCTION hidden() RETURNS int DETERMINISTIC RETURN 1",
            "CREATE VIEW veiled AS SELECT id FROM clients");
    String reader = "reader_" + database.name().replaceAll("\\W", "");
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute("CREATE USER '" + reader + "' IDENTIFIED BY 'Read.er-1'");
      statement.execute("GRANT SELECT ON `" + database.name() + "`.* TO '" + reader + "'");
      try {
        JdbcSource poor =
            new JdbcSource(
                database.source().url(),
                Optional.of(reader),
                Secret.of("Read.er-1"),
                database.source().schemas());
        RoundTrip trip = trip(server, database, poor);
        assertThat(words(shard(trip)))
            .contains("INCOMPLETE: do not run this in production.")
            .contains("Not read: VIEW `" + database.name() + "`.`veiled`")
            .contains("triggers");
        assertThat(Obstacles.of(trip.plan()).none()).isTrue();
        assertThat(Exports.preview(trip.plan(), ExportOptions.DEFAULT, "README.md"))
            .contains("**INCOMPLETE");
      } finally {
        statement.execute("DROP USER '" + reader + "'");
      }
    }
  }

  @Test
  void aLanguageComesWithItsFileAndWhoMayLoadItIsNamed() throws SQLException {
    TestServer server = TestServers.postgres();
    TestDatabase database =
        made(
            server,
            "CREATE TRUSTED LANGUAGE plodd HANDLER plpgsql_call_handler VALIDATOR"
                + " plpgsql_validator",
            "CREATE FUNCTION odd() RETURNS integer LANGUAGE plodd AS 'BEGIN RETURN 1; END'");
    assertThat(words(shard(trip(server, database, database.source()))))
        .contains("CREATE TRUSTED LANGUAGE plodd HANDLER plpgsql_call_handler")
        .contains(
            "Must be there before this file is loaded: - a superuser to load it, who alone may make"
                + " LANGUAGE plodd");
  }

  @Test
  void aPolicyForARoleLoadsWhereTheRoleIsMissing() throws SQLException {
    TestServer server = TestServers.postgres();
    String role = "Tenant \"1\" of " + System.nanoTime();
    String quoted = "\"" + role.replace("\"", "\"\"") + "\"";
    TestDatabase database =
        made(
            server,
            "CREATE ROLE " + quoted,
            "ALTER TABLE clients ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY own ON clients TO " + quoted + " USING (name = current_user)");
    RoundTrip trip = trip(server, database, database.source());
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute("DROP OWNED BY " + quoted);
      statement.execute("DROP ROLE " + quoted);
      trip.proves();
      assertThat(words(shard(trip)))
          .contains("to whom policies apply (made without login if it is");
    }
  }

  @Test
  void aSequenceOfBothSidesIsNamedInBothFiles() throws SQLException {
    TestServer server = TestServers.postgres();
    TestDatabase database =
        made(
            server,
            "CREATE SEQUENCE tickets",
            "ALTER TABLE clients ADD ticket bigint DEFAULT nextval('tickets')",
            "CREATE TABLE apart (id bigint PRIMARY KEY DEFAULT nextval('tickets'))");
    RoundTrip trip = trip(server, database, database.source());
    trip.proves();
    for (String file : List.of("shard_schema.sql", "neutral_schema.sql")) {
      assertThat(words(Exports.preview(trip.plan(), ExportOptions.DEFAULT, file)))
          .contains("public.tickets: public.apart (neutral), public.clients (client)");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void namesAndCommentsThatBreakOutOfCommentsAreTamed(TestServer server) throws SQLException {
    boolean mysql = server.product().isMySqlFamily();
    String quote = mysql ? "`" : "\"";
    String evil = quote + "a*/ -- b;\nDELIMITER //" + quote;
    String note = "it''s */ -- gone; \nDELIMITER ;;\n\\. /* \\\\";
    TestDatabase database =
        made(
            server,
            "CREATE TABLE "
                + evil
                + " (id integer NOT NULL PRIMARY KEY, client_id integer NOT NULL, "
                + evil.replace("a*", "c*")
                + " integer, CONSTRAINT "
                + evil.replace("a*", "k*")
                + " FOREIGN KEY (client_id) REFERENCES clients (id))"
                + (mysql ? " COMMENT '" + note + "'" : ""),
            mysql ? "SELECT 1" : "COMMENT ON TABLE " + evil + " IS '" + note + "'",
            "CREATE VIEW "
                + evil.replace("a*", "v*")
                + " AS SELECT id, 'x\nDELIMITER //\n*/' AS s FROM "
                + evil);
    RoundTrip trip = trip(server, database, database.source());
    trip.proves();
  }

  private static TestDatabase made(TestServer server, String... more) throws SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      for (String sql : Stream.concat(CLIENTS.stream(), Stream.of(more)).toList()) {
        statement.execute(sql);
      }
    }
    return database;
  }

  private static RoundTrip trip(TestServer server, TestDatabase database, JdbcSource as) {
    try (Session session = Session.open(as, Progress.SILENT)) {
      List<String> schemas =
          server.product() == Product.POSTGRESQL ? List.of("public") : List.of(database.name());
      Schema schema = Introspector.read(session, schemas, "test", Progress.SILENT);
      return RoundTrip.of(
          server,
          schema,
          database.name(),
          "clients",
          schemas.contains("public") ? schemas : List.of());
    }
  }

  private static String shard(RoundTrip trip) {
    return Exports.preview(trip.plan(), ExportOptions.DEFAULT, "shard_schema.sql");
  }

  /** The comments as one line. */
  private static String words(String file) {
    return file.replaceAll("\\s*\\n--\\s+", " ");
  }
}
