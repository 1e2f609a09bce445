package dev.shardwright.ui.export;

import dev.shardwright.export.Consequences;
import dev.shardwright.export.Export;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.export.FileDiff;
import dev.shardwright.export.Obstacles;
import dev.shardwright.export.RowSource;
import dev.shardwright.export.Written;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.WorkList;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SheetPage;
import dev.shardwright.ui.parts.SqlArea;
import dev.shardwright.ui.parts.SqlArea.Coloured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What will be written, each file to read before it is, and what still forbids it. */
public final class ExportSheet extends SheetPage {
  private static final double LIST_SHARE = 0.3;
  private static final double ROW_HEIGHT = 30;
  private static final int MOST_ROWS = 12;

  private final PlannerModel model;
  private final Plan plan;
  private final ListView<Export> files = new ListView<>();
  private final Map<String, CheckBox> wanted = new LinkedHashMap<>();
  private final Map<String, Boolean> asked = new HashMap<>();
  private final SqlArea preview = new SqlArea();
  private final Label title = Nodes.label("", "strong");
  private final Label purpose = Nodes.label("", "muted");
  private final ToggleButton difference = new ToggleButton(Texts.of("export.difference"));
  private final TextField folder = new TextField();
  private final CheckBox force = new CheckBox(Texts.of("export.force"));
  private final CheckBox over = new CheckBox(Texts.of("export.over"));
  private final VBox state = new VBox(16);
  private final VBox outcome = new VBox(4);
  private final OptionsCard options;

  /** The text of a file as it would be, and what differs from the one in the folder. */
  private record Preview(Coloured text, Optional<FileDiff> diff) {}

  public ExportSheet(PlannerModel model, Plan plan, Path start, Runnable close) {
    super("export-sheet", Texts.of("export.title"), close);
    this.model = model;
    this.plan = plan;
    options = new OptionsCard(session().isPresent(), this::optionsChanged);
    folder.setText(start.toString());
    BorderPane left = left();
    SplitPane parts = new SplitPane(left, right());
    parts.setDividerPositions(LIST_SHARE);
    SplitPane.setResizableWithParent(left, false);
    setCenter(parts);
    files.getSelectionModel().selectFirst();
  }

  private Optional<Session> session() {
    return model.questions().sessionProperty().get();
  }

  /** The way out stays in sight, however much stands above it. */
  private BorderPane left() {
    VBox above = new VBox(16, state, list(), options);
    above.setPadding(new Insets(16));
    above.setStyle("-fx-background-color: -ground;");
    ScrollPane scroll = new ScrollPane(above);
    scroll.setFitToWidth(true);
    VBox below = new VBox(8, target(), outcome);
    below.getStyleClass().add("sheet-foot");
    BorderPane left = new BorderPane(scroll);
    left.setBottom(below);
    left.setMinWidth(300);
    tellObstacles();
    return left;
  }

  private void optionsChanged() {
    tellObstacles();
    tellFiles();
  }

  /** What stands against the files depends on the options too: a target may refuse them. */
  private void tellObstacles() {
    Optional<ExportOptions> how = options.options();
    if (how.isEmpty()) {
      return;
    }
    Obstacles obstacles = Obstacles.of(plan, how.get());
    Section section =
        Section.of(
            Texts.of(obstacles.none() ? "export.ready" : "export.blockers"),
            obstacles.sentences(),
            s -> Nodes.paragraph(s, "bad"));
    section.setId("export-state");
    WorkList.of(plan).doubts().forEach(s -> section.getChildren().add(Nodes.paragraph(s, "muted")));
    Consequences.dispatchQuestions(plan)
        .forEach(s -> section.getChildren().add(Nodes.paragraph(s, "muted")));
    state.getChildren().setAll(section);
    Nodes.shown(force, !obstacles.none());
    if (obstacles.none()) {
      force.setSelected(false);
    }
  }

