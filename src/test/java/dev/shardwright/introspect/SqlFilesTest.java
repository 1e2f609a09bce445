package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.TestServers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and samples open from end to end, and bad ones say what is wrong with them. */
class SqlFilesTest {
  @TempDir Path folder;

  @Test
  void theCarRentalOpensOnTheEmbeddedPostgres() throws Exception {
    List<Path> before = throwawayFolders();
    Source source = Source.parse("sample:car-rental", SourceOptions.DEFAULT);
    try (OpenSource open = Sources.open(source, Progress.SILENT)) {
      Schema schema = open.schema();
      assertThat(schema.origin().product()).isEqualTo(Product.POSTGRESQL);
      assertThat(schema.origin().described()).isEqualTo("sample:car-rental");
      assertThat(schema.tables()).hasSize(8);
      assertThat(schema.relations()).hasSize(8);
      assertThat(schema.skipped()).isEmpty();
      assertThat(schema.tables())
          .allMatch(table -> table.rowCount().are() == RowCount.Exactness.EXACT);
      assertThat(open.session()).isPresent();
    }
    assertThat(throwawayFolders()).isEqualTo(before);
  }

  @Test
  void aMySqlFileOpensOnTheServerThatWasNamed() throws Exception {
    Path file =
        write(
            """
            -- MySQL dump 10.13  Distrib 9.7.4
            CREATE TABLE `a` (`id` int unsigned NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) ENGINE=InnoDB;
            INSERT INTO `a` VALUES (1),(2),(3);
            DELIMITER ;;
            /*!50003 CREATE*/ /*!50017 DEFINER=`gone`@`%`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `a`
            FOR EACH ROW BEGIN SET NEW.id = NEW.id; END */;;
            DELIMITER ;
            """);
    Path server = TestServers.mariaDbProgram();
    SourceOptions options =
        new SourceOptions(
            Optional.empty(), Secret.NONE, List.of(), Optional.empty(), Optional.of(server));
    try (OpenSource open = Sources.open(Source.parse(file.toString(), options), Progress.SILENT)) {
      Schema schema = open.schema();
      assertThat(schema.skipped()).isEmpty();
      assertThat(schema.origin().product()).isEqualTo(Product.MARIADB);
      assertThat(schema.origin().notes())
          .anyMatch(note -> note.startsWith("a MySQL file loaded into MariaDB"));
      Table table = schema.table(new TableName("main", "a")).orElseThrow();
      assertThat(table.rowCount()).isEqualTo(RowCount.exact(3));
      assertThat(table.triggers()).hasSize(1);
    }
  }

  @Test
  void statementsThatCouldNotBeUsedAreReportedInGroups() throws Exception {
    Path file =
        write(
            """
            SET client_encoding = 'UTF8';
            CREATE TABLE public.a (id int PRIMARY KEY);
            CREATE TABLE public.b (id int PRIMARY KEY);
            ALTER TABLE public.a OWNER TO postgres;
            ALTER TABLE public.b OWNER TO postgres;
            GRANT SELECT ON public.a TO reader;
            CREATE EXTENSION no_such_extension;
            COPY public.a (id) FROM stdin;
            1
            2
            \\.
            INSERT INTO public.b VALUES (1);
            INSERT INTO public.b VALUES (1);
            INSERT INTO public.b VALUES (2);
            """);
    try (OpenSource open = open(file)) {
      assertThat(open.schema().skipped())
          .extracting(Skipped::statement)
          .containsExactly(
              "2 × OWNER TO postgres",
              "GRANT SELECT ON public.a TO reader",
              "CREATE EXTENSION no_such_extension",
              "INSERT INTO public.b VALUES (1)");
      assertThat(open.schema().skipped().getFirst().why())
          .isEqualTo("role \"postgres\" does not exist");
      assertThat(open.schema().tables())
          .extracting(table -> table.rowCount().rows())
          .containsExactly(2L, 2L);
    }
  }

  @Test
  void anErrorInATransactionOfTheFileCostsThatStatementOnly() throws Exception {
    Path file =
        write(
            """
            BEGIN;
            CREATE TABLE public.a (id serial PRIMARY KEY, b int);
            CREATE TABLE public.b (id serial PRIMARY KEY);
            ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE INITIALLY DEFERRED;
            INSERT INTO a (b) VALUES (1);
            SELECT no_such_function();
            INSERT INTO b VALUES (1);
            COMMIT;
            """);
    try (OpenSource open = open(file)) {
      assertThat(open.schema().relations()).hasSize(1);
      assertThat(open.schema().skipped()).hasSize(1);
      assertThat(open.schema().tables())
          .allMatch(table -> table.rowCount().equals(RowCount.exact(1)));
    }
  }

  @Test
  void hostileNamesSurvive() throws Exception {
    Path file =
        write(
            """
            CREATE SCHEMA "we.ird";
            CREATE TABLE "we.ird"."sel""ect ; --" ("a b" bigserial PRIMARY KEY, "Ünï" int);
            CREATE TABLE "we.ird"."Twin" (id int PRIMARY KEY);
            CREATE TABLE "we.ird"."twin" (id int REFERENCES "we.ird"."Twin");
            """);
    try (OpenSource open = open(file)) {
      assertThat(open.schema().skipped()).isEmpty();
      assertThat(open.schema().tables())
          .extracting(Table::name)
          .containsExactly(
              new TableName("we.ird", "Twin"),
              new TableName("we.ird", "sel\"ect ; --"),
              new TableName("we.ird", "twin"));
    }
  }

