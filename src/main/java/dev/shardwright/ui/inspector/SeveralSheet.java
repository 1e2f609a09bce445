package dev.shardwright.ui.inspector;

import dev.shardwright.model.Figures;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.Titles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Several tables at once: their sum, and one mark for all. */
final class SeveralSheet extends VBox {

  SeveralSheet(PlannerModel model, Plan plan, List<TableName> tables) {
    getStyleClass().add("inspector");
    getChildren()
        .addAll(
            new VBox(
                10,
                Nodes.label(Texts.of("inspector.several", tables.size()), "heading"),
                Nodes.label(sum(plan, tables), "muted"),
                new KindSegments(model, plan, tables)),
            Section.of(Texts.of("inspector.tables"), tables, t -> line(model, plan, t)));
  }

  private static String sum(Plan plan, List<TableName> tables) {
    Set<TableName> chosen = new HashSet<>(tables);
    List<Table> known =
        plan.schema().tables().stream().filter(t -> chosen.contains(t.name())).toList();
    long rows = known.stream().map(Table::rowCount).mapToLong(RowCount::rows).sum();
    long bytes = known.stream().mapToLong(t -> t.bytes().orElse(0)).sum();
    return Texts.of("figures.rows", rows) + " · " + Figures.bytes(bytes);
  }

  private static Node line(PlannerModel model, Plan plan, TableName table) {
    HBox line =
        new HBox(
            new MarkGlyph(plan.kind(table)),
            TableSheet.name(Titles.table(plan, table)),
            Nodes.link(Texts.of("inspector.show"), () -> model.select(Selection.table(table))));
    line.getStyleClass().add("line-row");
    return line;
  }
}
