package dev.shardwright.ui.diagram;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.diagram.Badge;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Row;
import dev.shardwright.diagram.Wire;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words that appear beside the pointer. */
final class Hints {
  private static final int MOST = 3;
  private static final double NEAR_PX = 5;

  private Hints() {}

  /**
   * What stands at a place of the drawing.
   *
   * @param scale pixels per unit, for how near is near
   */
  static Optional<String> at(
      Drawing drawing, Optional<Plan> plan, double x, double y, double scale) {
    Optional<Placed> box = drawing.boxAt(x, y);
    if (box.isPresent()) {
      return Optional.of(box(box.get(), plan, x, y));
    }
    return drawing.wireAt(x, y, NEAR_PX / scale).map(wire -> wire(wire, plan));
  }

  private static String box(Placed box, Optional<Plan> plan, double x, double y) {
    List<String> lines = new ArrayList<>();
    Optional<Badge> badge = box.badgeAt(x, y);
    int at = box.rowAt(y);
    if (badge.isPresent()) {
      lines.add(badge(badge.get()));
    } else if (at >= 0) {
      lines.add(row(box, box.rows().get(at)));
    }
    lines.add(box.box().summary());
    TableName table = box.table();
    String column = at >= 0 ? box.rows().get(at).column() : "";
    boolean marked = at >= 0 && box.rows().get(at).findings() > 0;
    lines.addAll(
        findings(plan, f -> f.table().equals(table) && (!marked || f.columns().contains(column))));
    return String.join("\n", lines);
  }

  private static String row(Placed box, Row row) {
    return box.box().title()
        + "."
        + row.column()
        + "  "
        + row.type()
        + (row.nullable() ? ", may be NULL" : ", not null")
        + (row.primary() ? ", primary key" : "");
  }

  private static String badge(Badge badge) {
    List<TableName> tables = badge.tables();
    String names = tables.stream().limit(8).map(TableName::name).collect(Collectors.joining(", "));
    String more = tables.size() > 8 ? " and " + (tables.size() - 8) + " more" : "";
    String ends = badge.text().startsWith("←") ? "From " : "To ";
    return ends + names + more + ". Click to go there.";
  }

  private static String wire(Wire wire, Optional<Plan> plan) {
    List<String> lines = new ArrayList<>();
    if (wire.bus()) {
      lines.add(wire.links().size() + " keys to " + wire.link().parent().name());
    } else {
      lines.add(wire.link().summary());
    }
    String relation = wire.link().relation();
    lines.addAll(findings(plan, f -> f.relations().contains(relation)));
    return String.join("\n", lines);
  }

  private static List<String> findings(Optional<Plan> plan, Predicate<Finding> about) {
    return plan.stream()
        .flatMap(p ->
            p.findings().stream()
                .filter(f -> f.state() == State.OPEN && about.test(f))
                .limit(MOST)
                .map(f -> Titles.check(f) + ": " + Titles.sentence(p, f.message())))
        .toList();
  }
}
