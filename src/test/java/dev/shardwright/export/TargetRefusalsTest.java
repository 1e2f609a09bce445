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
import java.util.List;
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
            "PostgreSQL 17 does not know the function uuidv7(), which is in public.cities.",
            "PostgreSQL 17 does not know NOT ENFORCED, which is in public.clients.",
            "PostgreSQL 17 does not know a virtual generated column, which is in public.clients.",
            "PostgreSQL 17 does not know WITHOUT OVERLAPS, which is in public.stays.",
            "PostgreSQL 17 does not know a key over a PERIOD, which is in public.meals.")
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
    assertThat(TargetRefusals.of(plan, target("8.4"))).isEmpty();
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
    assertThat(Target.of(source, Optional.empty())).get().hasToString("MySQL 9.7");
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
