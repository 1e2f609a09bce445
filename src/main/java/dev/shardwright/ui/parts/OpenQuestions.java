package dev.shardwright.ui.parts;

import dev.shardwright.classify.Decision.Note;
import dev.shardwright.classify.Decision.Question;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Reasons;
import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What has still to be found out, with the answers that came: written here, kept as decisions. */
public final class OpenQuestions extends VBox {
  private final PlannerModel model;
  private final Plan plan;

  private OpenQuestions(PlannerModel model, Plan plan) {
    super(8);
    this.model = model;
    this.plan = plan;
  }

  /** All questions of the plan. */
  public static OpenQuestions all(PlannerModel model, Plan plan) {
    OpenQuestions all = new OpenQuestions(model, plan);
    all.fill(q -> true, Optional.empty());
    return all;
  }

  /** The questions about one table. */
  public static OpenQuestions about(PlannerModel model, Plan plan, TableName table) {
    OpenQuestions some = new OpenQuestions(model, plan);
    some.fill(q -> q.table().filter(table::equals).isPresent(), Optional.of(table));
    return some;
  }

  private void fill(Predicate<Question> wanted, Optional<TableName> table) {
    List<Question> questions =
        plan.decisions().of(Question.class).filter(wanted).filter(Question::open).toList();
    Section section =
        Section.of(Texts.of("work.openQuestions"), questions, q -> question(q, table.isEmpty()));
    TextField text = typing("work.ask", "ask-question");
    text.setOnAction(event -> {
      if (!text.getText().isBlank()) {
        model.decide(new Question(table, text.getText().strip(), Note.NONE));
      }
    });
    section.getChildren().add(text);
    getChildren().add(section);
  }

  private Node question(Question question, boolean nameTable) {
    String of = nameTable ? question.table().map(t -> Titles.table(plan, t)).orElse("") : "";
    String day = question.when().orElse("");
    VBox words = new VBox(2, Nodes.paragraph(question.text()));
    String faint = of.isEmpty() || day.isEmpty() ? of + day : of + " · " + day;
    if (!faint.isEmpty()) {
      words.getChildren().add(Nodes.label(faint, "faint", "small"));
    }
    TextField answer = typing("work.answer", "answer-question");
    answer.setAccessibleText(Texts.of("work.answerTo", question.text()));
    answer.setOnAction(event -> {
      if (!answer.getText().isBlank()) {
        model.decide(Reasons.with(question, answer.getText()));
      }
    });
    var drop = Nodes.link(Texts.of("work.dropQuestion"), () -> model.revoke(question));
    drop.setAccessibleText(Texts.of("work.dropQuestion") + ": " + question.text());
    HBox line = new HBox(8, Nodes.grow(answer), drop);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(4, words, line);
    box.setPadding(new Insets(0, 0, 8, 0));
    return box;
  }

  private static TextField typing(String prompt, String id) {
    TextField field = new TextField();
    field.setPromptText(Texts.of(prompt));
    field.setAccessibleText(Texts.of(prompt));
    field.setId(id);
    return field;
  }
}
