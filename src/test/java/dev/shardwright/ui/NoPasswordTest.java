package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserFolders;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that the window writes or says holds a password. */
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
    Failure refused = model.failureProperty().get().orElseThrow();
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
}
