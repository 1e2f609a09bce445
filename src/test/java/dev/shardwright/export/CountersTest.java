package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that were given once are not given again: planner.md 10.5, 11.1. */
class CountersTest {
  private static final String TABLES =
      """
      CREATE SEQUENCE shared;
      CREATE SEQUENCE called_by_the_application;
      CREATE TABLE cities (id int PRIMARY KEY DEFAULT nextval('shared'), name text);
      CREATE TABLE clients (id serial PRIMARY KEY, city_id int REFERENCES cities (id));
      CREATE SEQUENCE of_two;
      CREATE TABLE jobs (id int PRIMARY KEY DEFAULT nextval('of_two'));
      CREATE TABLE notes (id int PRIMARY KEY DEFAULT nextval('of_two'), code text DEFAULT 'N-' || nextval('of_two'));
      INSERT INTO cities (id) VALUES (3), (42);
      INSERT INTO jobs (id) VALUES (90);
      INSERT INTO notes (id) VALUES (5);
      SELECT setval('called_by_the_application', 777);
      """;

  @TempDir Path folder;

  @Test
  void aSequenceThatKeepsToItsSlotStaysInItWhenTheContextRowsCome()
      throws SQLException, IOException {
    TestServer server = TestServers.postgres();
    export(server, TABLES, "shard_schema", "ids_shard_04", "context_data");
    try (Connection shard =
            loaded(server, "shard_schema.sql", "ids_shard_04.sql", "context_data.sql");
        Statement statement = shard.createStatement()) {
      assertThat(next(statement, "shared")).isEqualTo(104);
      assertThat(next(statement, "called_by_the_application")).isEqualTo(804);
    }
  }

  @Test
  void aSequenceOfTwoTablesGoesOnBehindTheLargestOfBoth() throws SQLException, IOException {
    TestServer server = TestServers.postgres();
    export(server, TABLES, "neutral_schema", "neutral_data");
    try (Connection neutral = loaded(server, "neutral_schema.sql", "neutral_data.sql");
        Statement statement = neutral.createStatement()) {
      assertThat(next(statement, "of_two")).isEqualTo(91);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#everyVersion")
  void aSequenceGoesOnWhereTheSourceStandsAlthoughTheRowsAreGone(TestServer server)
      throws SQLException, IOException {
    if (server.product() == Product.MYSQL) {
      return; // has none
    }
    String numbers =
        """
        CREATE SEQUENCE used START WITH 10 INCREMENT BY 5 NO CYCLE;
        CREATE SEQUENCE untouched START WITH 70;
        CREATE TABLE clients (id int PRIMARY KEY);
        CREATE TABLE tickets (id int PRIMARY KEY, number bigint DEFAULT nextval(@used@));
        SELECT nextval(@used@);
        SELECT nextval(@used@);
        """
            .replace("@used@", server.product().isMySqlFamily() ? "used" : "'used'")
            .replace("NO CYCLE", server.product().isMySqlFamily() ? "NOCACHE" : "NO CYCLE");
    export(server, numbers, "neutral_schema", "neutral_data");
    try (Connection neutral = loaded(server, "neutral_schema.sql", "neutral_data.sql");
        Statement statement = neutral.createStatement()) {
      assertThat(next(statement, "used")).isEqualTo(20);
      assertThat(next(statement, "untouched")).isEqualTo(70);
    }
  }

  @Test
  void triggersFireAsBeforeOnceTheRowsAreThere() throws SQLException, IOException {
    TestServer server = TestServers.postgres();
    export(
        server,
        TABLES
            + """
            CREATE FUNCTION checked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER a BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION checked();
            CREATE TRIGGER b BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION checked();
            CREATE TRIGGER c BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION checked();
            CREATE TRIGGER d BEFORE INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION checked();
            ALTER TABLE jobs ENABLE ALWAYS TRIGGER b;
            ALTER TABLE jobs ENABLE REPLICA TRIGGER c;
            ALTER TABLE jobs DISABLE TRIGGER d;
            """,
        "neutral_schema",
        "neutral_data");
    try (Connection neutral = loaded(server, "neutral_schema.sql", "neutral_data.sql");
        Statement statement = neutral.createStatement();
        ResultSet states =
            statement.executeQuery(
                "SELECT string_agg(tgname || tgenabled::text, ' ' ORDER BY tgname) FROM"
                    + " pg_catalog.pg_trigger")) {
      states.next();
      assertThat(states.getString(1)).isEqualTo("aO bA cR dD");
    }
  }

  @Test
  void aSequenceThatMayNotBeReadIsNamedAndTheRowsComeAllTheSame() throws SQLException, IOException {
    export(
        TestServers.postgres(),
        TABLES + "REVOKE ALL ON SEQUENCE of_two FROM CURRENT_USER;",
        "neutral_schema",
        "neutral_data");
    assertThat(Files.readString(folder.resolve("neutral_data.sql")))
        .contains("public.of_two: you may not read where it stands")
        .contains(
            "GREATEST((SELECT MAX(id) FROM public.jobs), (SELECT MAX(id) FROM public.notes))");
  }

  private void export(TestServer server, String sql, String... names)
      throws SQLException, IOException {
    TestDatabase source = server.newDatabase();
    boolean mysql = server.product().isMySqlFamily();
    try (Connection connection = mysql ? source.admin() : source.owner()) {
      SqlFile.run(connection, sql);
    }
    Plan plan = RoundTrip.of(server, source, "clients").plan();
    try (Session session = Session.open(source.source(), Progress.SILENT)) {
      Exports.write(
          plan,
          ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT),
          folder,
          Set.of(names),
          true,
          Progress.SILENT,
          Optional.of(progress -> Snapshot.beside(session, progress)));
    }
  }

  private Connection loaded(TestServer server, String... files) throws SQLException, IOException {
    Connection connection = server.newDatabase().admin();
    for (String file : files) {
      SqlFile.run(connection, Files.readString(folder.resolve(file)));
    }
    return connection;
  }

  private static long next(Statement statement, String sequence) throws SQLException {
    boolean mysql = !statement.getConnection().getMetaData().getURL().contains("postgresql");
    String name = mysql ? sequence : "'public." + sequence + "'";
    try (ResultSet value = statement.executeQuery("SELECT nextval(" + name + ")")) {
      value.next();
      return value.getLong(1);
    }
  }
}
