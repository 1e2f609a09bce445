package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.introspect.dump.Loaded;
import dev.shardwright.introspect.dump.MySqlDump;
import dev.shardwright.introspect.dump.PostgresDump;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Ledger;
import dev.shardwright.risk.OwnerSql;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of the cases and samples, counted on each server and compared with its rows. */
class LedgerOfCasesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "cases");
  private static final Path SAMPLES = Path.of("sample-schemas");

  /**
   * A database to book.
   *
   * @param ledger the expected books of some of its tables, as {@code [one, none, several]}
   */
  record Case(String name, String root, Path file, JsonNode ledger) {}

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void everyRowIsBookedOnceAndEveryOwnedRowIsFoundByItsClient(TestServer server)
      throws SQLException, IOException {
    Map<String, Ledger> ledgers = new TreeMap<>();
    Map<String, Long> firstClients = new TreeMap<>();
    for (Case one : cases(server).toList()) {
      on(
          server,
          one,
          (session, schema) -> {
            Plan asked = answered(session, schema, one.root());
            Map<TableName, Ledger> counted = asked.books().counted();
            assertThat(named(counted)).as(one.name()).containsAllEntriesOf(expected(one.ledger()));
            counted.forEach((t, ledger) -> ledgers.put(one.name() + " " + t.name(), ledger));
            for (TableName table : clientTables(asked)) {
              String about = one.name() + " " + table;
              assertThat(counted).as(about).containsKey(table);
              Ledger ledger = counted.getOrDefault(table, new Ledger(0, 0, 0));
              long rows = count(session, asked, table, "1 = 1");
              assertThat(ledger.total()).as(about).isEqualTo(rows);
              List<Long> owned = ownedByClient(session, asked, table);
              if (ledger.several() == 0) {
                assertThat(owned.stream().mapToLong(n -> n).sum() + ledger.none())
                    .as(about)
                    .isEqualTo(rows);
              }
              firstClients.put(
                  about.replaceAll(" .*\\.", " "), owned.isEmpty() ? 0 : owned.getFirst());
            }
          });
    }
    assertThat(ledgers)
        .containsEntry("c03_nested comments", new Ledger(1, 0, 2))
        .containsEntry("c04_accidental blog_posts", new Ledger(4, 0, 1))
        .containsEntry("c06_polymorphic skins", new Ledger(1, 2, 0))
        .containsEntry("c16_affiliation affiliation", new Ledger(0, 0, 1));
    assertThat(ledgers)
        .hasEntrySatisfying("c20_total_parent t", t -> assertThat(t.none()).isZero());
    assertThat(firstClients)
        .containsEntry("c08_horse parts", 8L)
        .containsEntry("c18_recursive comments", 3L);
  }

  private static List<TableName> clientTables(Plan plan) {
    return plan.schema().tables().stream()
        .map(Table::name)
        .filter(t -> plan.kind(t) == Kind.CLIENT)
        .toList();
  }

  static Plan unanswered(Schema schema, String root) {
    TableName table =
        schema.tables().stream()
            .map(Table::name)
            .filter(t -> t.name().equals(root) || t.toString().equals(root))
            .findFirst()
            .orElseThrow();
    return Plan.of(schema, Decisions.root(table), Evidence.NONE);
  }

  private static Plan answered(Session session, Schema schema, String root) {
    Plan plan = unanswered(schema, root);
    Evidence evidence = ProbeRunner.run(session, plan, ProbeRunner.Level.FULL, 60, Progress.SILENT);
    assertThat(evidence.answers().values()).allSatisfy(a -> assertThat(a.whyNot()).isEmpty());
    return Plan.of(schema, plan.decisions(), evidence);
  }

  private static List<Long> ownedByClient(Session session, Plan plan, TableName table) {
    OwnerSql owners = plan.owners().orElseThrow();
    TableName root = plan.root().orElseThrow();
    List<String> key =
        plan.schema().table(root).flatMap(Table::rowIdentity).map(UniqueKey::columns).orElseThrow();
    List<Long> owned = new ArrayList<>();
    for (String client :
        session.query(
            "SELECT " + key.getFirst() + " FROM " + root + " ORDER BY 1",
            row -> row.at(1).orElseThrow())) {
      String where = owners.owned(table, "t", List.of("'" + client + "'")).orElse("1 = 0");
      owned.add(count(session, plan, table, where));
    }
    return owned;
  }

  /** The rows of other tables that inherit from it are not a table's own. */
  private static long count(Session session, Plan plan, TableName table, String where) {
    boolean inherited = plan.schema().tables().stream().anyMatch(t -> t.inherits().contains(table));
    String name = Dialect.of(plan.schema().origin().product()).qualified(table);
    String from = (inherited ? "ONLY " : "") + name;
    return session
        .query("SELECT COUNT(*) AS n FROM " + from + " t WHERE " + where, row -> row.number("n"))
        .getFirst();
  }

  private static Map<String, Ledger> named(Map<TableName, Ledger> counted) {
    Map<String, Ledger> named = new TreeMap<>();
    counted.forEach((table, ledger) -> {
      named.put(table.toString(), ledger);
      named.putIfAbsent(table.name(), ledger);
    });
    return named;
  }

  private static Map<String, Ledger> expected(JsonNode ledgers) {
    Map<String, Ledger> expected = new TreeMap<>();
    ledgers
        .properties()
        .forEach(e ->
            expected.put(
                e.getKey(),
                new Ledger(
                    e.getValue().get(0).asLong(),
                    e.getValue().get(1).asLong(),
                    e.getValue().get(2).asLong())));
    return expected;
  }

  interface Work {
    void with(Session session, Schema schema) throws SQLException, IOException;
  }

  static void on(TestServer server, Case one, Work work) throws SQLException, IOException {
    TestDatabase database = server.newDatabase();
    try (InputStream text = new BufferedInputStream(Files.newInputStream(one.file()))) {
      Loaded loaded =
          server.product() == Product.POSTGRESQL
              ? PostgresDump.load(
                  database.source(), text, one.name(), Files.size(one.file()), Progress.SILENT)
              : MySqlDump.load(
                  database.source(),
                  database::admin,
                  text,
                  one.name(),
                  Files.size(one.file()),
                  Progress.SILENT);
      try (Session session = Session.open(database.source(), Progress.SILENT)) {
        work.with(
            session, Introspector.read(session, loaded.schemas(), one.name(), Progress.SILENT));
      }
      if (server.product().isMySqlFamily()) {
        drop(database, loaded.schemas());
      }
    }
  }

  // The next file wants a database of the same name.
  private static void drop(TestDatabase database, List<String> names) throws SQLException {
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      for (String name : names) {
        statement.execute("DROP DATABASE `" + name + "`");
      }
    }
  }

  static Stream<Case> cases(TestServer server) {
    boolean postgres = server.product() == Product.POSTGRESQL;
    Stream<Case> cases =
        Stream.of("expected.json", "ours.json")
            .flatMap(file -> list(CASES.resolve(file)))
            .filter(c -> meant(postgres, c.path("only").asString("")))
            .filter(c -> !c.path("id").asString().startsWith("c11") || mayPointAtAnything(server))
            .map(c ->
                new Case(
                    c.path("id").asString(),
                    c.path("root").asString(),
                    CASES.resolve(c.path("id").asString() + (postgres ? ".pg.sql" : ".mysql.sql")),
                    c.path("ledger")))
            .filter(c -> Files.exists(c.file()));
    Stream<Case> samples =
        list(SAMPLES.resolve("samples.json"))
            .map(s ->
                new Case(
                    s.path("name").asString(),
                    s.path("root").asString(),
                    SAMPLES
                        .resolve(s.path("name").asString())
                        .resolve(postgres ? "postgresql.sql" : "mysql.sql"),
                    s.path("ledger")));
    return Stream.concat(cases, samples);
  }

  private static boolean meant(boolean postgres, String only) {
    return only.isEmpty() || only.equals(postgres ? "pg" : "mysql");
  }

  // MySQL 8.4 manual, "restrict_fk_on_non_standard_key"
  private static boolean mayPointAtAnything(TestServer server) {
    return server.product() == Product.MARIADB;
  }

  private static Stream<JsonNode> list(Path file) {
    try (InputStream text = Files.newInputStream(file)) {
      return JsonMapper.shared().readTree(text).valueStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
