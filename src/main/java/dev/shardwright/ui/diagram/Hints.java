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
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words that appear beside the pointer. */
final class Hints {
  private static final int MOST = 3;
  private static final int MOST_NAMED = 8;
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
    boolean marked = at >= 0 && box.rows().get(at).worst().isPresent();
    lines.addAll(
        findings(plan, f -> f.table().equals(table) && (!marked || f.columns().contains(column))));
    return String.join("\n", lines);
  }

  private static String row(Placed box, Row row) {
    String column = box.box().title() + "." + row.column();
    String nullable = Texts.of(row.nullable() ? "nullable" : "notNull");
    return Texts.of("hint.column", column, row.type(), nullable, row.primary() ? 1 : 0);
  }

  private static String badge(Badge badge) {
    List<TableName> tables = badge.tables();
    String names =
        tables.stream().limit(MOST_NAMED).map(TableName::name).collect(Collectors.joining(", "));
    boolean from = badge.text().startsWith("←");
    return Texts.of(from ? "hint.from" : "hint.to", names, tables.size() - MOST_NAMED);
  }

  private static String wire(Wire wire, Optional<Plan> plan) {
    List<String> lines = new ArrayList<>();
    if (wire.bus()) {
      lines.add(Texts.of("hint.bus", wire.links().size(), wire.link().parent().name()));
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
