package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
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
}
