package dev.shardwright.ui.parts;

import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.plan.PlanDiff.Recoloured;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What differs between two plans: tables that change colour, findings that come and go. */
public final class DiffView extends VBox {

  public DiffView(Plan was, PlanDiff diff) {
    super(16);
    getStyleClass().add("diff");
    names("diff.tables.added", diff.tables().added());
    names("diff.tables.removed", diff.tables().removed());
    names("diff.tables.changed", diff.tables().changed());
    names("diff.relations.added", diff.relations().added());
    names("diff.relations.removed", diff.relations().removed());
    section("diff.kinds", diff.kinds(), kind -> recoloured(was, kind));
    section("diff.found", diff.found(), finding -> finding(was, finding));
    section("diff.gone", diff.gone(), finding -> finding(was, finding));
    if (getChildren().isEmpty()) {
      getChildren().add(Nodes.paragraph(Texts.of("diff.none"), "muted"));
    }
  }

  private void names(String key, List<String> names) {
    section(key, names, name -> row(Nodes.label(name, "mono")));
  }

  private <T> void section(String key, List<T> things, Function<T, Node> line) {
    if (!things.isEmpty()) {
      getChildren().add(Section.of(Texts.of(key, things.size()), things, line));
    }
  }

  private static Node recoloured(Plan plan, Recoloured change) {
    return row(
        new MarkGlyph(change.was()),
        Nodes.label("→", "muted"),
        new MarkGlyph(change.is()),
        Nodes.label(Titles.table(plan, change.table())));
  }

  private static Node finding(Plan plan, Finding finding) {
    return row(
        new SeverityGlyph(finding.severity()),
        Nodes.label(Titles.check(finding)),
        Nodes.label(Titles.table(plan, finding.table()), "mono", "muted"));
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("plain-row");
    return row;
  }
}
