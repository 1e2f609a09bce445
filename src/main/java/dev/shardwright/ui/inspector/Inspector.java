package dev.shardwright.ui.inspector;

import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Frames;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Pieces;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What is selected, in full: a table, several, a relation, or the table of a finding. */
public final class Inspector extends ScrollPane {
  private final PlannerModel model;
  private final Frames frames;
  private boolean fromTop;

  public Inspector(PlannerModel model, Frames frames) {
    this.model = model;
    this.frames = frames;
    setId("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(140);
    setAccessibleText(Texts.of("inspector.title"));
    model.planProperty().addListener((o, was, now) -> refresh(false));
    model.selectionProperty().addListener((o, was, now) -> refresh(true));
    model.questions().booksProperty().addListener((o, was, now) -> refresh(false));
    model.advice().keysProperty().addListener((o, was, now) -> refresh(false));
    refresh(true);
  }

  private void refresh(boolean another) {
    fromTop |= another;
    frames.run(this, model.plan(), this::fill);
  }

  private void fill() {
    double before = getVvalue();
    Pieces pieces = new Pieces();
    setContent(model.plan().map(p -> sheet(p, pieces)).orElseGet(VBox::new));
    double to = fromTop ? 0 : before;
    setVvalue(to);
    pieces.add(() -> setVvalue(to));
    fromTop = false;
    pieces.build(frames, this, model.plan());
  }

  private Node sheet(Plan plan, Pieces pieces) {
    return switch (model.selection()) {
      case Selection.Tables(List<TableName> names) -> tables(plan, names, pieces);
      case Selection.OneFinding finding -> tables(plan, List.of(finding.table()), pieces);
      case Selection.OneRelation(String id) ->
          plan.relations().stream()
              .filter(r -> r.relation().id().equals(id))
              .findFirst()
              .<Node>map(r -> new RelationSheet(model, plan, r))
              .orElseGet(Inspector::nothing);
    };
  }

  private Node tables(Plan plan, List<TableName> names, Pieces pieces) {
    List<TableName> known =
        names.stream().filter(t -> plan.classification().marks().containsKey(t)).toList();
    return switch (known.size()) {
      case 0 -> nothing();
      case 1 -> new TableSheet(model, plan, known.getFirst(), pieces);
      default -> new SeveralSheet(model, plan, known);
    };
  }

  private static Node nothing() {
    VBox empty = new VBox(8, Nodes.paragraph(Texts.of("inspector.nothing"), "muted"));
    empty.getStyleClass().add("inspector");
    return empty;
  }
}
