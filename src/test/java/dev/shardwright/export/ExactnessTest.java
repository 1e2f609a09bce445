package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.dump.Loaded;
import dev.shardwright.introspect.dump.MySqlDump;
import dev.shardwright.introspect.dump.PostgresDump;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The proof of exactness: what pg_dump and SHOW CREATE say of the restored shard and neutral
 * databases together is what they say of the source, but for the planned changes; so is what we
 * read again ourselves; and the shard's own schema has the colours that it was made of. Prints the
 * share of equal objects and every difference.
 */
class ExactnessTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path SAMPLES = Path.of("sample-schemas");
  private static final Path SINKS = Path.of("src/test/resources/kitchen-sink");

  private static final Path SUPERUSER = SINKS.resolve("superuser");

  /**
   * A file of DDL; files of the project load without a statement skipped.
   *
   * @param root the root table, with its schema where another schema has one of this name
   * @param kinds what the DBA decided, by table
   */
  record Ddl(String name, Path file, String root, Map<String, Kind> kinds) {
    Ddl(String name, Path file, String root) {
      this(name, file, root, Map.of());
    }
  }

  static Stream<TestServer> servers() {
    return TestServers.everyVersion();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void fixturesAreExact(TestServer server) throws Exception {
    prove(server, "cases", Stream.of("expected.json", "ours.json").flatMap(f -> cases(server, f)));
  }

  private static Stream<Ddl> cases(TestServer server, String file) {
    String family = server.product().isMySqlFamily() ? "mysql" : "pg";
    return new ObjectMapper()
        .readTree(CASES.resolve(file).toFile())
        .valueStream()
        .filter(c -> c.path("only").asString(family).equals(family))
        .map(c -> {
          String id = c.get("id").asString();
          Map<String, Kind> kinds = new TreeMap<>();
          c.path("kinds")
              .forEachEntry((table, kind) ->
                  kinds.put(table, Kind.valueOf(kind.asString().toUpperCase(Locale.ROOT))));
          return new Ddl(
              id, CASES.resolve(id + "." + family + ".sql"), c.get("root").asString(), kinds);
        })
        .filter(ddl -> Files.exists(ddl.file()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void samplesAreExact(TestServer server) throws Exception {
    JsonNode samples = new ObjectMapper().readTree(SAMPLES.resolve("samples.json").toFile());
    prove(
        server,
        "samples",
        samples
            .valueStream()
            .map(s -> {
              String name = s.get("name").asString();
              return new Ddl(
                  name,
                  SAMPLES.resolve(name).resolve(flavour(server) + ".sql"),
                  s.get("root").asString());
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void kitchenSinksAreExact(TestServer server) throws Exception {
    try (Stream<Path> files = Files.list(SINKS)) {
      prove(
          server,
          "kitchen sinks",
          files
              .filter(Files::isRegularFile)
              .filter(file -> suits(file, server))
              .sorted()
              .map(file -> new Ddl(file.getFileName().toString(), file, "clients")));
    }
  }

  static Stream<TestServer> serversWithSuperusers() {
    return servers().filter(server -> server.product() == Product.POSTGRESQL);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serversWithSuperusers")
  void whatOnlyASuperuserMakesIsExact(TestServer server) throws Exception {
    prove(
        server,
        "objects of a superuser",
        Stream.of(new Ddl("superuser", SUPERUSER.resolve("postgresql.sql"), "clients")));
  }

  /** {@code postgresql.sql}, {@code postgresql-18.sql}, {@code mysql.sql}, {@code mariadb.sql}. */
  private static boolean suits(Path file, TestServer server) {
    String name = file.getFileName().toString().replace(".sql", "");
    String[] parts = name.split("-", 2);
    boolean only = name.equals("mysql-only") && server.product() != Product.MYSQL;
    boolean product =
        (parts[0].equals(flavour(server)) && !only)
            || parts[0].equals(server.product().name().toLowerCase(Locale.ROOT));
    return product
        && (parts.length == 1
            || parts[1].equals("only")
            || major(server) >= Integer.parseInt(parts[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void publicSchemasAreExact(TestServer server) throws Exception {
    String named = System.getenv().getOrDefault("SHARDWRIGHT_SCHEMAS", "");
    Path folder = named.isEmpty() ? Path.of("..", "shared", "schemas") : Path.of(named);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        "no folder of public schemas: set SHARDWRIGHT_SCHEMAS, or put it at ../shared/schemas");
    prove(
        server,
        "public schemas",
        PUBLIC.stream()
            .map(each ->
                new Ddl(
                    each.name(),
                    folder.resolve(each.name()).resolve(flavour(server) + ".sql"),
                    each.root()))
            .filter(each -> Files.exists(each.file())));
  }

  private static final List<Ddl> PUBLIC =
      Stream.of(
              "adventureworks customer",
              "bb_auctionmark useracct",
              "bb_seats customer",
              "bb_tpcc warehouse",
              "chinook customer",
              "mediawiki user",
              "northwind customers",
              "osm users",
              "roundcube users",
              "sakila customer",
              "tpce customer",
              "zabbix hosts")
          .map(text -> text.split(" "))
          .map(words -> new Ddl(words[0], Path.of(""), words[1]))
          .toList();

  private static int major(TestServer server) {
    return Integer.parseInt(server.version().replaceFirst("\\..*", ""));
  }

  private static String flavour(TestServer server) {
    return server.product().isMySqlFamily() ? "mysql" : "postgresql";
  }

  static void prove(TestServer server, String what, Stream<Ddl> all) throws Exception {
    if (!server.product().isMySqlFamily()) {
      PgDump.program();
    }
    int files = 0;
    int objects = 0;
    int equal = 0;
    int facts = 0;
    int planned = 0;
    List<String> differences = new ArrayList<>();
    for (Ddl ddl : all.toList()) {
      Exactness one = exactness(server, ddl);
      files++;
      objects += one.objects();
      equal += one.equal();
      facts += one.model().facts();
      planned += one.planned().size();
      one.differences().forEach(d -> differences.add(ddl.name() + ": " + d));
      one.model().lines().forEach(d -> differences.add(ddl.name() + " read again: " + d));
      write(server, ddl, one);
    }
    System.out.printf(
        Locale.ROOT,
        "Exact on %s, %s: %d of %d objects equal (%.2f %%), %d planned changes; %d facts of %d"
            + " schemas read again, %d differences in all%n",
        server,
        what,
        equal,
        objects,
        100.0 * equal / Math.max(objects, 1),
        planned,
        facts,
        files,
        differences.size());
    assertThat(objects).isPositive();
    assertThat(String.join("\n\n", differences)).as("%s of %s", what, server).isEmpty();
  }

  /** The whole list of planned changes and differences, to be read: target/exactness. */
  private static void write(TestServer server, Ddl ddl, Exactness one) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/exactness"));
    Files.writeString(
        folder.resolve((server + " " + ddl.name()).replaceAll("[^\\w.]+", "_") + ".txt"),
        one.equal()
            + " of "
            + one.objects()
            + "\n\nPlanned:\n"
            + String.join("\n", one.planned())
            + "\n\nDifferences:\n"
            + String.join("\n\n", one.differences())
            + "\n\nRead again:\n"
            + String.join("\n", one.model().lines())
            + "\n");
  }

  // a sink with a hole in it proves less than it seems
  private static void loaded(Ddl ddl, Loaded loaded) {
    if (ddl.file().startsWith(SINKS)) {
      assertThat(loaded.skipped()).as(ddl.name()).isEmpty();
    }
  }

  private static Exactness ofASuperuser(TestServer server, TestDatabase database, Ddl ddl)
      throws SQLException, IOException {
    try (Connection admin = database.admin()) {
      SqlFile.run(admin, Files.readString(ddl.file()));
    }
    List<String> schemas = List.of("public", "ops");
    return RoundTrip.of(
            server,
            RoundTrip.read(database.source(), schemas),
            database.name(),
            () -> PgDump.of(database),
            ddl.root(),
            schemas)
        .exactness();
  }

  private static Exactness exactness(TestServer server, Ddl ddl) throws SQLException, IOException {
    TestDatabase database = server.newDatabase();
    try (InputStream text = new BufferedInputStream(Files.newInputStream(ddl.file()))) {
      long bytes = Files.size(ddl.file());
      if (!server.product().isMySqlFamily()) {
        if (ddl.file().startsWith(SUPERUSER)) {
          return ofASuperuser(server, database, ddl);
        }
        Loaded loaded =
            PostgresDump.load(database.source(), text, ddl.name(), bytes, Progress.SILENT);
        loaded(ddl, loaded);
        return RoundTrip.of(
                server,
                RoundTrip.read(database.source(), loaded.schemas()),
                database.name(),
                () -> PgDump.of(database),
                ddl.root(),
                loaded.schemas())
            .deciding(ddl.kinds())
            .exactness();
      }
      Loaded loaded =
          MySqlDump.load(
              database.source(), database::admin, text, ddl.name(), bytes, Progress.SILENT);
      loaded(ddl, loaded);
      String name =
          loaded.schemas().isEmpty() ? MySqlDump.DEFAULT_DATABASE : loaded.schemas().getFirst();
      try {
        return RoundTrip.of(
                server,
                RoundTrip.read(database.source(), List.of(name)),
                name,
                () -> Exactness.texts(database, name),
                ddl.root(),
                List.of())
            .deciding(ddl.kinds())
            .exactness();
      } finally {
        // the next file wants a database of this name too
        try (Connection admin = database.admin();
            Statement statement = admin.createStatement()) {
          for (String each : loaded.schemas()) {
            statement.execute("DROP DATABASE `" + each + "`");
          }
          statement.execute("DROP DATABASE IF EXISTS `" + MySqlDump.DEFAULT_DATABASE + "`");
        }
      }
    }
  }
}
