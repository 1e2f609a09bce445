package dev.shardwright.ui.inspector;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Relation;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Titles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A key of the table: where it points, what is wrong with it, and the way to cut or restore it. */
final class RelationLine extends HBox {

  RelationLine(PlannerModel model, Plan plan, PlannedRelation planned) {
    Relation relation = planned.relation();
    getStyleClass().add("line-row");
    Hyperlink key =
        Nodes.grow(
            Nodes.quietLink(
                Titles.toParent(plan, relation),
                () -> model.select(Selection.relation(relation.id())),
                "mono"));
    key.setTooltip(Nodes.tooltip(Legible.line(relation.id())));
    getChildren().addAll(key, note(plan, planned), change(model, planned));
  }

  private static Node note(Plan plan, PlannedRelation planned) {
    Relation relation = planned.relation();
    if (planned.cut()) {
      return Nodes.whole(Nodes.label(Texts.of("inspector.isCut"), "faint"));
    }
    return plan.findings().stream()
        .filter(f -> f.severity() != Severity.INFO && f.relations().contains(relation.id()))
        .findFirst()
        .map(f -> trouble(plan, f))
        .orElseGet(() ->
            Nodes.whole(
                Nodes.label(
                    relation.declared() ? "" : Texts.of("origin." + relation.origin().name()),
                    "muted")));
  }

  private static Node trouble(Plan plan, Finding finding) {
    SeverityGlyph glyph = new SeverityGlyph(finding.severity());
    Tooltip.install(
        glyph,
        Nodes.tooltip(Titles.check(finding) + ": " + Titles.sentence(plan, finding.message())));
    return glyph;
  }

  /** A declared key is cut; a drawn one is taken away; a cut one is restored. */
  static Button change(PlannerModel model, PlannedRelation planned) {
    Relation relation = planned.relation();
    Decision cut = new Decision.Cut(relation.id(), Optional.empty());
    if (planned.cut()) {
      return Nodes.link(Texts.of("inspector.restore"), () -> model.revoke(cut));
    }
    if (relation.declared()) {
      return Nodes.link(Texts.of("inspector.cut"), () -> model.decide(cut));
    }
    return Nodes.link(Texts.of("inspector.remove"), () -> model.revoke(drawn(relation)));
  }

  private static Decision drawn(Relation r) {
    return new Decision.Virtual(
        r.child(),
        r.childColumns(),
        r.parent(),
        r.parentColumns(),
        r.discriminator(),
        false,
        Optional.empty());
  }
}
