package dev.shardwright.ui;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.bar.TopBar;
import dev.shardwright.ui.connect.ConnectSheet;
import dev.shardwright.ui.drift.DriftSheet;
import dev.shardwright.ui.export.ExportSheet;
import dev.shardwright.ui.findings.FindingsPane;
import dev.shardwright.ui.help.HelpSheet;
import dev.shardwright.ui.history.HistorySheet;
import dev.shardwright.ui.inspector.Inspector;
import dev.shardwright.ui.notice.FailureNotice;
import dev.shardwright.ui.notice.KeeperNotice;
import dev.shardwright.ui.notice.KeysNotice;
import dev.shardwright.ui.notice.QuestionsNotice;
import dev.shardwright.ui.notice.Tour;
import dev.shardwright.ui.notice.Veil;
import dev.shardwright.ui.notice.WhatIfNotice;
import dev.shardwright.ui.parts.Focus;
import dev.shardwright.ui.parts.Frames;
import dev.shardwright.ui.questions.QuestionsSheet;
import dev.shardwright.ui.questions.StatementsSheet;
import dev.shardwright.ui.settings.SettingsSheet;
import dev.shardwright.ui.status.StatusLine;
import dev.shardwright.ui.suggestions.SuggestionsSheet;
import dev.shardwright.ui.tables.TablesPane;
import dev.shardwright.ui.work.WorkSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Lays the panes out, gives the keyboard its actions, and shows sheets over the work. */
public final class MainWindow extends BorderPane {
  private static final double TABLES_WIDTH = 248;
  private static final double INSPECTOR_WIDTH = 332;
  private static final double UPPER_SHARE = 0.71;
  private static final String TABLES_PANE = "tablesWidth";
  private static final String INSPECTOR_PANE = "inspectorWidth";
  private static final String UPPER_PANE = "upperShare";

  private final PlannerModel model;
  private final Appearance appearance;
  private final FileDialog files;
  private final Region diagram;
  private final Actions actions = new Actions();
  private final TopBar topBar;
  private final TablesPane tables;
  private final Region inspector;
  private final FindingsPane findings;
  private final SplitPane middle = new SplitPane();
  private final SplitPane work = new SplitPane();
  private final StackPane stage = new StackPane();
  private Optional<Node> sheet = Optional.empty();
  private Optional<Node> before = Optional.empty();

