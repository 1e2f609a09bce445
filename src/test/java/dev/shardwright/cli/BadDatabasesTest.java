package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What goes wrong with a live database is one sentence and a status, and no password in it. */
class BadDatabasesTest {
  private static final String ALL = "dev.shardwright.testing.TestServers#all";
  private static final String PASSWORD = "swordfish-q7#x";
  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void leave() {
    root.detachAppender(logged);
    root.setLevel(Level.INFO);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aWrongPasswordIsSaidAndShownNowhere(TestServer server) throws Exception {
    JdbcSource source = server.newDatabase().source();
    Shell shell = inspect(source.url(), source, PASSWORD);
    refused(shell, "check name and password");
    assertThat(shell.out() + shell.err()).doesNotContain(PASSWORD);
    assertThat(commandLines()).noneMatch(line -> line.contains(PASSWORD));
    assertThat(logs()).noneMatch(log -> log.contains(PASSWORD));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aPasswordInTheUrlIsShownNowhere(TestServer server) throws Exception {
    JdbcSource source = server.newDatabase().source();
    String url = source.url() + (source.url().contains("?") ? "&" : "?") + "password=" + PASSWORD;
    Shell shell = inspect(url, source, "");
    assertThat(shell.status()).isEqualTo(ExitStatus.DATABASE);
    assertThat(shell.out() + shell.err()).doesNotContain(PASSWORD);
    assertThat(logs()).noneMatch(log -> log.contains(PASSWORD));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aDatabaseThatIsNotThereIsSaid(TestServer server) throws Exception {
    JdbcSource source = server.newDatabase().source();
    String url = source.url().replaceFirst("(:\\d+/)[^?]*", "$1nowhere_at_all");
    Shell shell = inspect(url, source, source.password().reveal());
    assertThat(shell.status()).isEqualTo(ExitStatus.DATABASE);
    assertThat(shell.err().lines().filter(line -> line.contains("nowhere_at_all"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anEmptyDatabaseHasNoRoot(TestServer server) throws Exception {
    JdbcSource source = server.newDatabase().source();
    Shell shell =
        Shell.run(
            "plan",
            source.url(),
            "--root",
            "clients",
            "--quiet",
            "--user",
            source.user().orElseThrow(),
            "--password-file",
            file(source.password().reveal()));
    assertThat(shell.status()).isEqualTo(ExitStatus.WRONG_USE);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).contains("clients");
  }

  private Shell inspect(String url, JdbcSource source, String password) throws IOException {
    return Shell.run(
        "inspect",
        url,
        "--quiet",
        "--user",
        source.user().orElseThrow(),
        "--password-file",
        file(password));
  }

  private String file(String password) throws IOException {
    return Files.writeString(folder.resolve("password"), password + "\n").toString();
  }

  private static void refused(Shell shell, String sentence) {
    assertThat(shell.status()).isEqualTo(ExitStatus.DATABASE);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).contains(sentence);
  }

  private static Stream<String> commandLines() {
    return ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream());
  }

  /** All that was logged at any level, causes included. */
  private Stream<String> logs() {
    assertThat(logged.list).isNotEmpty();
    return List.copyOf(logged.list).stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())));
  }
}
