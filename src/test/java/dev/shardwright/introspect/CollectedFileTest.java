package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.export.SqlFile;
import dev.shardwright.introspect.dump.PostgresDump;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a collection script prints says all that a live reading says. */
class CollectedFileTest {
  private static final String EVERY = "dev.shardwright.testing.TestServers#everyVersion";
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource(EVERY)
  void aCollectedFileGivesTheSchemaOfALiveReading(TestServer server) throws Exception {
    boolean postgres = server.product() == Product.POSTGRESQL;
    TestDatabase database =
        server
            .newDatabase()
            .with(
                postgres
                    ? PostgreSqlIntrospectionTest.ddl(server.version())
                    : MySqlIntrospectionTest.ddl());
    assertThat(collected(database, server)).isEqualTo(bare(Reading.of(database).schema()));
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void soDoesASample(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    boolean postgres = server.product() == Product.POSTGRESQL;
    try (InputStream sample =
        Objects.requireNonNull(Samples.open("shop", postgres ? "postgresql" : "mysql"))) {
      JdbcSource target = database.source();
      if (postgres) {
        PostgresDump.load(target, sample, "shop", 1, Progress.SILENT);
      } else {
        try (Connection admin = database.admin()) {
          SqlFile.run(admin, new String(sample.readAllBytes(), StandardCharsets.UTF_8));
          settle(admin);
        }
      }
    }
    Schema read = bare(Reading.of(database).schema());
    assertThat(read.tables()).hasSizeGreaterThan(70);
    Schema collected = collected(database, server);
    Schema again = bare(Reading.of(database).schema());
    for (int attempt = 1; !again.equals(read) && attempt < 10; attempt++) {
      read = again; // the server's estimates moved meanwhile: there is nothing to compare with yet
      collected = collected(database, server);
      again = bare(Reading.of(database).schema());
    }
    assertThat(again.tables()).containsExactlyElementsOf(read.tables());
    // Table by table first: what differs is then told alone, not two whole schemas.
    assertThat(collected.tables()).containsExactlyElementsOf(read.tables());
    assertThat(collected).isEqualTo(read);
  }

  /** InnoDB estimates rows some time after they came: what is counted now stays. */
  private static void settle(Connection admin) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement sql = admin.createStatement()) {
      try (ResultSet named = sql.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
        while (named.next()) {
          tables.add("`" + named.getString(1) + "`");
        }
      }
      sql.execute("ANALYZE TABLE " + String.join(", ", tables));
    }
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void aCutFileIsSaidToBeCut(TestServer server) throws Exception {
    Path whole = collect(server.newDatabase().with("CREATE TABLE t (id int)"), server);
    String text = Files.readString(whole);
    for (int part = 2; part < 9; part++) {
      Files.writeString(whole, text.substring(0, text.length() * part / 9));
      assertThatThrownBy(() -> open(whole))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is not whole");
    }
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void aFileOfOtherSchemasIsRefused(TestServer server) throws Exception {
    Path file = collect(server.newDatabase().with("CREATE TABLE t (id int)"), server);
    assertThatThrownBy(
            () -> CollectedFile.open(new CollectedSource(file, List.of("other")), Progress.SILENT))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("was collected for");
  }

  private Schema collected(TestDatabase database, TestServer server) throws Exception {
    return bare(open(collect(database, server)));
  }

  private static Schema open(Path file) {
    Source source = Source.parse(file.toString(), SourceOptions.DEFAULT);
    assertThat(source).isInstanceOf(CollectedSource.class);
    try (OpenSource open = Sources.open(source, Progress.SILENT)) {
      return open.schema();
    }
  }

  /** Without where it was read. */
  private static Schema bare(Schema s) {
    return new Schema(
        new Provenance(
            s.origin().product(),
            s.origin().version(),
            "",
            s.origin().schemas(),
            0,
            0,
            s.origin().notes()),
        s.tables(),
        s.relations(),
        s.views(),
        s.routines(),
        s.sequences(),
        s.events(),
        s.types(),
        s.extensions(),
        s.skipped());
  }

  private Path collect(TestDatabase database, TestServer server) throws Exception {
    boolean postgres = server.product() == Product.POSTGRESQL;
    Path script = folder.resolve("collect");
    Files.writeString(script, postgres ? CollectScript.postgreSql() : CollectScript.mySql());
    URI uri = URI.create(database.source().url().substring("jdbc:".length()));
    String user = database.source().user().orElseThrow();
    String port = String.valueOf(uri.getPort());
    List<String> command =
        postgres
            ? List.of(
                "psql",
                "-X",
                "-h",
                uri.getHost(),
                "-p",
                port,
                "-U",
                user,
                "-f",
                script.toString(),
                database.name())
            : List.of(
                "sh",
                script.toString(),
                "-h",
                uri.getHost(),
                "-P",
                port,
                "-u",
                user,
                database.name());
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    String client = postgres ? "psql" : client(server.product());
    Assumptions.assumeTrue(there(client), "no client " + client + " on this machine");
    builder.environment().put("MYSQL", client);
    builder
        .environment()
        .put(postgres ? "PGPASSWORD" : "MYSQL_PWD", database.source().password().reveal());
    Path output = folder.resolve("collected.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    process.waitFor();
    assertThat(Files.readString(errors)).isEmpty();
    return output;
  }

  /** MySQL's own client stands beside its server; MariaDB's logs in to no new MySQL. */
  private static String client(Product product) {
    return product == Product.MYSQL
        ? Optional.ofNullable(System.getenv("SHARDWRIGHT_MYSQLD"))
            .map(server -> Path.of(server).resolveSibling("mysql").toString())
            .orElse("mysql")
        : "mariadb";
  }

  private static boolean there(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
