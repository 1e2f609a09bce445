package dev.shardwright.ui.inspector;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One relation in full. */
final class RelationSheet extends VBox {
  private final PlannerModel model;
  private final Plan plan;

  RelationSheet(PlannerModel model, Plan plan, PlannedRelation planned) {
    this.model = model;
    this.plan = plan;
    Relation relation = planned.relation();
    getStyleClass().add("inspector");
    getChildren()
        .addAll(
            head(planned),
            new Section(Texts.of("relation.tables"), end(relation.child()), end(relation.parent())),
            Section.of(
                Texts.of("relation.columns"),
                IntStream.range(0, relation.childColumns().size()).boxed().toList(),
                i -> pair(relation, i)),
            Section.of(
                Texts.of("relation.rules"),
                rules(relation),
                rule -> TableSheet.row("plain-row", Nodes.paragraph(rule))));
    List<Finding> about =
        plan.findings().stream().filter(f -> f.relations().contains(relation.id())).toList();
    if (!about.isEmpty()) {
      getChildren().add(Section.of(Texts.of("inspector.findings"), about, this::finding));
    }
  }

  private Node head(PlannedRelation planned) {
    HBox line =
        new HBox(
            8,
            TableSheet.name(Legible.line(planned.relation().name()), "heading"),
            RelationLine.change(model, planned));
    line.setAlignment(Pos.TOP_LEFT);
    String origin = Texts.of("origin.long." + planned.relation().origin().name());
    VBox head = new VBox(6, line, Nodes.paragraph(origin, "muted"));
    if (planned.cut()) {
      head.getChildren()
          .add(Nodes.paragraph(planned.why().orElse(Texts.of("inspector.isCut")), "bad"));
    }
    return head;
  }

  private Node end(TableName table) {
    return TableSheet.row(
        "line-row",
        new MarkGlyph(plan.kind(table)),
        TableSheet.name(Titles.table(plan, table)),
        Nodes.link(Texts.of("inspector.show"), () -> model.select(Selection.table(table))));
  }

  private static Node pair(Relation relation, int at) {
    return TableSheet.row(
        "plain-row",
        TableSheet.name(
            Legible.line(relation.childColumns().get(at))
                + " → "
                + Legible.line(relation.parentColumns().get(at)),
            "mono"));
  }

  private static List<String> rules(Relation relation) {
    List<String> rules = new ArrayList<>();
    rules.add(Texts.of(relation.nullable() ? "relation.nullable" : "relation.notNull"));
    if (relation.declared()) {
      rules.add(Texts.of("relation.onDelete", words(relation.onDelete())));
      rules.add(Texts.of("relation.onUpdate", words(relation.onUpdate())));
      if (!relation.validated()) {
        rules.add(Texts.of("relation.notValidated"));
      }
    }
    relation
        .discriminator()
        .ifPresent(d -> rules.add(Texts.of("relation.onlyWhere", d.column(), d.value())));
    return rules;
  }

  private static String words(Enum<?> action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Node finding(Finding finding) {
    return TableSheet.row(
        "line-row",
        new SeverityGlyph(finding.severity()),
        Nodes.label(Titles.check(finding)),
        Nodes.spacer(),
        Nodes.link(Texts.of("inspector.show"), () -> model.select(Selection.finding(finding))));
  }
}
