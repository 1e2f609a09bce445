package dev.shardwright.ui.report;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.model.ProgramVersion;
import dev.shardwright.model.Progress;
import dev.shardwright.model.WholeFile;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.ReportMeta;
import dev.shardwright.report.Reports;
import dev.shardwright.ui.FileDialog;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Writes the plan as a report for people who have no Shardwright. */
public final class ReportMenu extends MenuButton {
  private final PlannerModel model;
  private final FileDialog files;

  /** In what form. */
  public enum Form {
    HTML,
    PDF,
    MD,
    JSON;

    String ending() {
      return "." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The menu.
   *
   * @param hint says the shortcut
   */
  public ReportMenu(PlannerModel model, FileDialog files, String hint) {
    super(Texts.of("report.title"));
    this.model = model;
    this.files = files;
    setId("report");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(Nodes.tooltip(Texts.of("report.hint") + "\n" + hint));
    for (Form form : Form.values()) {
      MenuItem item = new MenuItem(Texts.of("report." + form.name()));
      item.setId("report-" + form.name());
      item.setOnAction(event -> choose(form));
      getItems().add(item);
    }
    model.planProperty().addListener((o, was, now) -> tell());
    tell();
  }

  private void tell() {
    setDisable(model.plan().flatMap(Plan::root).isEmpty());
  }

  private void choose(Form form) {
    String ending = form.ending();
    files
        .save(
            getScene().getWindow(),
            Texts.of("report." + form.name()),
            "*" + ending,
            Texts.of("report.fileName") + ending)
        .ifPresent(file -> write(model, form, file));
  }

  /** Writes a report in the background; a failure is told in a sentence. */
  public static void write(PlannerModel model, Form form, Path file) {
    String doing = Texts.of("report.writing", file.getFileName());
    ReportMeta meta =
        new ReportMeta(
            ProgramVersion.number(),
            LocalDate.now(ZoneId.systemDefault()),
            model.planFileProperty().get().map(f -> String.valueOf(f.getFileName())));
    model
        .plan()
        .map(plan -> new Arrangement(plan, model.journal().layoutProperty().get()))
        .ifPresent(drawn ->
            model
                .background()
                .run(
                    "report",
                    doing,
                    progress -> written(drawn, meta, form, file, progress),
                    done -> model.notices().say(Texts.of("report.done", done)),
                    model.failed(doing)));
  }

  private static Path written(
      Arrangement plan, ReportMeta meta, Form form, Path file, Progress progress) {
    Reports reports = Reports.of(plan, meta, progress);
    progress.check();
    WholeFile.write(
        file,
        switch (form) {
          case PDF -> reports::pdf;
          case HTML -> text(reports.html());
          case MD -> text(reports.markdown());
          case JSON -> text(reports.json().toPrettyString());
        });
    return file;
  }

  private static WholeFile.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
