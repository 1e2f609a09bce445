package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Skipped;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators, casts and the like go where their tables went, and by hand what must not run. */
class MinorObjectsTest {
  private static final String CLIENTS =
      """
      CREATE TABLE clients (id int PRIMARY KEY, number int);
      CREATE TABLE jobs (id int PRIMARY KEY);
      """;

  private final TestServer server = TestServers.postgres();

  private Plan plan(String sql) throws SQLException {
    TestDatabase source = server.newDatabase();
    try (Connection connection = source.admin()) {
      SqlFile.run(connection, CLIENTS + sql);
    }
    return RoundTrip.of(
            server,
            RoundTrip.read(source.source(), List.of("public")),
            source.name(),
            "clients",
            List.of("public"))
        .plan();
  }

  private static String shard(Plan plan) {
    return Exports.preview(plan, ExportOptions.DEFAULT, "shard_schema.sql");
  }

  private static String neutral(Plan plan) {
    return Exports.preview(plan, ExportOptions.DEFAULT, "neutral_schema.sql");
  }

  @Test
  void anOperatorGoesWithTheTablesThatItsFunctionReads() throws SQLException {
    Plan plan =
        plan(
            """
            CREATE FUNCTION is_job(int, text) RETURNS boolean LANGUAGE sql AS 'SELECT count(*) > 0 FROM public.jobs';
            CREATE OPERATOR @@@ (FUNCTION = is_job, LEFTARG = int, RIGHTARG = text);
            CREATE FUNCTION on_both(int, text) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.jobs, public.clients';
            CREATE OPERATOR @!@ (FUNCTION = on_both, LEFTARG = int, RIGHTARG = text);
            """);
    assertThat(neutral(plan)).contains("\nCREATE OPERATOR public.@@@ (");
    assertThat(shard(plan)).doesNotContain("@@@");
    assertThat(shard(plan))
        .contains("OPERATOR public.@!@ (integer, text): it uses tables that no longer share")
        .contains("--   CREATE OPERATOR public.@!@ (");
  }

  @Test
  void aViewThatReachesTheOtherSideByAnOperatorGoesNowhere() throws SQLException {
    Plan plan =
        plan(
            """
            CREATE FUNCTION is_job(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT count(*) >= 0 FROM public.jobs';
            CREATE OPERATOR @@@ (FUNCTION = is_job, LEFTARG = int, RIGHTARG = int);
            CREATE VIEW busy AS SELECT number FROM clients WHERE number OPERATOR(public.@@@) 1;
            """);
    assertThat(shard(plan))
        .contains("view public.busy: it uses tables that no longer share")
        .doesNotContain("\nCREATE VIEW");
    assertThat(plan.findings())
        .anySatisfy(finding -> {
          assertThat(finding.check()).isEqualTo(CheckCode.CROSS_DATABASE_OBJECT);
          assertThat(finding.toString()).contains("busy");
        });
  }

  @Test
  void aCheckBringsItsOperatorAlongAndSaysWhatThatReaches() throws SQLException {
    Plan plan =
        plan(
            """
            CREATE FUNCTION is_job(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT count(*) >= 0 FROM public.jobs';
            CREATE OPERATOR @@@ (FUNCTION = is_job, LEFTARG = int, RIGHTARG = int);
            ALTER TABLE clients ADD CHECK (number OPERATOR(public.@@@) 1);
            """);
    String text = shard(plan);
    assertThat(text).contains("it also uses tables that do not live here: public.jobs");
    try (Connection empty = server.newDatabase().admin()) {
      SqlFile.run(empty, text);
    }
  }

  @Test
  void anOperatorOverAKeyThatWidensIsNamed() throws SQLException {
    assertThat(
            shard(
                plan(
                    """
                    CREATE FUNCTION same(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2';
                    CREATE OPERATOR === (FUNCTION = same, LEFTARG = int, RIGHTARG = int);
                    CREATE VIEW alike AS SELECT a.id FROM clients a WHERE a.id OPERATOR(public.===) 1;
                    """)))
        .contains("OPERATOR public.=== (integer, integer): ")
        .contains("PostgreSQL makes no id narrower");
  }

  @Test
  void aSecretOfAnotherServerIsInNoFile() throws SQLException {
    Plan plan =
        plan(
            """
            CREATE FOREIGN DATA WRAPPER far;
            CREATE SERVER there FOREIGN DATA WRAPPER far OPTIONS (host 'there', password 'hush');
            CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS (password 'hush');
            """);
    for (String text : List.of(shard(plan), neutral(plan))) {
      assertThat(text)
          .doesNotContain("hush")
          .contains("OPTIONS (host 'there', password '<secret>')")
          .contains("--   CREATE USER MAPPING FOR PUBLIC SERVER there");
    }
  }

  @Test
  void whatActsOnTheWholeServerIsShownAndNotMade() throws SQLException {
    Plan plan =
        plan(
            """
            CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
            CREATE PUBLICATION ours FOR TABLE clients (id) WHERE (id > 0);
            CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION on_ddl();
            """);
    String text = shard(plan);
    assertThat(text)
        .contains(
            "--   CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE"
                + " FUNCTION public.on_ddl()")
        .contains("--       TABLE ONLY public.clients (id) WHERE ((id > 0))")
        .doesNotContain("\nCREATE EVENT", "\nCREATE PUBLICATION");
    assertThat(text).contains("\nCREATE OR REPLACE FUNCTION public.on_ddl()");
  }

  @Test
  void aTableKeepsItsAccessMethod() throws SQLException {
    String text =
        shard(
            plan(
                """
                CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
                CREATE TABLE orders (id int PRIMARY KEY, client_id int REFERENCES clients) USING heap2;
                """));
    TestDatabase target = server.newDatabase();
    try (Connection empty = target.admin()) {
      SqlFile.run(empty, text);
      try (Statement statement = empty.createStatement();
          ResultSet found =
              statement.executeQuery(
                  "SELECT amname FROM pg_class c JOIN pg_am m ON m.oid = c.relam"
                      + " WHERE relname = 'orders'")) {
        assertThat(found.next()).isTrue();
        assertThat(found.getString(1)).isEqualTo("heap2");
      }
    }
  }

  @Test
  void whatStandsOnASchemaThatWasNotReadIsTold() throws SQLException {
    Plan plan =
        plan(
            """
            CREATE SCHEMA other;
            CREATE TYPE other.mark AS (n int);
            CREATE CAST (other.mark AS text) WITH INOUT;
            """);
    assertThat(plan.schema().minors()).isEmpty();
    assertThat(plan.schema().skipped())
        .containsExactly(
            new Skipped(
                "CAST (other.mark AS text)",
                "It stands on other.mark, whose schema was not read."));
  }
}
