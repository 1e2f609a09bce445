package dev.shardwright.diagram;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be drawn of a plan: boxes with rows, and the links between them; no geometry.
 *
 * @param boxes sorted by table
 * @param links relations with both ends among the boxes, by child and name
 * @param loose relations with one end among the boxes, shown as badges
 * @param scope what the diagram shows, which decides how it is grouped
 */
public record Diagram(
    List<Box> boxes, List<Link> links, List<Loose> loose, Scope scope, Detail detail) {

  public Diagram {
    boxes = List.copyOf(boxes);
    links = List.copyOf(links);
    loose = List.copyOf(loose);
  }

  /**
   * A relation that leads out of the diagram.
   *
   * @param at the table in the diagram
   * @param leaving true if {@code at} is the child
   */
  record Loose(TableName at, int row, boolean leaving, TableName other, String otherTitle) {}

  /** The part of the plan that the options name. */
  public static Diagram of(Plan plan, DiagramOptions options) {
    Chosen chosen = Chosen.of(plan, options.scope());
    Titles titles = Titles.of(plan.schema());
    List<PlannedRelation> drawn =
        plan.relations().stream()
            .filter(r -> options.relations().passes(plan, r))
            .filter(r -> !hidden(r.relation().child(), options))
            .filter(r -> !hidden(r.relation().parent(), options))
            .toList();
    FindingList findings = FindingList.of(plan);
    Boxes drafting = new Boxes(plan, options, titles, drawn, findings);
    Map<TableName, Box> boxes = new TreeMap<>();
    for (Table table : plan.schema().tables()) {
      if (shown(table.name(), chosen, options)) {
        boxes.put(table.name(), drafting.box(table));
      }
    }
    for (TableName outside : plan.schema().outside()) {
      if (shown(outside, chosen, options)) {
        boxes.put(outside, drafting.outside(outside));
      }
    }
    Map<String, String> risky = findings.risky();
    if (!options.numbered()) {
      risky.replaceAll((relation, numbers) -> "");
    }
    return linked(plan, risky, drawn, chosen, titles, boxes, options);
  }

  private static boolean shown(TableName table, Chosen chosen, DiagramOptions options) {
    return chosen.tables().contains(table) && !hidden(table, options);
  }

  private static boolean hidden(TableName table, DiagramOptions options) {
    return options.hidden().tables().contains(table);
  }

  private static Diagram linked(
      Plan plan,
      Map<String, String> risky,
      List<PlannedRelation> drawn,
      Chosen chosen,
      Titles titles,
      Map<TableName, Box> boxes,
      DiagramOptions options) {
    Links links = new Links(plan.schema(), boxes, risky);
    List<Link> both = new ArrayList<>();
    List<Loose> loose = new ArrayList<>();
    for (PlannedRelation planned : drawn) {
      Relation relation = planned.relation();
      Box child = boxes.get(relation.child());
      Box parent = boxes.get(relation.parent());
      if (child != null && parent != null && chosen.shows(relation)) {
        both.add(links.link(planned));
      } else if (child != null) {
        int row = child.row(relation.childColumns().getFirst());
        loose.add(
            new Loose(
                relation.child(), row, true, relation.parent(), titles.of(relation.parent())));
      } else if (parent != null) {
        int row = parent.row(relation.parentColumns().getFirst());
        loose.add(
            new Loose(
                relation.parent(), row, false, relation.child(), titles.of(relation.child())));
      }
    }
    return new Diagram(List.copyOf(boxes.values()), both, loose, options.scope(), options.detail());
  }

  /** True if there is nothing to draw. */
  public boolean empty() {
    return boxes.isEmpty();
  }

  /** How the tables of a schema are called in a drawing. */
  record Titles(boolean qualified) {
    static Titles of(Schema schema) {
      return new Titles(
          schema.tables().stream().map(t -> t.name().schema()).distinct().limit(2).count() > 1);
    }

    String of(TableName table) {
      return qualified ? table.toString() : table.name();
    }
  }
}
