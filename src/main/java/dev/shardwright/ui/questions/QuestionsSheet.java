package dev.shardwright.ui.questions;

import dev.shardwright.introspect.Estimate;
import dev.shardwright.introspect.ProbeRunner.Level;
import dev.shardwright.risk.Probe;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Questions;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SheetPage;
import dev.shardwright.ui.parts.SqlArea;
import dev.shardwright.ui.parts.SqlArea.Coloured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every question to the data with its exact SQL and what it will cost, before it is asked. */
public final class QuestionsSheet extends SheetPage {
  private static final double LIST_SHARE = 0.45;

  private final PlannerModel model;
  private final Questions questions;
  private final ListView<Probe> list = new ListView<>();
  private final SqlArea sql = new SqlArea();
  private final Label sum = Nodes.label("", "muted");
  private final HBox buttons = new HBox(8);
  private Map<String, Estimate> estimates = Map.of();

  public QuestionsSheet(PlannerModel model, Runnable close) {
    super("questions-sheet", Texts.of("questions.title"), close);
    this.model = model;
    this.questions = model.questions();
    buttons.setAlignment(Pos.CENTER_RIGHT);
    tools(sum, Nodes.spacer(), buttons);
    list.setId("question-list");
    list.setAccessibleText(Texts.of("questions.title"));
    list.setPlaceholder(Nodes.paragraph(Texts.of("questions.none"), "muted"));
    list.setCellFactory(view -> new QuestionCell());
    list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> show(now));
    SplitPane parts = new SplitPane(list, sql);
    parts.setDividerPositions(LIST_SHARE);
    setCenter(parts);
    follow(this::refresh, questions.openProperty());
    follow(this::tellButtons, model.busy());
    refresh();
  }

  private void refresh() {
    list.getItems().setAll(questions.openProperty().get());
    list.getSelectionModel().selectFirst();
    tell();
  }

  private void tell() {
    List<Probe> open = questions.openProperty().get();
    double seconds = estimates.values().stream().mapToDouble(Estimate::seconds).sum();
    sum.setText(sum(open.size(), seconds));
    tellButtons();
  }

  /** Where nothing is open, the list says so. */
  private String sum(int open, double seconds) {
    if (open == 0) {
      return "";
    }
    return estimates.isEmpty()
        ? Texts.of("questions.sum", open)
        : Texts.of("questions.sumSeconds", open, Math.max(0.1, seconds));
  }

  private void tellButtons() {
    boolean possible = questions.sessionProperty().get().isPresent();
    boolean asking = !model.busy().isEmpty();
    Button all =
        Nodes.button(Texts.of("questions.all"), () -> questions.ask(Level.FULL), "primary");
    Button cheap = Nodes.button(Texts.of("questions.cheap"), () -> questions.ask(Level.CHEAP));
    Button estimate = Nodes.button(Texts.of("questions.estimate"), this::estimate);
    List.of(all, cheap, estimate)
        .forEach(b -> b.setDisable(!possible || asking || list.getItems().isEmpty()));
    buttons.getChildren().setAll(estimate, cheap, all);
    if (asking) {
      buttons.getChildren().addFirst(Nodes.button(Texts.of("questions.stop"), model::cancel));
    }
    if (!possible && !list.getItems().isEmpty()) {
      sum.setText(Texts.of("questions.nowhere", list.getItems().size()));
    }
  }

  private void estimate() {
    questions.estimate(
        List.copyOf(list.getItems()),
        found -> {
          estimates = found;
          list.refresh();
          tell();
        });
  }

  private void show(@Nullable Probe probe) {
    sql.show(Coloured.of(probe == null ? "" : "-- " + probe.question() + "\n" + probe.sql()));
  }

  /** A question in words, the check that wants it, and its cost once that is known. */
  private final class QuestionCell extends ListCell<Probe> {
    @Override
    protected void updateItem(@Nullable Probe probe, boolean empty) {
      super.updateItem(probe, empty);
      setGraphic(probe == null || empty ? null : row(probe));
      setAccessibleText(probe == null || empty ? null : probe.question());
    }

    private Node row(Probe probe) {
      Label question = Nodes.paragraph(probe.question());
      String cost =
          Optional.ofNullable(estimates.get(probe.sql()))
              .map(e -> Texts.of("questions.seconds", Math.max(0.01, e.seconds())))
              .orElse("");
      VBox words = new VBox(2, question, Nodes.label(probe.check().title(), "faint", "small"));
      words.setPrefWidth(200);
      words.setMinWidth(120);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(12, words, Nodes.whole(Nodes.label(cost, "figure")));
      row.getStyleClass().add("suggestion-row");
      row.prefWidthProperty().bind(list.widthProperty().subtract(20));
      return row;
    }
  }
}
