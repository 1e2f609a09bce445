package dev.shardwright.ui.inspector;

import dev.shardwright.classify.Decision;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Reasons;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Titles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A decision about what is selected: what, when, why; the reason can be written later. */
final class DecisionLine extends VBox {

  DecisionLine(PlannerModel model, Plan plan, Decision decision) {
    super(4);
    String title = Titles.decision(plan, decision);
    String day = decision.when().map(d -> " · " + d).orElse("");
    String why = decision.why().map(w -> "\n“" + w + "”").orElse("");
    HBox line = new HBox(8, Nodes.grow(Nodes.paragraph(title + day + why)), Nodes.spacer());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("line-row");
    Button write = Nodes.link(Texts.of("inspector.reason"), () -> write(model, decision));
    write.setAccessibleText(Texts.of("inspector.reason") + ": " + title);
    line.getChildren().add(write);
    if (!(decision instanceof Decision.Root)) {
      Button back = Nodes.link(Texts.of("inspector.takeBack"), () -> model.revoke(decision));
      back.setAccessibleText(Texts.of("inspector.takeBack") + ": " + title);
      line.getChildren().add(back);
    }
    getChildren().add(line);
  }

  /** Enter keeps the reason. */
  private void write(PlannerModel model, Decision decision) {
    if (getChildren().size() > 1) {
      getChildren().remove(1);
      return;
    }
    TextField reason = new TextField(decision.why().orElse(""));
    reason.setPromptText(Texts.of("reason.prompt"));
    reason.setAccessibleText(Texts.of("reason.prompt"));
    reason.setOnAction(event -> model.decide(Reasons.with(decision, reason.getText())));
    getChildren().add(reason);
    reason.requestFocus();
  }
}
