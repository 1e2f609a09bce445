package dev.shardwright.ui.diagram;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import dev.shardwright.ui.Background;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Takes pictures of the pane to be looked at: {@code DiagramShots FOLDER [WIDTH HEIGHT]}. */
public final class DiagramShots {
  private DiagramShots() {}

  public static void main(String[] folder) {
    Application.launch(Window.class, folder);
  }

  /** The window that holds the pane. */
  public static final class Window extends Application {
    private final ObjectProperty<Optional<Plan>> plan =
        new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<TableName>> selection = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty dark = new SimpleBooleanProperty();

    @Override
    public void start(Stage stage) {
      DiagramPane pane = new DiagramPane(Background.live(), plan, selection, dark);
      List<String> named = getParameters().getRaw();
      double width = named.size() > 2 ? Double.parseDouble(named.get(1)) : 1000;
      double height = named.size() > 2 ? Double.parseDouble(named.get(2)) : 660;
      Scene scene = new Scene(pane, width, height);
      for (String sheet : new String[] {"/css/light.css", "/css/window.css"}) {
        Optional.ofNullable(DiagramShots.class.getResource(sheet))
            .ifPresent(css -> scene.getStylesheets().add(css.toExternalForm()));
      }
      stage.setScene(scene);
      stage.show();
      Path to = Path.of(getParameters().getRaw().getFirst());
      plan.set(Optional.of(plan(GeneratedSchemas.of(120, 7))));
      after(3, () -> shot(scene, to.resolve("pane-120.png")));
      after(
          3.5,
          () -> {
            selection.set(Set.of(new TableName("public", "sales_payment")));
            pane.reveal(new TableName("public", "sales_payment"));
          });
      after(4.5, () -> shot(scene, to.resolve("pane-120-selected.png")));
      after(5, () -> pane.focusOn(selection.get()));
      after(6, () -> shot(scene, to.resolve("pane-focus.png")));
      after(6.2, () -> pane.explain(selection.get()));
      after(7, () -> shot(scene, to.resolve("pane-why.png")));
      after(7.2, () -> pane.viewProperty().set(View.PLAN));
      after(9, () -> shot(scene, to.resolve("pane-plan.png")));
      after(9.2, () -> pane.viewProperty().set(View.ATLAS));
      after(
          10.5,
          () -> {
            pane.dimsProperty().set(true);
            pane.note(
                Map.of(
                    new TableName("public", "sales_payment"),
                    "was neutral, −2 findings",
                    new TableName("public", "sales_document"),
                    "+1 finding"));
            pane.reveal(new TableName("public", "sales_payment"));
          });
      after(11.5, () -> shot(scene, to.resolve("pane-notes.png")));
      after(11.6, pane::fit);
      after(12.3, () -> shot(scene, to.resolve("pane-notes-whole.png")));
      after(12.4, () -> dark(scene));
      after(13.2, () -> shot(scene, to.resolve("pane-dark.png")));
      after(13.3, () -> pane.printing().preview());
      after(15, () -> shot(scene, to.resolve("pane-preview.png")));
      after(15.1, () -> pane.printing().tiledProperty().set(true));
      after(17, () -> shot(scene, to.resolve("pane-preview-tiled.png")));
      after(17.5, () -> System.exit(0));
    }

    private void dark(Scene scene) {
      dark.set(true);
      Optional.ofNullable(DiagramShots.class.getResource("/css/dark.css"))
          .ifPresent(css -> scene.getStylesheets().set(0, css.toExternalForm()));
    }

    private static Plan plan(Schema schema) {
      return Plan.of(schema, Decisions.root(Schemas.table("clients")), Evidence.NONE);
    }

    private static void after(double seconds, Runnable act) {
      PauseTransition pause = new PauseTransition(Duration.seconds(seconds * 2.5));
      pause.setOnFinished(event -> act.run());
      pause.play();
    }

    private static void shot(Scene scene, Path file) {
      WritableImage image = scene.snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
        }
      }
      write(copy, file.toFile());
    }

    private static void write(BufferedImage image, File file) {
      try {
        ImageIO.write(image, "png", file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
