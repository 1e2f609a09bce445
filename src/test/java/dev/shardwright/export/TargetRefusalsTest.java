package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetRefusalsTest {
  private static final Path SINKS = Path.of("src/test/resources/kitchen-sink");

  @TempDir Path folder;

  @Test
  void whatAnOlderPostgresRefusesIsSaidBefore() throws Exception {
    Plan plan = sink(TestServers.postgres(), "postgresql-18.sql");
    assertThat(TargetRefusals.of(plan, target("17")))
        .contains(
            "PostgreSQL 17 does not know the function uuidv7() (18 does), which is in"
                + " public.cities.",
            "PostgreSQL 17 does not know NOT ENFORCED (18 does), which is in public.clients.",
            "PostgreSQL 17 does not know a virtual generated column (18 does), which is in"
                + " public.clients.",
            "PostgreSQL 17 does not know WITHOUT OVERLAPS (18 does), which is in public.stays.",
            "PostgreSQL 17 does not know a key over a PERIOD (18 does), which is in public.meals.")
        .noneMatch(sentence -> sentence.contains("public.jobs"));
    assertThat(TargetRefusals.of(plan, target("18"))).isEmpty();
    assertThat(TargetRefusals.of(plan, ExportOptions.DEFAULT)).isEmpty();
  }

  @Test
  void nullsNotDistinctNeedsPostgres15() throws Exception {
    Plan plan = sink(TestServers.postgres(), "postgresql-15.sql");
    assertThat(TargetRefusals.of(plan, target("14.22")))
        .anyMatch(sentence -> sentence.contains("NULLS NOT DISTINCT"))
        .anyMatch(sentence -> sentence.contains("ON DELETE SET with columns"))
        .anyMatch(sentence -> sentence.contains("security_invoker"));
    assertThat(TargetRefusals.of(plan, target("15"))).isEmpty();
  }

  @Test
  void mariaDbAndMySqlAreToldApart() throws Exception {
    Plan plan = sink(TestServers.mariaDb(), "mariadb.sql");
    assertThat(TargetRefusals.of(plan, target("8.4")))
        .anyMatch(sentence -> sentence.startsWith("MySQL 8.4 does not know a sequence"))
        .anyMatch(sentence -> sentence.contains("system versioning"));
    assertThat(TargetRefusals.of(plan, target("10.11"))).isEmpty();
    assertThat(TargetRefusals.of(plan, target("mariadb 10.6")))
        .anyMatch(sentence -> sentence.contains("the type uuid"));
  }

  @Test
  void collationsOfMySqlDoNotLoadOnOlderMariaDb() throws Exception {
    Plan plan = sink(TestServers.mySql(), "mysql-only.sql");
    assertThat(TargetRefusals.of(plan, target("10.11-MariaDB")))
        .anyMatch(sentence -> sentence.contains("a collation of MySQL 8"))
        .anyMatch(sentence -> sentence.contains("a key over an expression"));
    assertThat(TargetRefusals.of(plan, target("8.4")))
        .singleElement()
        .asString()
        .contains("does not know the type vector (9.0.0 does)");
  }

  /** Every construct with the first MySQL that takes it, as a real server shows it. */
  @Test
  void theMinorVersionsOfMySql8AreToldApart() throws Exception {
    Plan plan =
        RoundTrip.of(
                TestServers.mySql(),
                """
                CREATE TABLE clients (id int NOT NULL PRIMARY KEY, login varchar(40) NOT NULL, CONSTRAINT polite CHECK (login <> 'root'));
                CREATE TABLE by_expression (id int NOT NULL PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id), a varchar(40), KEY lowered ((lower(a))));
                CREATE TABLE by_default (id int NOT NULL PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id), token varchar(40) DEFAULT (uuid()));
                CREATE TABLE unseen (id int NOT NULL PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id), secret int INVISIBLE);
                CREATE TABLE many (id int NOT NULL PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id), tags json, KEY tagged ((CAST(tags AS UNSIGNED ARRAY))));
                CREATE TABLE downwards (id int NOT NULL PRIMARY KEY, client_id int NOT NULL REFERENCES clients (id), KEY last_first (id DESC));
                SET SESSION sql_generate_invisible_primary_key = ON;
                CREATE TABLE keyless (client_id int NOT NULL REFERENCES clients (id));
                SET SESSION sql_generate_invisible_primary_key = OFF;
                """,
                "clients")
            .plan();
    assertThat(refused(plan, "8.0.12"))
        .contains(
            "a key over an expression (8.0.13 does), which is in by_expression.",
            "a default that is an expression (8.0.13 does), which is in by_default.");
    assertThat(refused(plan, "8.0.13"))
        .contains("a check constraint (8.0.16 does), which is in clients.")
        .noneMatch(sentence -> sentence.contains("8.0.13 does"));
    assertThat(refused(plan, "8.0.16"))
        .contains("an index over an array (8.0.17 does), which is in many.")
        .noneMatch(sentence -> sentence.contains("check constraint"));
    assertThat(refused(plan, "8.0.22"))
        .contains("an invisible column (8.0.23 does), which is in unseen.")
        .noneMatch(sentence -> sentence.contains("over an array"));
    assertThat(refused(plan, "8.0.29"))
        .containsExactly("a generated invisible primary key (8.0.30 does), which is in keyless.");
    assertThat(refused(plan, "mysql 5.7"))
        .contains("a descending index (8.0 does), which is in downwards.");
    for (String taken : List.of("8.0.30", "8.0", "8.4.3", "9.7")) {
      assertThat(refused(plan, taken)).as(taken).isEmpty();
    }
  }

  private static List<String> refused(Plan plan, String version) {
    return TargetRefusals.of(plan, target(version)).stream()
        .map(s -> s.replaceFirst("^MySQL \\S+ does not know ", "").replaceFirst("test\\d+\\.", ""))
        .toList();
  }

  /** What a rule says of the servers of these tests is what they say themselves. */
  @Test
  void anOlderServerRefusesWhatIsSaidOfIt() throws Exception {
    Map<String, String> refused =
        Map.of(
            "NULLS NOT DISTINCT",
            "CREATE TABLE a (x int UNIQUE NULLS NOT DISTINCT)",
            "MERGE",
            "CREATE FUNCTION b() RETURNS void LANGUAGE sql AS $$ MERGE INTO pg_class USING pg_class"
                + " b ON false WHEN MATCHED THEN DO NOTHING $$",
            "a numeric scale below zero",
            "CREATE TABLE c (x numeric(3,-2))",
            "the functions regexp_like(), regexp_count() …",
            "CREATE VIEW d AS SELECT regexp_like('a', 'a')",
            "the function any_value()",
            "CREATE VIEW e AS SELECT any_value(1)",
            "IS JSON",
            "CREATE TABLE f (x text CHECK (x IS JSON))",
            "the functions to_bin() and to_oct()",
            "CREATE VIEW g AS SELECT to_bin(1)",
            "the function casefold()",
            "CREATE VIEW h AS SELECT casefold('a' COLLATE \"C\")",
            "the functions crc32() and crc32c()",
            "CREATE VIEW i AS SELECT crc32('a')",
            "JSON_VALUE, JSON_QUERY or JSON_EXISTS",
            "CREATE VIEW j AS SELECT json_value('{}', '$.a')");
    Target old = new Target(Product.POSTGRESQL, 14, 22, 0);
    Target young = new Target(Product.POSTGRESQL, 18, 6, 0);
    try (Connection before = TestServers.postgres14().newDatabase().admin();
        Connection now = TestServers.postgres().newDatabase().admin()) {
      for (Map.Entry<String, String> each : refused.entrySet()) {
        TargetRule rule =
            TargetRule.ALL.stream()
                .filter(r -> r.what().equals(each.getKey()))
                .findFirst()
                .orElseThrow();
        assertThat(rule.refuses(old, each.getValue())).as(each.getKey()).isTrue();
        assertThat(rule.refuses(young, each.getValue())).as(each.getKey()).isFalse();
        assertThatThrownBy(() -> SqlFile.run(before, each.getValue() + ";\n"))
            .as(each.getKey())
            .isInstanceOf(SQLException.class);
        SqlFile.run(now, each.getValue() + ";\n");
      }
    }
  }

  @Test
  void keysToColumnsThatAreNotUniqueAreRefusedByNewerMySql() throws Exception {
    Plan plan =
        RoundTrip.of(
                TestServers.mariaDb(),
                "CREATE TABLE clients (id int NOT NULL PRIMARY KEY, code int, KEY (code));\n"
                    + "CREATE TABLE orders (id int NOT NULL PRIMARY KEY, code int,"
                    + " CONSTRAINT loose FOREIGN KEY (code) REFERENCES clients (code));",
                "clients")
            .plan();
    assertThat(TargetRefusals.of(plan, target("mysql 8.4")))
        .singleElement()
        .asString()
        .startsWith("MySQL 8.4 refuses the key ")
        .contains("orders.loose", "(code) of", "restrict_fk_on_non_standard_key = OFF");
    assertThat(TargetRefusals.of(plan, target("mysql 8.0"))).isEmpty();
    assertThat(TargetRefusals.of(plan, target("11.4"))).isEmpty();
  }

  @Test
  void nothingIsWrittenForATargetThatRefuses() throws Exception {
    Plan plan = sink(TestServers.postgres(), "postgresql-18.sql");
    ExportOptions options = target("16");
    assertThatThrownBy(() ->
            Exports.write(plan, options, folder, Set.of("shard_schema"), false, Progress.SILENT))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("uuidv7()");
    Exports.write(plan, options, folder, Set.of("shard_schema"), true, Progress.SILENT);
    assertThat(folder.resolve("shard_schema.sql"))
        .content()
        .contains("-- INCOMPLETE")
        .contains("PostgreSQL 16 does not know the function uuidv7()");
  }

  @Test
  void aVersionThatIsNoneIsNamed() {
    Provenance source = new Provenance(Product.MYSQL, "9.7.4", "x", List.of("x"), 0, 0, List.of());
    assertThatThrownBy(() -> Target.of(source, Optional.of("newest")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--target-version newest");
    assertThat(Target.of(source, Optional.of("8.0"))).get().hasToString("MySQL 8.0");
    assertThat(Target.of(source, Optional.of("11.4"))).get().hasToString("MariaDB 11.4");
    assertThat(Target.of(source, Optional.empty())).get().hasToString("MySQL 9.7.4");
  }

  private static ExportOptions target(String version) {
    ExportOptions d = ExportOptions.DEFAULT;
    return new ExportOptions(
        d.tool(),
        d.time(),
        d.slots(),
        d.shards(),
        OptionalInt.empty(),
        Optional.of(version),
        d.layout(),
        d.definer(),
        d.data());
  }

  private static Plan sink(TestServer server, String name) throws Exception {
    return RoundTrip.of(server, Files.readString(SINKS.resolve(name)), "clients").plan();
  }
}
