package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decision;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while rows are read, and the rows of tables that are half shared. */
class DataTroubleTest {
  private static final String TABLES =
      """
      CREATE TABLE cities (id integer PRIMARY KEY, name varchar(40));
      CREATE TABLE notes (id integer PRIMARY KEY, city varchar(40));
      CREATE TABLE clients (id integer PRIMARY KEY, city_id integer, FOREIGN KEY (city_id) REFERENCES cities (id));
      INSERT INTO cities VALUES (1, 'Oslo');
      INSERT INTO notes VALUES (1, 'Oslo');
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aTableThatIsGoneIsNamedAndNothingIsLeft(TestServer server) throws SQLException {
    Site site = site(server, TABLES);
    run(site, "DROP TABLE notes");
    assertThatThrownBy(() -> site.export(Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("notes");
    assertThat(folder).isEmptyDirectory();
  }

  /** MariaDB sets no savepoint in a transaction that holds a table of an engine without them. */
  @Test
  void tablesOfEnginesWithoutSavepointsAreRead() throws SQLException, IOException {
    Site site = site(TestServers.mariaDb(), TABLES);
    run(site, "ALTER TABLE notes ENGINE = Aria TRANSACTIONAL = 1");
    site.export(Progress.SILENT);
    assertThat(folder.resolve("neutral_data.sql")).content().contains("'Oslo'");
    assertThat(folder.resolve("context_data.sql")).content().contains("'Oslo'");
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aTableThatLostAColumnIsNamed(TestServer server) throws SQLException {
    Site site = site(server, TABLES);
    run(site, "ALTER TABLE cities DROP COLUMN name");
    assertThatThrownBy(() -> site.export(Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("cities")
        .hasMessageContaining("read the schema again");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aTableThatTheUserMayNotReadIsNamedWithTheGrant(TestServer server) throws SQLException {
    Site site = site(server, TABLES);
    boolean mysql = server.product().isMySqlFamily();
    String reader = "reader_" + site.database().name();
    String password = "Aa1-" + site.database().name();
    try (Connection admin = site.database().admin();
        Statement statement = admin.createStatement()) {
      String who = mysql ? "'" + reader + "'@'127.0.0.1'" : reader;
      statement.execute(
          mysql
              ? "CREATE USER " + who + " IDENTIFIED BY '" + password + "'"
              : "CREATE ROLE " + who + " LOGIN PASSWORD '" + password + "'");
      for (String table : List.of("cities", "clients")) {
        statement.execute("GRANT SELECT ON " + table + " TO " + who);
      }
      if (!mysql) {
        statement.execute("GRANT CONNECT ON DATABASE " + site.database().name() + " TO " + who);
      }
    }
    JdbcSource owner = site.database().source();
    JdbcSource limited =
        new JdbcSource(
            owner.url(), Optional.of(reader), Secret.of(password), List.of(site.database().name()));
    TestDatabase seen = new TestDatabase(site.database().name(), limited, site.database()::admin);
    assertThatThrownBy(() -> new Site(server, seen, site.plan(), folder).export(Progress.SILENT))
        .isInstanceOf(UserError.DatabaseRefused.class)
        .hasMessageContaining("The rows of")
        .hasMessageContaining("notes")
        .hasMessageContaining("GRANT SELECT ON");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void manyRowsFromAPrimaryAreWarnedOf(boolean replica) throws SQLException, IOException {
    Plan small = site(TestServers.postgres(), TABLES).plan();
    Schema schema = small.schema();
    List<Table> tables = schema.tables().stream().map(DataTroubleTest::huge).toList();
    Plan plan =
        Plan.of(
            Schema.of(schema.origin(), tables, schema.relations()),
            small.decisions(),
            small.evidence());
    List<String> warned = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void step(String what, double fraction) {}

          @Override
          public void warn(String sentence) {
            warned.add(sentence);
          }

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public AutoCloseable onCancel(Runnable stop) {
            return () -> {};
          }
        };
    Exports.write(
        plan,
        ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT),
        folder,
        Set.of("neutral_data"),
        true,
        progress,
        Optional.of(p -> new NoRows(replica)));
    assertThat(warned).hasSize(replica ? 0 : 1).allMatch(w -> w.startsWith("2,048 MB of rows"));
    assertThat(Files.readString(folder.resolve("neutral_data.sql")).contains("read from a primary"))
        .isEqualTo(!replica);
  }

  private static Table huge(Table table) {
    return table.withBytes(OptionalLong.of(2L << 30));
  }

  private record NoRows(boolean replica) implements RowSource {
    @Override
    public List<String> standing() {
      return List.of();
    }

    @Override
    public void check(TableName table, String select) {}

    @Override
    public long read(TableName table, String select, int columns, RowReader reader) {
      return 0;
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void changesDuringTheExportAreNotInTheFile(TestServer server) throws SQLException, IOException {
    Site site = site(server, TABLES);
    try (Session session = Session.open(site.database().source(), Progress.SILENT);
        Snapshot rows = Snapshot.beside(session, Progress.SILENT)) {
      rows.check(new TableName(site.plan().root().orElseThrow().schema(), "cities"), "SELECT 1");
      run(site, "INSERT INTO cities VALUES (2, 'later')");
      Exports.write(
          site.plan(),
          ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT),
          folder,
          Set.of("context_data"),
          true,
          Progress.SILENT,
          Optional.of(progress -> rows));
    }
    String file = Files.readString(folder.resolve("context_data.sql"));
    assertThat(file).contains("Oslo").doesNotContain("later");
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void cancellingInTheMiddleLeavesNothing(TestServer server) throws SQLException {
    Site site = site(server, TABLES);
    StringBuilder many = new StringBuilder("INSERT INTO notes VALUES (2, 'x')");
    for (int i = 3; i < 6000; i++) {
      many.append(", (").append(i).append(", 'x')");
    }
    run(site, many.toString());
    AtomicInteger asked = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public void step(String what, double fraction) {
            if (what.startsWith("rows of") && what.contains("notes")) {
              asked.set(1);
            }
          }

          @Override
          public boolean cancelled() {
            return asked.get() > 0 && asked.incrementAndGet() > 3;
          }

          @Override
          public AutoCloseable onCancel(Runnable stop) {
            return () -> {};
          }
        };
    assertThatThrownBy(() -> site.export(impatient)).isInstanceOf(Progress.Cancelled.class);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aLostConnectionIsASentenceAndLeavesNothing(TestServer server) throws SQLException {
    Site site = site(server, TABLES);
    try (Session session = Session.open(site.database().source(), Progress.SILENT)) {
      assertThatThrownBy(() ->
              Exports.write(
                  site.plan(),
                  ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT),
                  folder,
                  Set.of("neutral_data"),
                  true,
                  Progress.SILENT,
                  Optional.of(progress -> {
                    Snapshot rows = Snapshot.beside(session, progress);
                    rows.close();
                    return rows;
                  })))
          .isInstanceOf(UserError.DatabaseRefused.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void theSharedRowsOfAnAcceptedMixedTableAreContext(TestServer server)
      throws SQLException, IOException {
    Site site =
        site(
            server,
            """
            CREATE TABLE clients (id integer PRIMARY KEY);
            CREATE TABLE skins (id integer PRIMARY KEY, client_id integer, name varchar(20), FOREIGN KEY (client_id) REFERENCES clients (id));
            CREATE TABLE pages (id integer PRIMARY KEY, client_id integer NOT NULL, skin_id integer, FOREIGN KEY (client_id) REFERENCES clients (id), FOREIGN KEY (skin_id) REFERENCES skins (id));
            INSERT INTO clients VALUES (1);
            INSERT INTO skins VALUES (1, NULL, 'shared'), (2, 1, 'owned'), (3, NULL, 'shared too');
            INSERT INTO pages VALUES (1, 1, 1);
            """);
    Finding mixed =
        site.plan().findings().stream()
            .filter(f -> f.check() == CheckCode.POLYMORPHIC_DATA)
            .findFirst()
            .orElseThrow();
    Plan accepted =
        Plan.of(
            site.plan().schema(),
            site.plan()
                .decisions()
                .with(
                    new Decision.FindingState(
                        CheckCode.POLYMORPHIC_DATA.name(),
                        mixed.table(),
                        mixed.relations(),
                        mixed.objects(),
                        Decision.FindingState.State.ACCEPTED,
                        Optional.of("they stay mixed"),
                        Optional.empty())),
            site.plan().evidence());
    assertThat(DataTables.context(site.plan()).tables()).isEmpty();
    new Site(server, site.database(), accepted, folder).export(Progress.SILENT);
    assertThat(Files.readString(folder.resolve("context_data.sql")))
        .contains("'shared'", "'shared too'")
        .doesNotContain("'owned'");
    new DataRoundTrip(server, site.database(), accepted, folder, ExportOptions.Data.INSERT)
        .proves();
  }

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#all")
  void aRowThatChangedIsFoundByTheFilesOwnCheck(TestServer server)
      throws SQLException, IOException {
    site(server, TABLES).export(Progress.SILENT);
    Path file = folder.resolve("neutral_data.sql");
    String text = Files.readString(file);
    Path check =
        Files.writeString(
            folder.resolve("check.sql"), "-- " + text.substring(text.indexOf("What is there now")));
    TestDatabase target = server.newDatabase();
    try (Connection connection = target.admin();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE notes (id integer PRIMARY KEY, city varchar(40))");
      assertThat(SqlFile.load(connection, file)).anyMatch(row -> row.contains("ok"));
      String table = server.product().isMySqlFamily() ? "notes" : "public.notes";
      statement.execute("UPDATE " + table + " SET city = '0slo'");
      assertThat(SqlFile.load(connection, check))
          .singleElement()
          .satisfies(row -> assertThat(row).contains("DIFFERENT"));
    }
  }

  private record Site(TestServer server, TestDatabase database, Plan plan, Path folder) {
    void export(Progress progress) {
      try (Session session = Session.open(database.source(), Progress.SILENT)) {
        Exports.write(
            plan,
            ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT),
            folder,
            Set.of("context_data", "neutral_data"),
            true,
            progress,
            Optional.of(p -> Snapshot.beside(session, p)));
      }
    }
  }

  private Site site(TestServer server, String tables) throws SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.owner()) {
      SqlFile.run(connection, tables);
    }
    RoundTrip trip = RoundTrip.of(server, database, "clients");
    return new Site(server, database, trip.plan(), folder);
  }

  private static void run(Site site, String sql) throws SQLException {
    try (Connection connection = site.database().owner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