  private Node list() {
    files.setId("export-files");
    files.setAccessibleText(Texts.of("export.files"));
    files.setFixedCellSize(ROW_HEIGHT);
    files.setCellFactory(view -> new FileCell());
    files.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> showAgain());
    tellFiles();
    return new Section(Texts.of("export.files"), files);
  }

  /** Which files there are depends on the options: each shard has some of its own. */
  private void tellFiles() {
    Optional<ExportOptions> how = options.options();
    if (how.isEmpty()) {
      return;
    }
    List<Export> all =
        Exports.of(how.get()).stream()
            .filter(e -> Exports.ALL.contains(e) || e.wanted(plan, how.get()))
            .toList();
    all.forEach(e -> want(e, how.get()));
    int at = Math.max(0, files.getSelectionModel().getSelectedIndex());
    files.getItems().setAll(all);
    files.setMinHeight(ROW_HEIGHT * Math.min(MOST_ROWS, all.size()) + 4);
    files.setPrefHeight(files.getMinHeight());
    files.getSelectionModel().select(Math.min(at, all.size() - 1));
  }

  /** An option that asks for a file ticks it, and what was ticked by hand stays otherwise. */
  private void want(Export export, ExportOptions how) {
    CheckBox box = wanted.computeIfAbsent(export.fileName(), ExportSheet::box);
    boolean now = export.wanted(plan, how);
    if (!Objects.equals(asked.put(export.fileName(), now), now)) {
      box.setSelected(now);
    }
  }

  private static CheckBox box(String fileName) {
    CheckBox box = new CheckBox();
    box.setId("want-" + fileName);
    box.setAccessibleText(Texts.of("export.want", fileName));
    return box;
  }

  private Node target() {
    folder.setId("export-folder");
    folder.setAccessibleText(Texts.of("export.folder"));
    force.setId("export-force");
    over.setId("export-over");
    HBox line =
        new HBox(
            8,
            Nodes.grow(folder),
            Nodes.iconButton(
                Feather.FOLDER, Texts.of("export.choose"), this::chooseFolder, "square"));
    var write = Nodes.button(Texts.of("export.write"), this::write, "primary");
    write.setId("export-write");
    write.setMaxWidth(Double.MAX_VALUE);
    write.disableProperty().bind(force.selectedProperty().not().and(force.visibleProperty()));
    Section target = new Section(Texts.of("export.folder"), line, force, over, write);
    target.setSpacing(8);
    return target;
  }

  private Node right() {
    difference.getStyleClass().add("chip");
    difference.setId("export-difference");
    difference.selectedProperty().addListener((o, was, now) -> showAgain());
    purpose.setMinWidth(60);
    HBox head = new HBox(8, Nodes.whole(title), purpose, Nodes.spacer(), difference);
    head.getStyleClass().add("findings-head");
    VBox right = new VBox(head, preview);
    VBox.setVgrow(preview, Priority.ALWAYS);
    return right;
  }

  private void showAgain() {
    Export export = files.getSelectionModel().getSelectedItem();
    options.options().filter(o -> export != null).ifPresent(o -> show(export, o));
  }

  private void show(Export export, ExportOptions how) {
    title.setText(export.fileName());
    purpose.setText(export.purpose());
    Path there = Path.of(folder.getText().strip()).resolve(export.fileName());
    String doing = Texts.of("export.previewing", export.fileName());
    model
        .background()
        .run(
            "preview",
            doing,
            progress -> preview(export, how, there),
            this::show,
            cause -> {
              preview.show(Coloured.of(""));
              model.failed(doing).accept(cause);
            });
  }

  private Preview preview(Export export, ExportOptions how, Path there) throws IOException {
    String text = Exports.preview(plan, how, export.fileName());
    Optional<FileDiff> diff =
        Files.isRegularFile(there)
            ? Optional.of(FileDiff.of(Files.readString(there), text))
            : Optional.empty();
    boolean only = difference.isSelected() && diff.isPresent();
    return new Preview(Coloured.of(only ? diff.get().text() : text), diff);
  }

  private void show(Preview made) {
    preview.show(made.text());
    difference.setDisable(made.diff().isEmpty());
    difference.setText(
        made.diff()
            .map(d -> Texts.of("export.differs", d.added().size(), d.gone().size()))
            .orElse(Texts.of("export.new")));
  }

  private void write() {
    Path to = Path.of(folder.getText().strip());
    Exports.Consent consent = new Exports.Consent(force.isSelected(), over.isSelected());
    Set<String> only =
        files.getItems().stream()
            .map(Export::fileName)
            .filter(name -> wanted.containsKey(name) && wanted.get(name).isSelected())
            .collect(Collectors.toCollection(TreeSet::new));
    outcome.getChildren().clear();
    Optional<ExportOptions> how = options.options();
    if (how.isEmpty() || only.isEmpty()) {
      outcome.getChildren().setAll(Nodes.paragraph(Texts.of("export.nothing"), "bad"));
      return;
    }
    Optional<RowSource.Opener> rows = session().map(s -> progress -> Snapshot.beside(s, progress));
    model
        .background()
        .run(
            "export",
            Texts.of("export.writing"),
            progress -> Exports.write(plan, how.get(), to, only, consent, progress, rows),
            this::written,
            model.failed(Texts.of("export.writing")));
  }

  private void written(Written written) {
    outcome.setId("export-outcome");
    long fresh = count(written, Written.State.NEW);
    long changed = count(written, Written.State.CHANGED);
    long equal = count(written, Written.State.UNCHANGED);
    String done = Texts.of("export.done", fresh + changed, fresh, changed, equal);
    outcome.getChildren().setAll(Nodes.paragraph(done, "good"));
    if (!written.stale().isEmpty()) {
      String names =
          written.stale().stream()
              .map(file -> String.valueOf(file.getFileName()))
              .collect(Collectors.joining(", "));
      outcome.getChildren().add(Nodes.paragraph(Texts.of("export.stale", names), "muted"));
    }
    showAgain();
  }

  private static long count(Written written, Written.State state) {
    return written.files().stream().filter(file -> file.state() == state).count();
  }

  private void chooseFolder() {
    File chosen = new DirectoryChooser().showDialog(getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.getPath());
      showAgain();
    }
  }

  private final class FileCell extends ListCell<Export> {
    @Override
    protected void updateItem(@Nullable Export export, boolean empty) {
      super.updateItem(export, empty);
      if (export == null || empty) {
        setGraphic(null);
        return;
      }
      HBox row = new HBox(wanted.get(export.fileName()), Nodes.label(export.fileName(), "mono"));
      row.getStyleClass().add("file-row");
      setGraphic(row);
      setAccessibleText(export.fileName());
    }
  }
}
