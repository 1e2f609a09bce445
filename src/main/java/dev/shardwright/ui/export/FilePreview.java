package dev.shardwright.ui.export;

import dev.shardwright.export.Export;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.export.FileDiff;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SqlArea;
import dev.shardwright.ui.parts.SqlArea.Coloured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A file as it would be written, or how it differs from the one in the folder. */
final class FilePreview extends VBox {
  private final PlannerModel model;
  private final Plan plan;
  private final SqlArea area = new SqlArea();
  private final Label title = Nodes.label("", "strong");
  private final Label purpose = Nodes.label("", "muted");
  private final ToggleButton difference = new ToggleButton(Texts.of("export.difference"));

  /** The text of a file as it would be, and what differs from the one in the folder. */
  private record Shown(Coloured text, Optional<FileDiff> diff) {}

  /**
   * The preview.
   *
   * @param again asks for the chosen file once more
   */
  FilePreview(PlannerModel model, Plan plan, Runnable again) {
    this.model = model;
    this.plan = plan;
    difference.getStyleClass().add("chip");
    difference.setId("export-difference");
    difference.selectedProperty().addListener((o, was, now) -> again.run());
    purpose.setMinWidth(60);
    HBox head = new HBox(8, Nodes.whole(title), purpose, Nodes.spacer(), difference);
    head.getStyleClass().add("findings-head");
    getChildren().setAll(head, area);
    setVgrow(area, Priority.ALWAYS);
  }

  /**
   * Writes the text beside the work and shows it.
   *
   * @param there where the file is or will be
   */
  void show(Export export, ExportOptions how, Path there) {
    title.setText(export.fileName());
    purpose.setText(export.purpose());
    area.name(export.fileName());
    String doing = Texts.of("export.previewing", export.fileName());
    boolean only = difference.isSelected();
    model
        .background()
        .run(
            "preview",
            doing,
            progress -> read(export, how, there, only),
            this::show,
            cause -> {
              area.show(Coloured.plain(""));
              model.failed(doing).accept(cause);
            });
  }

  private Shown read(Export export, ExportOptions how, Path there, boolean only)
      throws IOException {
    String text = Exports.preview(plan, how, export.fileName());
    Optional<FileDiff> diff =
        Files.isRegularFile(there)
            ? Optional.of(FileDiff.of(Files.readString(there), text))
            : Optional.empty();
    String seen = diff.filter(d -> only).map(FileDiff::text).orElse(text);
    boolean sql = export.fileName().endsWith(".sql");
    return new Shown(sql ? Coloured.of(seen) : Coloured.plain(seen), diff);
  }

  private void show(Shown made) {
    area.show(made.text());
    difference.setDisable(made.diff().isEmpty());
    difference.setText(
        made.diff()
            .map(d -> Texts.of("export.differs", d.added().size(), d.gone().size()))
            .orElse(Texts.of("export.new")));
  }
}
