package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL's tables stand on comes first, what may read any table comes last. */
class GroundworkTest {

  private static String loaded(String file, String sql, String... schemas) throws SQLException {
    TestServer server = TestServers.postgres();
    TestDatabase source = server.newDatabase();
    try (Connection connection = source.owner()) {
      SqlFile.run(connection, sql);
    }
    Plan plan =
        RoundTrip.of(
                server,
                RoundTrip.read(source.source(), List.of(schemas)),
                source.name(),
                "clients",
                List.of(schemas))
            .plan();
    String text = Exports.preview(plan, ExportOptions.DEFAULT, file);
    try (Connection empty = server.newDatabase().admin()) {
      SqlFile.run(empty, text);
    }
    return text;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a domain's check, through another function
        """
        CREATE FUNCTION digits(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t ~ '^[0-9]+$' $$;
        CREATE FUNCTION a_zip(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT public.digits(t) $$;
        CREATE DOMAIN zip AS text CHECK (a_zip(VALUE));
        CREATE TABLE clients (id int PRIMARY KEY, zip zip);
        CREATE INDEX by_zip ON clients (a_zip(zip));
        """,
        // a domain's check calls a function of another type
        """
        CREATE TYPE money_of AS (amount numeric, currency text);
        CREATE FUNCTION above_zero(m money_of) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN m.amount > 0; END $$;
        CREATE DOMAIN a_price AS money_of CHECK (above_zero(VALUE));
        CREATE TABLE clients (id int PRIMARY KEY, price a_price);
        """,
        // the key of partitions
        """
        CREATE TABLE clients (id int PRIMARY KEY);
        CREATE FUNCTION region(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT left(t, 2) $$;
        CREATE TABLE visits (client_id int REFERENCES clients (id), place text) PARTITION BY LIST (region(place));
        CREATE TABLE visits_de PARTITION OF visits FOR VALUES IN ('de');
        """,
      })
  void whatTypesAndTablesCallIsMadeBeforeThem(String sql) throws SQLException {
    assertThat(loaded("shard_schema.sql", sql)).contains("CREATE OR REPLACE FUNCTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shard_schema.sql", "neutral_schema.sql"})
  void textSearchByWordsOfOnesOwnIsThereBeforeTheColumnsThatUseIt(String file) throws SQLException {
    String text =
        loaded(
            file,
            """
            CREATE SCHEMA words;
            CREATE TEXT SEARCH DICTIONARY words.plain (TEMPLATE = simple, STOPWORDS = english);
            CREATE TEXT SEARCH CONFIGURATION words.of_ours (COPY = english);
            ALTER TEXT SEARCH CONFIGURATION words.of_ours ALTER MAPPING FOR asciiword WITH words.plain, english_stem;
            COMMENT ON TEXT SEARCH CONFIGURATION words.of_ours IS 'it''s ours';
            CREATE TABLE clients (id int PRIMARY KEY, name text,
              found tsvector GENERATED ALWAYS AS (to_tsvector('words.of_ours', name)) STORED);
            """,
            "public",
            "words");
    assertThat(text)
        .contains("FOR asciiword WITH words.plain, pg_catalog.english_stem")
        .contains("IS 'it''s ours'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT client_id FROM members", "SELECT client_id FROM view_of_members"})
  void aPolicyMayReadWhatIsMadeAfterItsTable(String query) throws SQLException {
    String text =
        loaded(
            "shard_schema.sql",
            """
            CREATE TABLE clients (id int PRIMARY KEY);
            CREATE TABLE documents (id int PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id));
            CREATE TABLE members (id int PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id));
            CREATE VIEW view_of_members AS SELECT client_id FROM members;
            CREATE POLICY own ON documents USING (client_id IN (@query@));
            COMMENT ON POLICY own ON documents IS 'members only';
            """
                .replace("@query@", query));
    assertThat(text).contains("CREATE POLICY own", "IS 'members only'");
  }

  @ParameterizedTest
  @ValueSource(strings = "shard_schema.sql")
  void aPolicyThatReadsTheOtherSideIsLeftOutWithItsComment(String file) throws SQLException {
    String text =
        loaded(
            file,
            """
            CREATE TABLE clients (id int PRIMARY KEY);
            CREATE TABLE staff (id int PRIMARY KEY);
            CREATE POLICY own ON clients USING (EXISTS (SELECT FROM staff));
            COMMENT ON POLICY own ON clients IS 'staff only';
            """);
    assertThat(text)
        .contains("policy own ON public.clients: it uses tables of the other side")
        .doesNotContain("staff only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shard_schema.sql", "neutral_schema.sql"})
  void aTypeComesAlongWithARoutineThatNamesIt(String file) throws SQLException {
    String text =
        loaded(
            file,
            """
            CREATE TABLE clients (id int PRIMARY KEY);
            CREATE TYPE state AS ENUM ('waiting', 'done');
            CREATE TABLE jobs (id int PRIMARY KEY, state state);
            CREATE FUNCTION shown(s state) RETURNS text LANGUAGE sql AS $$ SELECT upper(s::text) $$;
            """);
    assertThat(text).contains("CREATE TYPE public.state", "FUNCTION public.shown");
  }

  @ParameterizedTest
  @ValueSource(strings = "shard_schema.sql")
  void aDefaultThatReachesTheOtherSideStillLoadsAndSaysSo(String file) throws SQLException {
    String text =
        loaded(
            file,
            """
            CREATE TABLE counters (n int);
            CREATE FUNCTION next_number() RETURNS int LANGUAGE sql AS $$ UPDATE counters SET n = n + 1 RETURNING n $$;
            CREATE TABLE clients (id int PRIMARY KEY, number int DEFAULT next_number());
            """);
    assertThat(text).contains("it also uses tables that do not live here: public.counters");
  }
}
