package dev.shardwright.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Paper;
import dev.shardwright.diagram.Printout;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.ui.Background;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import javax.print.DocPrintJob;
import javax.print.PrintService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PrintPreviewTest {
  private final ObjectProperty<Optional<Plan>> plan =
      new SimpleObjectProperty<>(
          Optional.of(
              Plan.of(
                  GeneratedSchemas.of(60, 5),
                  Decisions.root(GeneratedSchemas.ROOT),
                  Evidence.NONE)));
  private final ObjectProperty<Set<TableName>> selection = new SimpleObjectProperty<>(Set.of());
  private final List<Throwable> failures = new ArrayList<>();
  @TempDir private static Path folder;
  private DiagramPane pane;

  @Start
  void open(Stage stage) {
    pane = new DiagramPane(Background.live(), plan, selection, new SimpleBooleanProperty());
    pane.setPrints(() -> "crm", (doing, why) -> failures.add(why));
    stage.setScene(new Scene(pane, 960, 640));
    stage.sizeToScene();
    stage.show();
  }

  @Test
  void thePreviewShowsTheEdgesOfTheSheetsAndEscapeEndsIt(FxRobot robot) {
    until(() -> pane.drawing().boxes().size() == 60);
    Drawing screen = pane.drawing();

    robot.interact(pane.printing()::preview);
    until(() -> edges(robot) == 1);
    assertThat(robot.lookup("#diagram-print").query().isVisible()).isTrue();
    robot.interact(() -> pane.printing().tiledProperty().set(true));
    until(() -> edges(robot) > 3);
    int onA4 = edges(robot);
    // Title and legend stand beside the drawing, within the sheets.
    assertThat(paintedAround()).isTrue();
    assertThat(robot.lookup("#diagram-pages").queryAs(Pane.class).getChildren())
        .filteredOn(Rectangle.class::isInstance)
        .map(Rectangle.class::cast)
        .allMatch(sheet -> sheet.getWidth() > 20 && sheet.getX() > 0 && sheet.getY() > 0);
    robot.interact(() -> pane.printing().paperProperty().set(Paper.A3));
    until(() -> edges(robot) < onA4);
    robot.interact(pane::requestFocus);
    robot.push(KeyCode.ESCAPE);

    until(() -> edges(robot) == 0);
    assertThat(pane.drawing()).isEqualTo(screen);
  }

  @Test
  void theDiagramIsSavedAsWhatTheFilesEndingSays(FxRobot robot) throws Exception {
    for (String ending : List.of("pdf", "svg", "png")) {
      Path file = folder.resolve("crm." + ending);
      robot.interact(() -> pane.printing().save(file));
      until(() -> Files.exists(file));
      String start =
          new String(Files.readAllBytes(file), 0, 60, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(start)
          .contains(ending.equals("pdf") ? "%PDF" : ending.equals("svg") ? "<" : "PNG");
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsToldAndNothingIsLeft(FxRobot robot) {
    Path file = folder.resolve("missing").resolve("crm.pdf");
    robot.interact(() -> pane.printing().save(file));
    until(() -> !failures.isEmpty());
    assertThat(failures.getFirst()).isInstanceOf(UserError.class).hasMessageContaining("crm.pdf");
  }

  @Test
  void theChosenPrinterGetsTheSheets(FxRobot robot) {
    List<String> printed = new ArrayList<>();
    List<PrintService> desktop =
        List.of(printer("Office", printed), printer("Plotter in the hall", printed));
    Printing printing =
        new Printing(
            Background.live(),
            () -> Optional.of(Arrangement.of(plan.get().orElseThrow())),
            () -> desktop);
    PrintBar bar = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new PrintBar(printing));
    @SuppressWarnings("unchecked")
    ChoiceBox<PrintService> choice = (ChoiceBox<PrintService>) bar.lookup("#diagram-printer");
    assertThat(choice.isDisabled()).isTrue();

    robot.interact(printing::preview);
    until(() -> choice.getItems().size() == 2);
    assertThat(choice.getValue()).isEqualTo(desktop.getFirst());
    robot.interact(() -> choice.setValue(desktop.get(1)));
    robot.interact(printing::print);

    until(() -> !printed.isEmpty());
    assertThat(printed).contains("Plotter in the hall").doesNotContain("Office");
  }

  /** Notes its name when it is handed something to print. */
  private static PrintService printer(String name, List<String> printed) {
    DocPrintJob job =
        (DocPrintJob)
            Proxy.newProxyInstance(
                PrintPreviewTest.class.getClassLoader(),
                new Class<?>[] {DocPrintJob.class},
                (proxy, method, arguments) -> {
                  printed.add(name);
                  return null;
                });
    return (PrintService)
        Proxy.newProxyInstance(
            PrintPreviewTest.class.getClassLoader(),
            new Class<?>[] {PrintService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "createPrintJob" -> job;
                  case "getName", "toString" -> name;
                  case "hashCode" -> name.hashCode();
                  case "equals" -> name.equals(String.valueOf(arguments[0]));
                  default -> true;
                });
  }

  private int edges(FxRobot robot) {
    Pane pages = robot.lookup("#diagram-pages").queryAs(Pane.class);
    return (int) pages.getChildren().stream().filter(Rectangle.class::isInstance).count();
  }

  /** True if the printout draws something right of its drawing. */
  private boolean paintedAround() {
    Printout printout = pane.printing().shownProperty().get().orElseThrow();
    Area all = printout.drawing().bounds();
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.translate(-all.right() - 20, -all.y());
    printout.around().accept(g);
    g.dispose();
    return Arrays.stream(image.getRGB(0, 0, 400, 400, null, 0, 400)).anyMatch(rgb -> rgb != 0);
  }

  private static void until(Callable<Boolean> holds) {
    await().atMost(Duration.ofSeconds(30)).until(holds);
  }
}