  private MainWindow(PlannerModel model, Appearance appearance, FileDialog files, Region diagram) {
    this.model = model;
    this.appearance = appearance;
    this.files = files;
    this.diagram = diagram;
    addActions();
    topBar = new TopBar(model, actions, appearance, files);
    Frames frames = new Frames();
    tables = new TablesPane(model, frames);
    inspector = new Inspector(model, frames);
    findings = new FindingsPane(model, frames, this::helpSheet);
    arrange(diagram);
    VBox notices =
        new VBox(
            topBar,
            new FailureNotice(model),
            new KeeperNotice(model, this::saveAs),
            new KeysNotice(model, this::chooseRoot, this::suggestionsSheet),
            new QuestionsNotice(model, this::questionsSheet),
            new WhatIfNotice(model));
    setTop(notices);
    setCenter(stage);
    setBottom(new StatusLine(model, () -> actions.named("work").perform()));
    model
        .comparison()
        .driftProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(this::driftSheet, this::closeSheet));
    // The buttons of a try go with it; the keyboard goes back to the findings it came from.
    model
        .tryOut()
        .whatIfProperty()
        .addListener((o, was, now) -> {
          if (was.isPresent() && now.isEmpty()) {
            findings.focusList();
          }
        });
    // What was opened is worth looking at: whatever covered it goes.
    model.planProperty().addListener((o, was, now) -> closeSheetIfNew(was, now));
  }

  /** The window with the diagram in its middle. */
  public static MainWindow of(PlannerModel model, Appearance appearance) {
    return of(model, appearance, FileDialog.ofTheDesktop());
  }

  static MainWindow of(PlannerModel model, Appearance appearance, FileDialog files) {
    return new MainWindow(model, appearance, files, new DiagramDesk(model).pane());
  }

  /** Shows the window's content in a scene, with its colours and its keys. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(this, width, height);
    appearance.dress(scene, model.darkProperty());
    actions.accelerate(scene);
    return scene;
  }

  /** What the window can do, by its key. */
  Action action(String key) {
    return actions.named(key);
  }

  private void arrange(Region diagram) {
    StackPane canvas = new StackPane(diagram, tour());
    canvas.setMinWidth(200);
    tables.setPrefWidth(TABLES_WIDTH);
    inspector.setPrefWidth(INSPECTOR_WIDTH);
    middle.getItems().addAll(tables, canvas, inspector);
    SplitPane.setResizableWithParent(tables, false);
    SplitPane.setResizableWithParent(inspector, false);
    middle.setMinHeight(160);
    work.setOrientation(Orientation.VERTICAL);
    work.getItems().addAll(middle, findings);
    work.setDividerPositions(model.preferences().number(UPPER_PANE).orElse(UPPER_SHARE));
    SplitPane.setResizableWithParent(findings, false);
    stage.getChildren().addAll(work, new Veil(model, this::openSheet, this::openSample));
    // Side panes have their width in pixels; a split pane knows shares only, once it has a width.
    middle
        .widthProperty()
        .addListener((o, was, now) -> sidesOnce(was.doubleValue(), now.doubleValue()));
  }

  private void sidesOnce(double was, double now) {
    if (was == 0 && now > 0) {
      Preferences kept = model.preferences();
      middle.setDividerPositions(
          kept.number(TABLES_PANE).orElse(TABLES_WIDTH) / now,
          1 - kept.number(INSPECTOR_PANE).orElse(INSPECTOR_WIDTH) / now);
    }
  }

  /** Keeps the sizes of the panes for the next start. */
  void remember() {
    Preferences kept = model.preferences();
    if (middle.getItems().contains(tables) && tables.getWidth() > 0) {
      kept.choose(TABLES_PANE, tables.getWidth());
    }
    if (middle.getItems().contains(inspector) && inspector.getWidth() > 0) {
      kept.choose(INSPECTOR_PANE, inspector.getWidth());
    }
    if (work.getItems().contains(findings) && work.getHeight() > 0) {
      kept.choose(UPPER_PANE, work.getDividerPositions()[0]);
    }
  }

  private Node tour() {
    Tour tour = new Tour(model, this::openSheet);
    StackPane.setAlignment(tour, Pos.BOTTOM_LEFT);
    StackPane.setMargin(tour, new Insets(16));
    return tour;
  }

  private void addActions() {
    BooleanBinding planned =
        Bindings.createBooleanBinding(() -> model.plan().isPresent(), model.planProperty());
    actions.add("open", "Shortcut+O", this::openSheet);
    actions.add("sample", "", this::openSample);
    actions.add("save", "Shortcut+S", this::save, planned);
    actions.add("saveAs", "Shortcut+Shift+S", this::saveAs, planned);
    actions.add("export", "Shortcut+E", this::exportSheet, planned);
    actions.add("root", "Shortcut+R", this::chooseRoot, planned);
    actions.add("suggestions", "Shortcut+M", this::suggestionsSheet, planned);
    actions.add("questions", "Shortcut+Shift+A", this::questionsSheet, planned);
    actions.add(
        "history", "Shortcut+H", () -> show(new HistorySheet(model, this::closeSheet)), planned);
    actions.add("work", "Shortcut+L", () -> show(new WorkSheet(model, this::closeSheet)), planned);
    actions.add("compare", "Shortcut+D", this::compareSheet, planned);
    actions.add("statements", "", this::statementsSheet, planned);
    actions.add("report", "Shortcut+Shift+R", () -> topBar.report(), planned);
    actions.add("undo", "Shortcut+Z", model::undo, model.journal().canUndoProperty());
    actions.add("redo", "Shortcut+Shift+Z", model::redo, model.journal().canRedoProperty());
    actions.add("jump", "Shortcut+K", this::jump);
    actions.add("find", "Shortcut+F", this::find);
    actions.add("tables", "F7", () -> turn(middle, tables, 0));
    actions.add("findings", "F8", () -> turn(work, findings, 1));
    actions.add("inspector", "F9", () -> turn(middle, inspector, 2));
    actions.add("nextPane", "F6", this::nextPane);
    actions.add(
        "settings",
        "Shortcut+Comma",
        () -> show(new SettingsSheet(model, appearance, this::closeSheet)));
    actions.add("help", "F1", this::helpSheet);
    actions.add("theme", "Shortcut+Shift+D", this::turnTheme);
    actions.add("close", "Esc", this::escape);
  }

  private void jump() {
    topBar.jump();
  }

  private void chooseRoot() {
    topBar.chooseRoot();
  }

  private void find() {
    if (!middle.getItems().contains(tables)) {
      turn(middle, tables, 0);
    }
    tables.find();
  }

  /** Hides a pane or puts it back to its place. */
  private static void turn(SplitPane in, Region pane, int place) {
    if (!in.getItems().remove(pane)) {
      in.getItems().add(Math.min(place, in.getItems().size()), pane);
      double share =
          (in.getOrientation() == Orientation.VERTICAL
              ? pane.getHeight() / in.getHeight()
              : pane.getWidth() / in.getWidth());
      int divider = place == 0 ? 0 : in.getDividers().size() - 1;
      in.setDividerPosition(divider, place == 0 ? share : 1 - share);
    }
  }

  /** The keyboard goes from pane to pane, as in other programs. */
  private void nextPane() {
    List<Region> panes =
        Stream.of(topBar, tables, diagram, inspector, findings)
            .filter(pane -> pane.getScene() != null)
            .toList();
    int here = 0;
    while (here < panes.size() && !Focus.in(panes.get(here))) {
      here++;
    }
    Region next = panes.get((here + 1) % panes.size());
    if (sheet.isPresent()) {
      return;
    }
    if (next.equals(findings)) {
      findings.focusList();
    } else {
      Focus.into(next);
    }
  }

  private void turnTheme() {
    appearance
        .themeProperty()
        .set(model.darkProperty().get() ? Appearance.Theme.LIGHT : Appearance.Theme.DARK);
  }

  private void openSheet() {
    show(new ConnectSheet(model, this::closeSheet, files));
  }

  private void openSample() {
    closeSheet();
    model.open(Source.parse(App.FIRST_SAMPLE, SourceOptions.DEFAULT));
  }

  private void exportSheet() {
    Path start =
        model
            .planFileProperty()
            .get()
            .map(Path::toAbsolutePath)
            .map(Path::getParent)
            .orElseGet(() -> Path.of(System.getProperty("user.home")))
            .resolve("shardwright-export");
    model.plan().ifPresent(p -> show(new ExportSheet(model, p, start, this::closeSheet)));
  }

  private void compareSheet() {
    show(
        new ConnectSheet(
            model, this::closeSheet, files, Texts.of("drift.choose"), model.comparison()::with));
  }

  private void driftSheet(Drift drift) {
    show(new DriftSheet(model, drift, this::closeSheet));
  }

  /** Of the finding that is selected, else of all checks. */
  private void helpSheet() {
    show(new HelpSheet(model.selectedFinding().map(Finding::check), this::closeSheet));
  }

  private void suggestionsSheet() {
    show(new SuggestionsSheet(model, this::closeSheet));
  }

  private void questionsSheet() {
    show(new QuestionsSheet(model, this::closeSheet));
  }

  private void statementsSheet() {
    show(new StatementsSheet(model, this::closeSheet, files));
  }

  private void show(Node page) {
    closeSheet();
    before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    sheet = Optional.of(page);
    stage.getChildren().add(page);
    // What is covered is out of reach of the keyboard too.
    work.setVisible(false);
    Focus.into(page);
  }

  private void closeSheet() {
    Optional<Node> old = sheet;
    sheet = Optional.empty();
    work.setVisible(true);
    if (old.filter(stage.getChildren()::remove).isPresent()) {
      before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
    }
    if (old.filter(DriftSheet.class::isInstance).isPresent()) {
      model.comparison().drop(); // with its connection, however the sheet was left
    }
  }

  private void closeSheetIfNew(Optional<Plan> was, Optional<Plan> now) {
    boolean another = !was.map(Plan::schema).equals(now.map(Plan::schema));
    if (another) {
      closeSheet();
    }
  }

  /** Escape goes back one step: from a sheet, from a try, from a selection. */
  private void escape() {
    if (sheet.isPresent()) {
      closeSheet();
    } else if (model.tryOut().whatIfProperty().get().isPresent()) {
      model.tryOut().end();
    } else {
      model.select(Selection.nothing());
    }
  }

  private void save() {
    if (model.planFileProperty().get().isPresent()) {
      model.save();
    } else {
      saveAs();
    }
  }

  private void saveAs() {
    files
        .save(
            getScene().getWindow(),
            Texts.of("connect.plan.files"),
            "*.shardplan",
            Texts.of("plan.fileName"))
        .ifPresent(file -> model.saveAs(withEnding(file)));
  }

  private static Path withEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".shardplan") ? file : file.resolveSibling(name + ".shardplan");
  }
}
