package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that only a quoting server could love come back letter by letter. */
class HostileNamesTest {
  private static final List<String> NAMES =
      List.of(
          "select",
          "a.b",
          "it's",
          "say \"hi\"",
          "back`tick",
          "back\\slash",
          "${schema}",
          "naïve 表 ü",
          " leading",
          "semi;colon -- no comment",
          "percent%_");

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void everyNameComesBackAsItWas(TestServer server) throws Exception {
    List<String> names = new ArrayList<>(NAMES);
    boolean postgres = server.product() == Product.POSTGRESQL;
    names.add("x".repeat(postgres ? 63 : 64));
    if (postgres) {
      names.add("trailing ");
      names.add("Select");
    }
    List<String> statements = new ArrayList<>();
    for (String name : names) {
      String quoted = quoted(name, postgres);
      statements.add("CREATE TABLE " + quoted + " (" + quoted + " int PRIMARY KEY, parent int)");
      statements.add(
          "ALTER TABLE "
              + quoted
              + " ADD CONSTRAINT "
              + quoted
              + " FOREIGN KEY (parent) REFERENCES "
              + quoted
              + " ("
              + quoted
              + ")");
    }
    Reading reading = Reading.of(server.newDatabase().with(statements.toArray(String[]::new)));
    assertThat(reading.schema().tables())
        .extracting(Table::name)
        .extracting(TableName::name)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(reading.schema().tables())
        .allSatisfy(table ->
            assertThat(table.primaryKey().orElseThrow().columns())
                .containsExactly(table.name().name()));
    assertThat(reading.schema().relations()).hasSameSizeAs(names).allMatch(Relation::selfLoop);
    assertThat(reading.schema().relations())
        .allSatisfy(key -> {
          assertThat(key.name()).isEqualTo(key.child().name());
          assertThat(key.parentColumns()).containsExactly(key.child().name());
        });
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aHostileSchemaIsReadByItsName(TestServer server) throws Exception {
    boolean postgres = server.product() == Product.POSTGRESQL;
    String name = "it's ${me} \"a.b\" " + (postgres ? "" : System.nanoTime());
    String plain = name.strip();
    var database = server.newDatabase();
    try (var admin = database.admin();
        var statement = admin.createStatement()) {
      statement.execute("CREATE " + (postgres ? "SCHEMA " : "DATABASE ") + quoted(plain, postgres));
      statement.execute("CREATE TABLE " + quoted(plain, postgres) + ".t (id int PRIMARY KEY)");
    }
    Reading reading = Reading.of(database.source(), List.of(plain));
    assertThat(reading.schema().tables())
        .extracting(Table::name)
        .containsExactly(new TableName(plain, "t"));
  }

  private static String quoted(String name, boolean postgres) {
    return postgres ? '"' + name.replace("\"", "\"\"") + '"' : '`' + name.replace("`", "``") + '`';
  }
}
