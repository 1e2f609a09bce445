package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Product;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.OpenedFile;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every fixture opens on every server, and without one, and gets the colours it must have. */
class FixtureSchemasTest {
  private static final Path CASES = Path.of("src", "test", "resources", "cases");

  static Stream<TestServer> servers() {
    return TestServers.everyVersion();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyCaseHasItsColours(TestServer server) throws Exception {
    boolean mySql = server.product().isMySqlFamily();
    for (JsonNode expected : cases()) {
      Path file = file(expected, mySql ? "mysql" : "pg");
      if (!Files.exists(file)) {
        assertThat(expected.path("only").asString()).isEqualTo("mysql");
        continue;
      }
      OpenedFile opened = OpenedFile.on(server, file);
      assertThat(opened.loaded().skipped()).describedAs("%s", file).isEmpty();
      assertThat(colours(opened.schema(), expected))
          .describedAs("%s on %s", file, server)
          .isEqualTo(expectedColours(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everySampleLoadsWhole(TestServer server) throws Exception {
    boolean mySql = server.product().isMySqlFamily();
    for (Samples.Sample sample : Samples.all()) {
      Path file = Path.of("sample-schemas", sample.name(), mySql ? "mysql.sql" : "postgresql.sql");
      OpenedFile opened = OpenedFile.on(server, file);
      assertThat(opened.loaded().skipped()).describedAs("%s", file).isEmpty();
      if (mySql) {
        sameTables(OpenedFile.parsed(server.product(), file), opened.schema(), file);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void everyCaseHasItsColoursWithoutAServer(Product product) throws Exception {
    for (JsonNode expected : cases()) {
      Path file = file(expected, "mysql");
      Schema schema = OpenedFile.parsed(product, file);
      assertThat(schema.skipped())
          .describedAs("%s", file)
          .allMatch(skipped -> skipped.why().startsWith("rows are not loaded"));
      assertThat(colours(schema, expected))
          .describedAs("%s by the grammar of %s", file, product)
          .isEqualTo(expectedColours(expected));
    }
  }

  static Stream<Product> parsers() {
    return Stream.of(Product.MYSQL, Product.MARIADB);
  }

  /** The same tables, columns, keys and relations, whichever way they were read. */
  static void sameTables(Schema parsed, Schema read, Path file) {
    assertThat(SchemaOutline.of(parsed))
        .describedAs("%s", file)
        .containsExactlyElementsOf(SchemaOutline.of(read));
  }

  private static Path file(JsonNode expected, String flavour) {
    return CASES.resolve(expected.path("id").asString() + "." + flavour + ".sql");
  }

  private static List<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    new ObjectMapper()
        .readTree(Files.readString(CASES.resolve("expected.json")))
        .forEach(cases::add);
    cases.sort(Comparator.comparing(c -> c.path("id").asString()));
    return cases;
  }

  private static Map<String, String> expectedColours(JsonNode expected) {
    Map<String, String> colours = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      String word = kind.name().toLowerCase(java.util.Locale.ROOT);
      expected.path(word).forEach(table -> colours.put(table.asString(), word));
    }
    return colours;
  }

  private static Map<String, String> colours(Schema schema, JsonNode expected) {
    String root = expected.path("root").asString();
    TableName name =
        schema.tables().stream()
            .map(table -> table.name())
            .filter(table -> table.name().equals(root))
            .findFirst()
            .orElseThrow();
    Plan plan = Plan.of(schema, Decisions.root(name), Evidence.NONE);
    Map<String, String> colours = new TreeMap<>();
    schema
        .tables()
        .forEach(table ->
            colours.put(
                table.name().name(),
                plan.kind(table.name()).name().toLowerCase(java.util.Locale.ROOT)));
    return colours;
  }
}
