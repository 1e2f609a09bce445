package dev.shardwright;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.Session;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.sql.MySqlScript;
import dev.shardwright.sql.SqlStatement;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The thirty cases, loaded into real servers, read back and coloured. */
class CasesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Arguments> casesOnServers() throws IOException {
    return on(TestServers.everyVersion());
  }

  /** The thirty cases and those of our own, on each of the servers that can hold them. */
  static Stream<Arguments> on(Stream<TestServer> servers) throws IOException {
    List<JsonNode> cases =
        Stream.of("expected.json", "ours.json").flatMap(CasesTest::cases).toList();
    return servers.flatMap(server ->
        cases.stream()
            .filter(c -> meant(server, c) && resource(file(server, c)).isPresent())
            .map(c -> Arguments.of(server, c.get("id").asString(), c)));
  }

  /** True unless the case, or an expectation, is for the other family only. */
  static boolean meant(TestServer server, JsonNode expected) {
    String only = expected.path("only").asString("");
    return only.isEmpty() || only.equals(flavour(server));
  }

  private static String flavour(TestServer server) {
    return server.product() == Product.POSTGRESQL ? "pg" : "mysql";
  }

  private static Stream<JsonNode> cases(String file) {
    try {
      return JSON.readTree(text(file)).valueStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("casesOnServers")
  void everyTableGetsItsExpectedColour(TestServer server, String id, JsonNode expected)
      throws Exception {
    TestDatabase database = loaded(server, expected);
    Schema schema;
    try (Session session = Session.open(database.source(), Progress.SILENT)) {
      schema = read(session, database, expected);
    }
    Plan plan = Plan.of(schema, decisions(schema, expected), Evidence.NONE);

    assertThat(colours(plan)).as(id).isEqualTo(colours(expected));
  }

  static TestDatabase loaded(TestServer server, JsonNode expected)
      throws SQLException, IOException {
    TestDatabase database = server.newDatabase();
    load(database, server.product(), text(file(server, expected)));
    return database;
  }

  /** The schemas that the case names, else those of the database's owner. */
  static Schema read(Session session, TestDatabase database, JsonNode expected) {
    List<String> named = expected.path("schemas").valueStream().map(JsonNode::asString).toList();
    List<String> schemas = named.isEmpty() ? database.source().schemas() : named;
    return Introspector.read(session, schemas, database.name(), Progress.SILENT);
  }

  /** The root and the overrides of the case. */
  static Decisions decisions(Schema schema, JsonNode expected) {
    TableName root = root(schema, expected);
    Decisions decisions = Decisions.root(root);
    for (Map.Entry<String, JsonNode> kind : expected.path("kinds").properties()) {
      decisions =
          decisions.with(
              new Decision.KindOverride(
                  new TableName(root.schema(), kind.getKey()),
                  Kind.valueOf(kind.getValue().asString().toUpperCase(Locale.ROOT)),
                  Optional.empty()));
    }
    return decisions;
  }

  /** The root; a dot in it parts schema and table. */
  private static TableName root(Schema schema, JsonNode expected) {
    String[] parts = expected.get("root").asString().split("\\.", 2);
    return parts.length == 2
        ? new TableName(parts[0], parts[1])
        : new TableName(schema.origin().schemas().getFirst(), parts[0]);
  }

  private static Map<Kind, Set<String>> colours(Plan plan) {
    Map<Kind, Set<String>> colours = none();
    plan.schema()
        .tables()
        .forEach(t -> of(colours, plan.kind(t.name())).add(shown(plan.schema(), t.name())));
    return colours;
  }

  /** The bare name, or the whole one where several schemas were read. */
  static String shown(Schema schema, TableName table) {
    return schema.origin().schemas().size() == 1 ? table.name() : table.toString();
  }

  private static Map<Kind, Set<String>> colours(JsonNode expected) {
    Map<Kind, Set<String>> colours = none();
    for (Kind kind : Kind.values()) {
      colours.put(
          kind,
          expected
              .path(kind.word())
              .valueStream()
              .map(JsonNode::asString)
              .collect(toCollection(TreeSet::new)));
    }
    return colours;
  }

  private static Map<Kind, Set<String>> none() {
    Map<Kind, Set<String>> none = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      none.put(kind, new TreeSet<>());
    }
    return none;
  }

  private static Set<String> of(Map<Kind, Set<String>> colours, Kind kind) {
    return Objects.requireNonNull(colours.get(kind));
  }

  static void load(TestDatabase database, Product product, String sql)
      throws SQLException, IOException {
    if (product == Product.POSTGRESQL) {
      database.with(sql);
      return;
    }
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      if (product == Product.MARIADB) {
        // Its driver turns IGNORE_SPACE on, which forbids a table named mid (case c27).
        statement.execute("SET SESSION sql_mode = REPLACE(@@sql_mode, 'IGNORE_SPACE', '')");
      }
      if (product == Product.MYSQL) {
        // MySQL 8.4 manual: keys to columns that are not unique are off by default (case c11).
        statement.execute("SET SESSION restrict_fk_on_non_standard_key = OFF");
      }
      MySqlScript script =
          new MySqlScript(new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8)));
      Optional<SqlStatement> next = script.next();
      while (next.isPresent()) {
        statement.execute(next.get().text());
        next = script.next();
      }
    }
  }

  private static String file(TestServer server, JsonNode expected) {
    return expected.get("id").asString() + "." + flavour(server) + ".sql";
  }

  private static Optional<InputStream> resource(String name) {
    return Optional.ofNullable(CasesTest.class.getResourceAsStream("/cases/" + name));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = resource(name).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
