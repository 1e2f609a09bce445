package dev.shardwright.ui;

import dev.shardwright.diagram.Layout;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windowed program: puts model and panes together and opens what was asked for. */
public final class App extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  static final String FIRST_SAMPLE = "sample:car-rental";
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 400;

  private final List<PlannerModel> models = new ArrayList<>();

  /**
   * Opens the window and returns when it was closed; an argument is a source or a plan file, and
   * each gets a window of its own.
   */
  public static void open(String... arguments) {
    scale(Preferences.of(Optional.of(UserFolders.ofThisUser())));
    Pipeline.choose();
    launch(App.class, arguments);
  }

  /** JavaFX reads the size of everything once, before the first window. */
  private static void scale(Preferences chosen) {
    chosen
        .number(Preferences.SCALE)
        .ifPresent(percent -> {
          System.setProperty("glass.gtk.uiScale", (int) percent + "%");
          System.setProperty("glass.win.uiScale", (int) percent + "%");
        });
  }

  @Override
  public void start(Stage stage) {
    List<String> named = getParameters().getUnnamed();
    String what = named.isEmpty() ? FIRST_SAMPLE : named.getFirst();
    PlannerModel first = model();
    Optional<ReadAhead> ahead = planFile(what).map(file -> ReadAhead.of(file, first.background()));
    show(stage, first);
    FirstFrame.watch(
        stage.getScene(),
        "first frame",
        () -> {
          first.keeper().look();
          ahead.ifPresentOrElse(
              first::openPlanFile,
              () -> {
                warmUp(first);
                open(first, what);
              });
          named.stream().skip(1).forEach(this::another);
        });
    first
        .planProperty()
        .subscribe(plan -> {
          if (plan.isPresent()) {
            FirstFrame.watch(stage.getScene(), "plan shown", () -> {});
          }
        });
    Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> crashed(first, cause));
  }

  /** A window of its own for each thing to open. */
  private void another(String what) {
    PlannerModel model = model();
    show(new Stage(), model);
    open(model, what);
  }

  private PlannerModel model() {
    PlannerModel model = new PlannerModel(Background.live(), Optional.of(UserFolders.ofThisUser()));
    models.add(model);
    return model;
  }

  private void show(Stage stage, PlannerModel model) {
    Appearance appearance = new Appearance(model.darkProperty());
    remember(model.preferences(), appearance);
    MainWindow window = MainWindow.of(model, appearance);
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    stage.setScene(
        window.scene(Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight())));
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(model),
                model.planProperty(),
                model.planFileProperty(),
                model.dirtyProperty()));
    stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
    remember(stage, model.preferences(), window);
    stage.setOnHidden(event -> close(model));
    stage.show();
  }

  /** While the schema is read, the layout's classes load beside. */
  private static void warmUp(PlannerModel model) {
    model
        .background()
        .run(
            "diagram-warm-up",
            "",
            progress -> {
              Layout.warmUp();
              return true;
            },
            done -> {},
            failure -> LOG.warn("the layout could not be warmed up", failure));
  }

  /** A mistake of the program: a code and the log for a report, and the work goes on. */
  private static void crashed(PlannerModel model, Throwable cause) {
    model.background().later(() -> model.failed(Texts.of("failure.program")).accept(cause));
  }

  private static void remember(Preferences kept, Appearance appearance) {
    kept.text(Preferences.THEME)
        .flatMap(Appearance.Theme::named)
        .ifPresent(appearance.themeProperty()::set);
    appearance
        .themeProperty()
        .addListener((o, was, now) -> kept.choose(Preferences.THEME, now.name()));
  }

  /** The window comes back as it was left, as far as this screen has room for it. */
  private static void remember(Stage stage, Preferences kept, MainWindow window) {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    kept.number("width").ifPresent(w -> stage.setWidth(Math.min(w, room.getWidth())));
    kept.number("height").ifPresent(h -> stage.setHeight(Math.min(h, room.getHeight())));
    stage.setMaximized(kept.on("maximized"));
    stage.setOnHiding(event -> {
      window.remember();
      kept.choose("maximized", stage.isMaximized());
      if (!stage.isMaximized()) {
        kept.choose("width", stage.getWidth());
        kept.choose("height", stage.getHeight());
      }
    });
  }

  @Override
  public void stop() {
    List.copyOf(models).forEach(this::close);
  }

  private void close(PlannerModel model) {
    if (models.remove(model)) {
      model.close();
    }
  }

  private static void open(PlannerModel model, String what) {
    Optional<Path> file = planFile(what);
    if (file.isPresent()) {
      model.openPlanFile(file.get());
      return;
    }
    try {
      model.open(Source.parse(what, SourceOptions.DEFAULT));
    } catch (UserError e) {
      model.failed(Texts.of("job.open", what)).accept(e);
    }
  }

  private static Optional<Path> planFile(String what) {
    return what.toLowerCase(Locale.ROOT).endsWith(".shardplan")
        ? Optional.of(Path.of(what))
        : Optional.empty();
  }

  private static String title(PlannerModel model) {
    String name =
        model
            .planFileProperty()
            .get()
            .map(file -> String.valueOf(file.getFileName()))
            .or(() -> model.plan().map(p -> p.schema().origin().described()))
            .orElse("");
    String dot = model.dirtyProperty().get() ? "• " : "";
    return name.isEmpty() ? Texts.of("title") : dot + name + " – " + Texts.of("title");
  }
}
