package dev.shardwright.ui;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.risk.Finding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Takes pictures of the window's main states to be looked at: {@code WindowShots FOLDER SOURCE
 * light|dark STATE…}, where a state is {@code main}, the key of an action, {@code table:NAME},
 * {@code connect:URL}, {@code finding:N}, {@code finding:CHECK:TABLE} or {@code
 * what-if:CHECK:TABLE:REMEDY}, the remedy by how its title begins. {@code -Dshots.size=1024x640}
 * sets the window's size.
 */
public final class WindowShots {
  private WindowShots() {}

  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** The window that the pictures are taken of. */
  public static final class Window extends Application {
    private static final double LOOK_EVERY_SECONDS = 0.4;

    private final PlannerModel model = new PlannerModel(Background.live());

    @Override
    public void start(Stage stage) {
      List<String> named = getParameters().getRaw();
      Appearance appearance = new Appearance(model.darkProperty());
      appearance
          .themeProperty()
          .set(Appearance.Theme.valueOf(named.get(2).toUpperCase(Locale.ROOT)));
      model.preferences().choose(Preferences.TOUR_SEEN, true);
      MainWindow window = MainWindow.of(model, appearance);
      String[] size = System.getProperty("shots.size", "1600x1000").split("x", 2);
      Scene scene = window.scene(Double.parseDouble(size[0]), Double.parseDouble(size[1]));
      stage.setScene(scene);
      stage.show();
      open(named.get(1));
      Queue<String> states = new ArrayDeque<>(named.subList(3, named.size()));
      Path to = Path.of(named.getFirst());
      when(
          () -> model.plan().isPresent() && model.busy().isEmpty(),
          () -> next(window, scene, to, named.get(2), states));
    }

    private void open(String what) {
      if (what.endsWith(".shardplan")) {
        model.openPlanFile(Path.of(what));
      } else {
        model.open(Source.parse(what, SourceOptions.DEFAULT));
      }
    }

    private void next(MainWindow window, Scene scene, Path to, String theme, Queue<String> states) {
      String state = states.poll();
      if (state == null) {
        model.close();
        Platform.exit();
        return;
      }
      enter(window, state);
      when(
          () -> model.busy().isEmpty(),
          () -> {
            shot(scene, to.resolve(state.replaceAll("[^A-Za-z0-9_]+", "-") + "-" + theme + ".png"));
            window.action("close").perform();
            model.tryOut().end();
            next(window, scene, to, theme, states);
          });
    }

    private void enter(MainWindow window, String state) {
      String[] words = state.split(":");
      if (words[0].equals("finding") && words.length == 2) {
        int at = Integer.parseInt(words[1]);
        model.plan().ifPresent(p -> model.select(Selection.finding(p.findings().get(at))));
      } else if (words[0].equals("finding")) {
        finding(words).ifPresent(f -> model.select(Selection.finding(f)));
      } else if (words[0].equals("what-if")) {
        finding(words)
            .ifPresent(f -> {
              model.select(Selection.finding(f));
              f.remedies().stream()
                  .filter(r -> r.title().startsWith(words[3]))
                  .findFirst()
                  .ifPresent(r -> model.tryOut().start(r));
            });
      } else if (state.startsWith("connect:")) {
        window.action("open").perform();
        Scene scene = Stage.getWindows().getFirst().getScene();
        if (scene.lookup("#db-url") instanceof TextField url) {
          url.setText(state.substring("connect:".length()));
        }
        if (scene.lookup("#db-test") instanceof Button test) {
          test.fire();
        }
      } else if (state.startsWith("table:")) {
        model
            .plan()
            .flatMap(p ->
                p.schema().tables().stream()
                    .filter(t -> t.name().name().equals(state.substring("table:".length())))
                    .findFirst())
            .ifPresent(t -> model.select(Selection.table(t.name())));
      } else if (!state.equals("main")) {
        window.action(state).perform();
      }
    }

    private Optional<Finding> finding(String[] words) {
      return model
          .plan()
          .flatMap(p ->
              p.findings().stream()
                  .filter(f -> f.check().name().equals(words[1]))
                  .filter(f -> f.table().name().equals(words[2]))
                  .findFirst());
    }

    /** Looks a few times: a job may just be about to start. */
    private static void when(Callable<Boolean> holds, Runnable then) {
      calm(holds, then, 0);
    }

    private static void calm(Callable<Boolean> holds, Runnable then, int calmLooks) {
      PauseTransition pause = new PauseTransition(Duration.seconds(LOOK_EVERY_SECONDS));
      pause.setOnFinished(event -> {
        try {
          int calm = holds.call() ? calmLooks + 1 : 0;
          if (calm >= 5) {
            then.run();
          } else {
            calm(holds, then, calm);
          }
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      });
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
      try {
        ImageIO.write(copy, "png", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
