package dev.shardwright.ui.export;

import dev.shardwright.export.Export;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.export.RowSource;
import dev.shardwright.export.Written;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SheetPage;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;

/** What will be written, each file to read before it is, and what still forbids it. */
public final class ExportSheet extends SheetPage {
  private static final double LIST_SHARE = 0.3;

  private final PlannerModel model;
  private final Plan plan;
  private final FileList files = new FileList();
  private final FilePreview preview;
  private final ReadyCard state;
  private final OptionsCard options;
  private final TextField folder = new TextField();
  private final CheckBox force = new CheckBox(Texts.of("export.force"));
  private final CheckBox over = new CheckBox(Texts.of("export.over"));
  private final VBox outcome = new VBox(4);

  /**
   * The sheet.
   *
   * @param start the folder to write to, unless another is chosen
   */
  public ExportSheet(PlannerModel model, Plan plan, Path start, Runnable close) {
    super("export-sheet", Texts.of("export.title"), close);
    this.model = model;
    this.plan = plan;
    options =
        new OptionsCard(session().isPresent(), model.questions().unbidden(), this::optionsChanged);
    preview = new FilePreview(model, plan, this::showAgain);
    state =
        new ReadyCard(
            plan,
            finding -> {
              close.run();
              model.select(Selection.finding(finding));
            });
    folder.setText(start.toString());
    BorderPane left = left();
    SplitPane parts = new SplitPane(left, preview);
    parts.setDividerPositions(LIST_SHARE);
    SplitPane.setResizableWithParent(left, false);
    setCenter(parts);
    files.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> showAgain());
    optionsChanged();
    files.getSelectionModel().selectFirst();
  }

  private Optional<Session> session() {
    return model.questions().sessionProperty().get();
  }

  /** The way out stays in sight, however much stands above it. */
  private BorderPane left() {
    VBox above = new VBox(16, state, new Section(Texts.of("export.files"), files), options);
    above.setPadding(new Insets(16));
    above.setStyle("-fx-background-color: -ground;");
    ScrollPane scroll = new ScrollPane(above);
    scroll.setFitToWidth(true);
    VBox below = new VBox(8, target(), outcome);
    below.getStyleClass().add("sheet-foot");
    BorderPane left = new BorderPane(scroll);
    left.setBottom(below);
    left.setMinWidth(300);
    return left;
  }

  /** What stands against the files depends on the options too: a target may refuse them. */
  private void optionsChanged() {
    options
        .options()
        .ifPresent(how -> {
          boolean ready = state.tell(how);
          Nodes.shown(force, !ready);
          if (ready) {
            force.setSelected(false);
          }
          files.show(plan, how);
        });
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

  private void showAgain() {
    Export export = files.getSelectionModel().getSelectedItem();
    options
        .options()
        .filter(o -> export != null)
        .ifPresent(o -> preview.show(export, o, to().resolve(export.fileName())));
  }

  private Path to() {
    return Path.of(folder.getText().strip());
  }

  private void write() {
    Path to = to();
    Exports.Consent consent = new Exports.Consent(force.isSelected(), over.isSelected());
    Set<String> only = files.wanted();
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
}
