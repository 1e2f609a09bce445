package dev.shardwright.ui.inspector;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What is selected, in full: a table, several, a relation, or the table of a finding. */
public final class Inspector extends ScrollPane {
  private final PlannerModel model;

  public Inspector(PlannerModel model) {
    this.model = model;
    setId("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(240);
    setAccessibleText(Texts.of("inspector.title"));
    model.planProperty().addListener((o, was, now) -> refresh(false));
    model.selectionProperty().addListener((o, was, now) -> refresh(true));
    model.questions().ledgerProperty().addListener((o, was, now) -> refresh(false));
    model.advice().keysProperty().addListener((o, was, now) -> refresh(false));
    refresh(true);
  }

  private void refresh(boolean fromTop) {
    double before = getVvalue();
    setContent(model.plan().map(this::sheet).orElseGet(VBox::new));
    setVvalue(fromTop ? 0 : before);
  }

  private Node sheet(Plan plan) {
    return switch (model.selection()) {
      case Selection.Tables(List<TableName> names) -> tables(plan, names);
      case Selection.OneFinding finding -> tables(plan, List.of(finding.table()));
      case Selection.OneRelation(String id) ->
          plan.relations().stream()
              .filter(r -> r.relation().id().equals(id))
              .findFirst()
              .<Node>map(r -> new RelationSheet(model, plan, r))
              .orElseGet(Inspector::nothing);
    };
  }

  private Node tables(Plan plan, List<TableName> names) {
    List<TableName> known =
        names.stream().filter(t -> plan.classification().marks().containsKey(t)).toList();
    return switch (known.size()) {
      case 0 -> nothing();
      case 1 -> new TableSheet(model, plan, known.getFirst());
      default -> new SeveralSheet(model, plan, known);
    };
  }

  private static Node nothing() {
    VBox empty = new VBox(8, Nodes.paragraph(Texts.of("inspector.nothing"), "muted"));
    empty.getStyleClass().add("inspector");
    return empty;
  }
}
