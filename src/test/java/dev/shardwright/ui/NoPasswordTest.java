package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.cli.ShardwrightCommand;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserFolders;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that the program writes, says or starts holds a password. */
class NoPasswordTest {
  private static final String WRONG = "tell-nobody-4711";

  @TempDir private Path folder;

  @Test
  void neitherAFileNorASentenceHoldsAPassword() throws Exception {
    TestDatabase database =
        TestServers.postgres()
            .newDatabase()
            .with("CREATE TABLE clients (id int PRIMARY KEY, login text UNIQUE)");
    JdbcSource right = database.source();
    PlannerModel model =
        new PlannerModel(
            Background.direct(),
            Optional.of(new UserFolders(folder.resolve("settings"), folder.resolve("state"))));
    model.open(new JdbcSource(right.url(), right.user(), Secret.of(WRONG), List.of()));
    Failure refused = model.notices().failureProperty().get().orElseThrow();
    assertThat(refused.sentence() + refused.details()).doesNotContain(WRONG);

    String secret = right.password().reveal();
    assertThat(secret).hasSizeGreaterThan(3);
    String telling = right.url() + (right.url().contains("?") ? "&" : "?") + "password=" + secret;
    model.open(new JdbcSource(telling, right.user(), right.password(), List.of()));
    model.chooseRoot(new TableName("public", "clients"));
    model.saveAs(folder.resolve("plan.shardplan"));
    model.undo();
    model.close();
    assertThat(model.connections().orElseThrow().all()).hasSize(1);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(secret, WRONG);
      }
    }
  }

  @Test
  void neitherExportNorReportNorLogNorProcessHoldsAPassword() throws Exception {
    TestDatabase database =
        TestServers.postgres()
            .newDatabase()
            .with(
                "CREATE TABLE clients (id int PRIMARY KEY, login text UNIQUE)",
                "CREATE TABLE photos (id int PRIMARY KEY, client_id int REFERENCES clients)",
                "INSERT INTO clients VALUES (1, 'a')");
    JdbcSource right = database.source();
    String secret = right.password().reveal();
    Path password = Files.writeString(folder.resolve("password"), secret);
    List<String> how =
        List.of("--user", right.user().orElseThrow(), "--password-file", "" + password);
    Path written = Files.createDirectory(folder.resolve("written"));
    List<String> plan = List.of("plan", right.url(), "--root", "clients", "--evidence", "full");
    String said =
        said(plan, how, List.of("--format", "json", "-o", written + "/a.shardplan"))
            + said(
                List.of("export", right.url(), "--root", "clients", "--force"),
                how,
                List.of("--to", written + "/out", "--data", "insert"))
            + said(
                List.of("report", written + "/a.shardplan"),
                List.of(),
                List.of(
                    "--html",
                    written + "/a.html",
                    "--md",
                    written + "/a.md",
                    "--json",
                    written + "/a.json",
                    "--pdf",
                    written + "/a.pdf"))
            + said(
                List.of("check", written + "/a.shardplan", "--against", right.url()),
                how,
                List.of());
    assertThat(said).doesNotContain(secret);

    PlannerModel model = new PlannerModel(Background.direct());
    model.open(right);
    StringBuilder statements = new StringBuilder();
    model.questions().log().forEach(ran -> statements.append(ran).append('\n'));
    assertThat(statements.toString()).contains("SELECT").doesNotContain(secret);
    Failure crash = Failure.of("Open", new IllegalStateException("at " + right));
    assertThat(crash.sentence() + crash.details()).doesNotContain(secret);
    assertThat(processes()).isNotEmpty().noneMatch(text -> text.contains(secret));
    model.close();
    Path log = Path.of(System.getProperty("shardwright.log", ""));
    if (Files.isRegularFile(log)) {
      assertThat(Files.readString(log)).doesNotContain(secret);
    }

    try (Stream<Path> files = Files.walk(written)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(8);
      for (Path file : all) {
        // Byte for byte: a PDF is no text.
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain(secret);
      }
    }
  }

  private static String said(List<String> verb, List<String> how, List<String> more) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] all =
        Stream.of(verb, how, more, verb.contains("report") ? List.<String>of() : List.of("--quiet"))
            .flatMap(List::stream)
            .toArray(String[]::new);
    int status = ShardwrightCommand.run(all, stream, stream);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isLessThan(2);
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Command line and environment of this process and of all that it started. */
  private static List<String> processes() throws IOException {
    List<String> texts = new ArrayList<>();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .toList();
    for (ProcessHandle process : all) {
      for (String part : List.of("cmdline", "environ")) {
        Path file = Path.of("/proc/" + process.pid() + "/" + part);
        if (Files.isReadable(file)) {
          texts.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }
}
