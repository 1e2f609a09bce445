package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.cli.ShardwrightCommand;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.server.SocketServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A DBA on the database's own host: no port, no password, a path in place of a host. */
@ExtendWith(ApplicationExtension.class)
class SocketJourneyTest {
  private static SocketServer server;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeAll
  static void startServer() throws IOException {
    server = SocketServer.postgres();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  @Test
  void aPathAsHostIsTestedAndOpenedWithoutAPassword(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.O);
    desk.act(() -> {
      field(robot, "#db-host").setText(server.folder().toString());
      field(robot, "#db-port").setText("5499");
      field(robot, "#db-name").setText("shop");
      field(robot, "#db-user").setText("peered");
    });
    String url = server.byLogin().url();
    assertThat(field(robot, "#db-url").getText()).isEqualTo(url);
    assertThat(robot.lookup("#db-socket").query().isVisible()).isTrue();
    robot.clickOn("#db-test");
    desk.until(() -> desk.words(robot, "#db-answer").contains("answers to peered, read-only"));
    assertThat(desk.words(robot, "#db-answer")).contains("over a socket of this machine");
    robot.clickOn("#db-open");
    desk.until(() -> desk.model.plan().isPresent());
    assertThat(desk.words(robot, "#source")).contains(url, "read-only ✓");

    robot.push(KeyCode.CONTROL, KeyCode.O);
    desk.act(() -> field(robot, "#db-url").setText("jdbc:postgresql:///shop?localSocket=/run/pg"));
    robot.clickOn("#db-test");
    desk.until(() ->
        desk.words(robot, "#db-answer").contains("jdbc:postgresql:///database?host=/var/run"));
  }

  @Test
  void theCommandLineReadsPlansAndComparesOverIt() throws Exception {
    JdbcSource source = server.byLogin();
    Path plan = folder.resolve("shop.shardplan");
    String user = source.user().orElseThrow();
    String roots = said(0, "inspect", source.url(), "--user", user, "--quiet");
    assertThat(roots).contains("\"described\"", source.url());
    said(0, "plan", source.url(), "--user", user, "--root", "clients", "--quiet", "-o", "" + plan);
    assertThat(Files.readString(plan)).contains(source.url());
    said(0, "check", "" + plan, "--against", source.url(), "--user", user, "--quiet");
    assertThat(said(2, "inspect", "jdbc:mysql:///shop?socket=/run/s"))
        .contains("jdbc:mysql:///database?localSocket=/run/mysqld/mysqld.sock");
    assertThat(said(3, "inspect", "jdbc:mysql:///shop?localSocket=" + folder + "/none"))
        .contains("There is no socket " + folder);
  }

  private static TextField field(FxRobot robot, String id) {
    return robot.lookup(id).query();
  }

  private static String said(int expected, String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = ShardwrightCommand.run(arguments, stream, stream);
    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(status).as(text).isEqualTo(expected);
    return text;
  }
}
