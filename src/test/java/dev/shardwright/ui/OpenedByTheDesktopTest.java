package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Plan files that the desktop hands to the program by its file association. */
class OpenedByTheDesktopTest {
  @TempDir private static Path folder;
  private final String home = System.getProperty("user.home");
  private final Thread.@Nullable UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private Optional<Application> app = Optional.empty();

  /** Whoever runs the tests keeps his own window and settings. */
  @BeforeEach
  void aHomeOfItsOwn() throws Exception {
    System.setProperty("user.home", folder.toString());
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    if (app.isPresent()) {
      FxToolkit.cleanupApplication(app.get());
    }
    System.setProperty("user.home", home);
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void twoFilesOpenInTwoWindows() throws Exception {
    open(plan("blog", "posts"), plan("shop", "orders"));
    titles("blog.shardplan", "shop.shardplan");
    assertThat(words("blog.shardplan")).contains("posts").doesNotContain("orders");
    assertThat(words("shop.shardplan")).contains("orders").doesNotContain("posts");
  }

  @Test
  void theSameFileTwiceIsReadOnlyInTheSecondWindow() throws Exception {
    String file = plan("twice", "posts");
    open(file, file);
    titles("twice.shardplan", "twice.shardplan");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            stages()
                    .filter(s -> words(s).anyMatch(w -> w.contains("is open in another window")))
                    .count()
                == 1);
  }

  private void open(String... files) throws Exception {
    app = Optional.of(FxToolkit.setupApplication(App.class, files));
  }

  private static String plan(String name, String table) {
    Path file = folder.resolve(name + ".shardplan");
    var schema = Schemas.parse("clients(id)\n" + table + "(id, client_id -> clients!)\n");
    Decisions root = Decisions.root(new TableName("public", "clients"));
    PlanFile.of(Plan.of(schema, root, Evidence.NONE)).write(file);
    return file.toString();
  }

  private static void titles(String... files) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            stages()
                .map(s -> s.getTitle().replace("• ", "").replaceAll(" – .*", ""))
                .sorted()
                .toList()
                .equals(List.of(files)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Stream<Stage> stages() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(w -> w instanceof Stage && w.isShowing())
        .map(Stage.class::cast);
  }

  private static List<String> words(String title) {
    return stages().filter(s -> s.getTitle().contains(title)).flatMap(s -> words(s)).toList();
  }

  private static Stream<String> words(Stage stage) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(Node::isVisible)
        .filter(Labeled.class::isInstance)
        .map(n -> String.valueOf(((Labeled) n).getText()));
  }
}
