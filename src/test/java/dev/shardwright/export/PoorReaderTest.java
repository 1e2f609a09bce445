package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user with few rights as the source: all is read, or what may be missing is named. */
class PoorReaderTest {
  private static final String PASSWORD = "Read.er-1";

  @Test
  void postgresHidesNothingOfItsStructure() throws SQLException, IOException {
    TestDatabase database = TestServers.postgres().newDatabase();
    List<String> schemas = List.of("public", "crm");
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      SqlFile.run(
          admin, Files.readString(Path.of("src/test/resources/kitchen-sink/postgresql.sql")));
      String reader = "reader_" + database.name();
      statement.execute("CREATE ROLE " + reader + " LOGIN PASSWORD '" + PASSWORD + "'");
      statement.execute("GRANT CONNECT ON DATABASE " + database.name() + " TO " + reader);
      statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
      Schema poor = read(database, reader, schemas);
      Schema rich = read(database.source(), schemas);
      assertThat(Facts.of(poor, database.name())).isEqualTo(Facts.of(rich, database.name()));
      assertThat(poor.relations()).isEqualTo(rich.relations());
      assertThat(poor.skipped()).isEqualTo(rich.skipped());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void whatMySqlMayHideIsNamedKindByKind(TestServer server) throws SQLException {
    TestDatabase database = server.newDatabase();
    String reader = "reader_" + database.name();
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      for (String sql :
          List.of(
              "CREATE TABLE clients (id int NOT NULL PRIMARY KEY, name varchar(40))",
              "CREATE TABLE secret_notes (id int NOT NULL PRIMARY KEY, client_id int NOT NULL,"
                  + " FOREIGN KEY (client_id) REFERENCES clients (id))",
              "CREATE FUNCTION unity() RETURNS int DETERMINISTIC RETURN 1",
              "CREATE DEFINER = `nobody`@`%` PROCEDURE lost() SELECT 1",
              "CREATE DEFINER = `nobody`@`%` VIEW orphaned AS SELECT id FROM clients",
              "CREATE VIEW broken AS SELECT id, unity() AS f FROM clients",
              "CREATE TRIGGER loud BEFORE INSERT ON clients FOR EACH ROW SET NEW.name = 'x'",
              "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM clients",
              "CREATE USER '" + reader + "' IDENTIFIED BY '" + PASSWORD + "'",
              "GRANT SELECT ON `" + database.name() + "`.clients TO '" + reader + "'")) {
        statement.execute(sql);
      }
      try {
        String name = database.name();
        assertThat(hidden(database, reader))
            .contains("tables of " + name, "triggers of " + name)
            .contains("events of " + name, "routines of " + name);
        statement.execute("GRANT SELECT ON `" + name + "`.* TO '" + reader + "'");
        assertThat(hidden(database, reader))
            .doesNotContain("tables of " + name)
            .contains("VIEW `" + name + "`.`orphaned`", "VIEW `" + name + "`.`broken`");
        statement.execute(
            "GRANT SHOW VIEW, TRIGGER, EVENT, EXECUTE ON `" + name + "`.* TO '" + reader + "'");
        assertThat(hidden(database, reader))
            .contains("FUNCTION `" + name + "`.`unity`", "PROCEDURE `" + name + "`.`lost`")
            .doesNotContain("events of", "triggers of");
        Schema schema = read(database, reader, List.of(name));
        assertThat(schema.table(schema.tables().getFirst().name()).orElseThrow().triggers())
            .hasSize(1);
        assertThat(schema.events()).hasSize(1);
        statement.execute("DROP FUNCTION unity");
        assertThat(
                read(database, reader, List.of(name)).skipped().stream()
                    .map(Skipped::toString)
                    .collect(Collectors.joining("\n")))
            .contains("broken");
      } finally {
        statement.execute("DROP USER '" + reader + "'");
      }
    }
  }

  private static String hidden(TestDatabase database, String reader) {
    return read(database, reader, List.of(database.name())).skipped().stream()
        .filter(Skipped::hidden)
        .map(Skipped::statement)
        .collect(Collectors.joining("\n"));
  }

  private static Schema read(TestDatabase database, String reader, List<String> schemas) {
    return read(
        new JdbcSource(
            database.source().url(),
            Optional.of(reader),
            Secret.of(PASSWORD),
            database.source().schemas()),
        schemas);
  }

  private static Schema read(JdbcSource source, List<String> schemas) {
    try (Session session = Session.open(source, Progress.SILENT)) {
      return Introspector.read(session, schemas, "test", Progress.SILENT);
    }
  }
}