  @Test
  void aTruncatedDumpLoadsUpToItsEndAndSaysSo() throws Exception {
    Path file =
        write(
            """
            CREATE TABLE public.a (id serial PRIMARY KEY);
            INSERT INTO a VALUES (1);
            CREATE TABLE b (x te\
            """);
    try (OpenSource open = open(file)) {
      assertThat(open.schema().tables()).hasSize(1);
      assertThat(open.schema().skipped())
          .singleElement()
          .satisfies(
              skipped -> assertThat(skipped.why()).startsWith("the file ends in the middle"));
    }
  }

  @Test
  void whatIsNoSqlIsRefusedInOneSentence() throws Exception {
    refused(write("Dear Sir,\n\nplease find enclosed the dump.\n"), "is no SQL");
    refused(write(" \n\n"), "is empty");
    refused(write("PGDMP\u0001\u000e"), "archive of pg_dump", "pg_restore");
    refused(write("CREATE TABLE a (id int PRIMARY KEY);"), "--flavour");
    refused(write("CREATE ROLE app; SET search_path TO public;"), "makes no table");
  }

  @Test
  void whatIsNoSourceIsRefusedInOneSentence() {
    for (String text :
        List.of("mydatabase", "sample:no-such", "sample:car-rental/oracle", "gone.sql")) {
      assertThatThrownBy(() -> Source.parse(text, SourceOptions.DEFAULT))
          .describedAs(text)
          .isInstanceOf(UserError.class)
          .hasMessageContaining(text.replaceFirst("^sample:", "").replaceFirst("/.*", ""));
    }
  }

  @Test
  void aDumpOfFiftyMegabytesPassesAsAStream() throws Exception {
    Path file = folder.resolve("big.sql");
    int rows = 500_000;
    write(
        file,
        out -> {
          out.append("CREATE TABLE public.big (id bigint PRIMARY KEY, text text);\n");
          out.append("COPY public.big (id, text) FROM stdin;\n");
          for (int i = 0; i < rows; i++) {
            out.append(String.valueOf(i)).append('\t').append("x".repeat(100)).append('\n');
          }
          out.append("\\.\n");
        });
    assertThat(Files.size(file)).isGreaterThan(50_000_000);
    try (OpenSource open = open(file)) {
      assertThat(open.schema().tables().getFirst().rowCount()).isEqualTo(RowCount.exact(rows));
    }
  }

  @Test
  void cancellingALoadEndsItWithinTwoSecondsAndLeavesNothing() throws Exception {
    Path file = write("CREATE TABLE public.a (id serial);\nSELECT pg_sleep(600);\n");
    List<Path> before = throwawayFolders();
    AtomicLong cancelledAt = new AtomicLong();
    Cancelling progress = new Cancelling("loading", cancelledAt);
    assertThatThrownBy(() ->
            Sources.open(Source.parse(file.toString(), SourceOptions.DEFAULT), progress).close())
        .isInstanceOf(Progress.Cancelled.class);
    assertThat(System.nanoTime() - cancelledAt.get()).isLessThan(TimeUnit.SECONDS.toNanos(2));
    assertThat(throwawayFolders()).isEqualTo(before);
  }

  /** A user who cancels half a second after something begins. */
  private static final class Cancelling implements Progress {
    private final String what;
    private final AtomicLong at;
    private final List<Runnable> stops = new java.util.concurrent.CopyOnWriteArrayList<>();

    Cancelling(String what, AtomicLong at) {
      this.what = what;
      this.at = at;
    }

    @Override
    public void step(String step, double fraction) {
      if (step.startsWith(what) && at.compareAndSet(0, 1)) {
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(500);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              at.set(System.nanoTime());
              stops.forEach(Runnable::run);
            });
      }
    }

    @Override
    public boolean cancelled() {
      return at.get() > 1;
    }

    @Override
    public AutoCloseable onCancel(Runnable stop) {
      stops.add(stop);
      return () -> stops.remove(stop);
    }
  }

  private static void refused(Path file, String... words) {
    assertThatThrownBy(() -> open(file).close())
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(String.valueOf(file.getFileName()));
  }

  private static OpenSource open(Path file) {
    return Sources.open(Source.parse(file.toString(), SourceOptions.DEFAULT), Progress.SILENT);
  }

  private Path write(String text) throws IOException {
    Path file = Files.createTempFile(folder, "dump", ".sql");
    return Files.writeString(file, text);
  }

  private interface Content {
    void to(BufferedWriter out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      content.to(out);
    }
  }

  private static List<Path> throwawayFolders() throws IOException {
    String prefix = "shardwright-" + ProcessHandle.current().pid() + "-";
    UnaryOperator<Stream<Path>> ours =
        all -> all.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix));
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return ours.apply(files).sorted().toList();
    }
  }
}
