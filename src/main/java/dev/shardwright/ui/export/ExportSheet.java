package dev.shardwright.ui.export;

import dev.shardwright.export.Export;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.export.Obstacles;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.WorkList;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SheetHead;
import dev.shardwright.ui.parts.SqlArea;
import dev.shardwright.ui.parts.SqlArea.Coloured;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What will be written, each file to read before it is, and what still forbids it. */
public final class ExportSheet extends BorderPane {
  private static final double LIST_SHARE = 0.28;

  private final PlannerModel model;
  private final Plan plan;
  private final ListView<Export> files = new ListView<>();
  private final SqlArea preview = new SqlArea();
  private final Label title = Nodes.label("", "strong");
  private final Label purpose = Nodes.label("", "muted");
  private final TextField folder = new TextField();
  private final CheckBox force = new CheckBox(Texts.of("export.force"));
  private final VBox outcome = new VBox(4);

  public ExportSheet(PlannerModel model, Plan plan, Path start, Runnable close) {
    this.model = model;
    this.plan = plan;
    setId("export-sheet");
    getStyleClass().add("sheet-page");
    setTop(new SheetHead(Texts.of("export.title"), close));
    folder.setText(start.toString());
    SplitPane parts = new SplitPane(left(), right());
    parts.setDividerPositions(LIST_SHARE);
    SplitPane.setResizableWithParent(parts.getItems().getFirst(), false);
    setCenter(parts);
    files.getSelectionModel().selectFirst();
  }

  private Node left() {
    Obstacles obstacles = Obstacles.of(plan);
    VBox left = new VBox(16, obstacles(obstacles), list(), target(obstacles), outcome);
    left.setPadding(new Insets(16));
    left.setMinWidth(280);
    left.setStyle("-fx-background-color: -ground;");
    VBox.setVgrow(left.getChildren().get(1), Priority.ALWAYS);
    return left;
  }

  private Node obstacles(Obstacles obstacles) {
    Section section =
        Section.of(
            Texts.of(obstacles.none() ? "export.ready" : "export.blockers"),
            obstacles.sentences(),
            s -> Nodes.paragraph(s, "bad"));
    WorkList.of(plan).doubts().forEach(s -> section.getChildren().add(Nodes.paragraph(s, "muted")));
    return section;
  }

  private Node list() {
    files.setId("export-files");
    files.getItems().setAll(Exports.of(options()));
    files.getItems().removeIf(e -> !Exports.ALL.contains(e) && !e.wanted(plan, options()));
    files.setFixedCellSize(30);
    files.setCellFactory(view -> new FileCell());
    files.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> show(now));
    VBox box = new Section(Texts.of("export.files"), files);
    VBox.setVgrow(files, Priority.ALWAYS);
    return box;
  }

  private Node target(Obstacles obstacles) {
    folder.setId("export-folder");
    force.setId("export-force");
    Nodes.shown(force, !obstacles.none());
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
    Section target = new Section(Texts.of("export.folder"), line, force, write);
    target.setSpacing(8);
    return target;
  }

  private Node right() {
    HBox head = new HBox(8, title, purpose);
    head.getStyleClass().add("findings-head");
    VBox right = new VBox(head, preview);
    VBox.setVgrow(preview, Priority.ALWAYS);
    return right;
  }

  private void show(@Nullable Export export) {
    if (export == null) {
      return;
    }
    title.setText(export.fileName());
    purpose.setText(export.purpose());
    model
        .background()
        .run(
            "preview",
            Texts.of("export.previewing", export.fileName()),
            progress -> Coloured.of(Exports.preview(plan, options(), export.fileName())),
            preview::show,
            cause -> {
              preview.show(Coloured.of(""));
              model.failed(Texts.of("export.previewing", export.fileName())).accept(cause);
            });
  }

  private void write() {
    Path to = Path.of(folder.getText().strip());
    boolean unfinished = force.isSelected();
    outcome.getChildren().clear();
    model
        .background()
        .run(
            "export",
            Texts.of("export.writing"),
            progress -> Exports.write(plan, options(), to, Set.of(), unfinished, progress),
            this::written,
            model.failed(Texts.of("export.writing")));
  }

  private static ExportOptions options() {
    return ExportOptions.DEFAULT.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private void written(List<Path> paths) {
    outcome.getChildren().setAll(Nodes.paragraph(Texts.of("export.done", paths.size()), "good"));
    paths.forEach(
        p -> outcome.getChildren().add(Nodes.paragraph(String.valueOf(p.getFileName()), "mono")));
    outcome.setId("export-outcome");
  }

  private void chooseFolder() {
    File chosen = new DirectoryChooser().showDialog(getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.getPath());
    }
  }

  private static final class FileCell extends ListCell<Export> {
    @Override
    protected void updateItem(@Nullable Export export, boolean empty) {
      super.updateItem(export, empty);
      if (export == null || empty) {
        setGraphic(null);
        return;
      }
      HBox row = new HBox(new FontIcon(Feather.FILE_TEXT), Nodes.label(export.fileName(), "mono"));
      row.getStyleClass().add("file-row");
      setGraphic(row);
      setAccessibleText(export.fileName());
    }
  }
}
