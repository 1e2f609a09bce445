package dev.shardwright.ui;

import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.connect.ConnectSheet;
import dev.shardwright.ui.drift.DriftSheet;
import dev.shardwright.ui.export.ExportSheet;
import dev.shardwright.ui.help.HelpSheet;
import dev.shardwright.ui.history.HistorySheet;
import dev.shardwright.ui.questions.QuestionsSheet;
import dev.shardwright.ui.questions.StatementsSheet;
import dev.shardwright.ui.settings.SettingsSheet;
import dev.shardwright.ui.suggestions.SuggestionsSheet;
import dev.shardwright.ui.work.WorkSheet;
import java.nio.file.Path;
import java.util.Optional;

/** The pages that open over the work, and when they go by themselves. */
final class Pages {
  private final PlannerModel model;
  private final Appearance appearance;
  private final FileDialog files;
  private final Sheets sheets;

  Pages(PlannerModel model, Appearance appearance, FileDialog files, Sheets sheets) {
    this.model = model;
    this.appearance = appearance;
    this.files = files;
    this.sheets = sheets;
  }

  /** Opens and closes pages as the model asks for it, after the panes have followed. */
  void follow() {
    model
        .comparison()
        .driftProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(this::drift, sheets::close));
    // What was opened is worth looking at: whatever covered it goes.
    model.planProperty().addListener((o, was, now) -> closeIfAnother(was, now));
  }

  private void closeIfAnother(Optional<Plan> was, Optional<Plan> now) {
    if (!was.map(Plan::schema).equals(now.map(Plan::schema))) {
      sheets.close();
    }
  }

  void connect() {
    sheets.show(new ConnectSheet(model, sheets::close, files));
  }

  void sample() {
    sheets.close();
    model.open(Source.parse(App.FIRST_SAMPLE, SourceOptions.DEFAULT));
  }

  void export() {
    Path start =
        model
            .planFileProperty()
            .get()
            .map(Path::toAbsolutePath)
            .map(Path::getParent)
            .orElseGet(() -> Path.of(System.getProperty("user.home")))
            .resolve("shardwright-export");
    model.plan().ifPresent(p -> sheets.show(new ExportSheet(model, p, start, sheets::close)));
  }

  void compare() {
    sheets.show(
        new ConnectSheet(
            model, sheets::close, files, Texts.of("drift.choose"), model.comparison()::with));
  }

  /** What was compared goes, with its connection. */
  private void drift(Drift drift) {
    sheets.show(new DriftSheet(model, drift, sheets::close), model.comparison()::drop);
  }

  /** Of the finding that is selected, else of all checks. */
  void help() {
    sheets.show(new HelpSheet(model.selectedFinding().map(Finding::check), sheets::close));
  }

  void suggestions() {
    sheets.show(new SuggestionsSheet(model, sheets::close));
  }

  void questions() {
    sheets.show(new QuestionsSheet(model, sheets::close));
  }

  void statements() {
    sheets.show(new StatementsSheet(model, sheets::close, files));
  }

  void history() {
    sheets.show(new HistorySheet(model, sheets::close));
  }

  void work() {
    sheets.show(new WorkSheet(model, sheets::close));
  }

  void settings() {
    sheets.show(new SettingsSheet(model, appearance, sheets::close));
  }
}
