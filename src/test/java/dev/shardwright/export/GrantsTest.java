package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** grants.sql of a schema with routines, run where the shard's schema was loaded. */
class GrantsTest {
  private static final String TABLE = "CREATE TABLE clients (id integer NOT NULL PRIMARY KEY);\n";

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void routinesMayBeCalled(TestServer server) throws SQLException {
    boolean mysql = server.product().isMySqlFamily();
    String sql =
        TABLE
            + (mysql
                ? "CREATE FUNCTION one(a integer) RETURNS integer DETERMINISTIC RETURN a;\n"
                    + "CREATE PROCEDURE two() SELECT 1;"
                : "CREATE FUNCTION one(a integer DEFAULT 3, OUT b text) LANGUAGE sql AS $$ SELECT"
                    + " 'x' $$;\n"
                    + "CREATE PROCEDURE two(INOUT a integer) LANGUAGE sql AS $$ SELECT 1 $$;\n"
                    + "CREATE AGGREGATE three(integer) (SFUNC = int4pl, STYPE = integer);");
    Plan plan = RoundTrip.of(server, sql, "clients").plan();
    String grants = Exports.preview(plan, ExportOptions.DEFAULT, "grants.sql");
    assertThat(grants).contains("GRANT EXECUTE ON FUNCTION").contains("ON PROCEDURE");
    TestDatabase shard = server.newDatabase();
    try (Connection admin = shard.admin()) {
      SqlFile.run(admin, Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql"));
      SqlFile.run(admin, grants);
    }
  }

  @Test
  void theApplicationReachesTheSequencesAndOtherSchemasThatItNeeds() throws SQLException {
    TestServer server = TestServers.postgres();
    String sql =
        """
        CREATE SCHEMA reports;
        CREATE SEQUENCE numbers;
        CREATE SEQUENCE called_by_the_application;
        CREATE TABLE cities (id int PRIMARY KEY DEFAULT nextval('numbers'));
        CREATE TABLE clients (id int PRIMARY KEY DEFAULT nextval('numbers'), city_id int REFERENCES cities (id));
        CREATE VIEW reports.of_clients AS SELECT id FROM clients;
        """;
    Plan plan = RoundTrip.of(server, sql, "public.clients", List.of("public", "reports")).plan();
    try (Connection admin = server.newDatabase().admin();
        Statement statement = admin.createStatement()) {
      for (String file : List.of("shard_schema.sql", "grants.sql")) {
        SqlFile.run(admin, Exports.preview(plan, ExportOptions.DEFAULT, file));
      }
      statement.execute("SET ROLE shard_app");
      statement.execute("INSERT INTO public.clients DEFAULT VALUES");
      statement.execute("SELECT nextval('public.called_by_the_application')");
      try (ResultSet seen = statement.executeQuery("SELECT id FROM reports.of_clients")) {
        assertThat(seen.next()).isTrue();
      }
      statement.execute("SET ROLE context_manager");
      statement.execute("INSERT INTO public.cities DEFAULT VALUES");
    }
  }

  @Test
  void whoMovesClientsSeesTheRowsThatPoliciesHide() throws SQLException {
    TestServer server = TestServers.postgres();
    String sql =
        """
        CREATE TABLE clients (id int PRIMARY KEY);
        ALTER TABLE clients ENABLE ROW LEVEL SECURITY;
        CREATE POLICY few ON clients USING (id > 1);
        """;
    Plan plan = RoundTrip.of(server, sql, "clients").plan();
    try (Connection admin = server.newDatabase().admin();
        Statement statement = admin.createStatement()) {
      for (String file : List.of("shard_schema.sql", "grants.sql")) {
        SqlFile.run(admin, Exports.preview(plan, ExportOptions.DEFAULT, file));
      }
      statement.execute("INSERT INTO public.clients VALUES (1)");
      statement.execute("SET ROLE client_mover");
      statement.execute("SET row_security = off");
      try (ResultSet seen = statement.executeQuery("SELECT id FROM public.clients")) {
        assertThat(seen.next()).isTrue();
      }
      statement.execute("RESET ROLE");
      statement.execute("ALTER ROLE client_mover NOBYPASSRLS");
    }
  }

  @Test
  void theApplicationMayTakeNumbersFromASequenceOfMariaDb() throws SQLException {
    Plan plan =
        RoundTrip.of(
                TestServers.mariaDb(),
                "CREATE SEQUENCE numbers;\n"
                    + "CREATE TABLE clients (id bigint PRIMARY KEY DEFAULT nextval(numbers));",
                "clients")
            .plan();
    assertThat(Exports.preview(plan, ExportOptions.DEFAULT, "grants.sql"))
        .contains("GRANT SELECT, INSERT ON `numbers` TO shard_app, client_mover");
  }
}
