package dev.shardwright.ui.findings;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Remedy;
import dev.shardwright.risk.Verdicts;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Reasons;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SqlQuote;
import dev.shardwright.ui.parts.Titles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Why the selected finding matters, what was counted, and the ways to mend, accept or waive it. */
final class FindingDetail extends ScrollPane {
  private static final int WAIVED_WEEKS = 4;

  private final PlannerModel model;
  private final Runnable help;
  private final Runnable back;
  private final TextField reason = new TextField();
  private Optional<Finding> shown = Optional.empty();

  /**
   * The detail.
   *
   * @param back gives the keyboard to the list, as what was decided is gone from here
   */
  FindingDetail(PlannerModel model, Runnable help, Runnable back) {
    this.model = model;
    this.help = help;
    this.back = back;
    setId("finding-detail");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(260);
    reason.setId("finding-reason");
    reason.setPromptText(Texts.of("reason.prompt"));
    model.planProperty().addListener((o, was, now) -> refresh(false));
    model
        .selectionProperty()
        .addListener((o, was, now) -> {
          reason.clear();
          refresh(true);
        });
    refresh(true);
  }

  private void refresh(boolean fromTop) {
    double before = getVvalue();
    Optional<Finding> now = model.selectedFinding();
    if (!fromTop && now.isPresent() && now.equals(shown)) {
      return; // nothing new to say, and the DBA may be typing his reason
    }
    shown = now;
    VBox content = new VBox();
    content.getStyleClass().add("finding-detail");
    Optional<Plan> plan = model.plan();
    Optional<Finding> finding = model.selectedFinding();
    if (plan.isPresent() && finding.isPresent()) {
      fill(content, plan.get(), finding.get());
    } else {
      content.getChildren().add(Nodes.paragraph(Texts.of("findings.pick"), "muted"));
    }
    setContent(content);
    setVvalue(fromTop ? 0 : before);
  }

  private void fill(VBox content, Plan plan, Finding finding) {
    content.getChildren().add(head(plan, finding));
    String why = Titles.why(finding);
    if (!why.isEmpty()) {
      content.getChildren().add(Nodes.paragraph(why, "muted"));
    }
    finding.measured().sql().ifPresent(sql -> content.getChildren().add(SqlQuote.folded(sql)));
    String counted = Counted.of(plan, finding);
    if (!counted.isEmpty()) {
      content.getChildren().add(Nodes.paragraph(counted, "muted", "small"));
    }
    // Before the buttons that keep it: a reason below them would be found too late.
    content.getChildren().add(reason);
    finding.remedies().forEach(r -> content.getChildren().add(remedy(plan, r)));
    content.getChildren().add(standing(plan, finding));
  }

  private Node head(Plan plan, Finding finding) {
    Label table = Nodes.label(Titles.table(plan, finding.table()), "mono");
    Button show =
        Nodes.link(
            Texts.of("findings.showTable"), () -> model.select(Selection.table(finding.table())));
    HBox head =
        new HBox(
            6,
            Nodes.label(Titles.check(finding), "strong"),
            Nodes.label("·", "muted"),
            table,
            Nodes.spacer(),
            Nodes.link(Texts.of("findings.help"), help),
            show);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node remedy(Plan plan, Remedy remedy) {
    VBox box = new VBox(6);
    HBox line =
        line(Nodes.grow(Nodes.paragraph(Titles.sentence(plan, remedy.title()))), Nodes.spacer());
    remedy.sql().ifPresent(sql -> line.getChildren().add(sqlButton(box, sql)));
    if (remedy.foreseeable()) {
      line.getChildren()
          .add(
              Nodes.button(
                  Texts.of("findings.whatIf"), () -> model.tryOut().start(remedy), "small-button"));
    }
    remedy
        .decision()
        .ifPresent(decision ->
            line.getChildren()
                .add(
                    Nodes.button(
                        Texts.of("findings.decide"),
                        () -> say(decision),
                        "small-button",
                        "primary")));
    box.getChildren().add(line);
    return box;
  }

  private static Button sqlButton(VBox box, String sql) {
    return Nodes.button(
        Texts.of("findings.sql"),
        () -> {
          if (box.getChildren().size() > 1) {
            box.getChildren().remove(1);
          } else {
            box.getChildren().add(new SqlQuote(sql));
          }
        },
        "small-button");
  }

  private Node standing(Plan plan, Finding finding) {
    if (finding.state() != State.OPEN) {
      Decision said = Verdicts.of(plan.decisions()).on(finding).orElseThrow();
      String how = Texts.of("findings.is." + finding.state().name());
      return line(
          Nodes.label(how),
          Nodes.spacer(),
          Nodes.button(
              Texts.of("findings.reopen"),
              () -> {
                back.run();
                model.revoke(said);
              },
              "small-button"));
    }
    DatePicker until =
        new DatePicker(LocalDate.now(ZoneId.systemDefault()).plusWeeks(WAIVED_WEEKS));
    until.setPrefWidth(128);
    until.setAccessibleText(Texts.of("findings.waiveUntil"));
    return line(
        Nodes.label(Texts.of("findings.waiveUntil")),
        until,
        Nodes.spacer(),
        Nodes.button(
            Texts.of("findings.waive"),
            () ->
                say(
                    state(
                        finding,
                        State.WAIVED,
                        Optional.ofNullable(until.getValue()).map(LocalDate::toString))),
            "small-button"),
        Nodes.button(
            Texts.of("findings.accept"),
            () -> say(state(finding, State.ACCEPTED, Optional.empty())),
            "small-button"));
  }

  private void say(Decision decision) {
    back.run();
    model.decide(Reasons.with(decision, reason.getText()));
  }

  private static Decision state(Finding f, State state, Optional<String> until) {
    return new Decision.FindingState(
        f.check().name(), f.table(), f.relations(), f.named(), state, Optional.empty(), until);
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().add("line-row");
    line.setMinHeight(34);
    return line;
  }
}
