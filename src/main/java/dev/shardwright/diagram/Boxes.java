package dev.shardwright.diagram;

import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Layout.Hidden;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns tables into boxes: which columns are shown, and how each is marked. */
final class Boxes {
  /** A table of 1,000 columns would push all others out of sight. */
  private static final int MOST_ROWS = 60;

  private final Plan plan;
  private final Detail detail;
  private final Diagram.Titles titles;
  private final FindingList findings;
  private final boolean numbered;
  private final Hidden hidden;
  private final Map<TableName, Set<String>> referencing = new HashMap<>();
  private final Map<TableName, Set<String>> referenced = new HashMap<>();

  Boxes(
      Plan plan,
      DiagramOptions options,
      Diagram.Titles titles,
      List<PlannedRelation> drawn,
      FindingList findings) {
    this.plan = plan;
    this.detail = options.detail();
    this.numbered = options.numbered();
    this.hidden = options.hidden();
    this.titles = titles;
    this.findings = findings;
    for (PlannedRelation planned : drawn) {
      Relation relation = planned.relation();
      columns(referencing, relation.child()).addAll(relation.childColumns());
      columns(referenced, relation.parent()).addAll(relation.parentColumns());
    }
  }

  Box box(Table table) {
    List<Row> rows = rows(table);
    int away = detail == Detail.NAMES ? 0 : away(table);
    int more = detail == Detail.NAMES ? 0 : table.columns().size() - rows.size() - away;
    return new Box(
        table.name(),
        titles.of(table.name()),
        Look.of(plan.mark(table.name())),
        plan.root().filter(table.name()::equals).isPresent(),
        mark(table.name()),
        worst(table.name()),
        rows,
        away,
        more,
        partitions(table),
        summary(table));
  }

  /** A table that keys lead to although it was not read. */
  Box outside(TableName table) {
    Look look =
        Optional.ofNullable(plan.classification().marks().get(table))
            .map(Look::of)
            .orElse(Look.UNDECIDED);
    String summary = "Table " + table + ", outside the selection, columns not read";
    return new Box(
        table,
        table.toString(),
        look,
        false,
        mark(table),
        worst(table),
        List.of(),
        0,
        0,
        0,
        summary);
  }

  private List<Row> rows(Table table) {
    if (detail == Detail.NAMES) {
      return List.of();
    }
    Set<String> primary =
        table.primaryKey().map(UniqueKey::columns).<Set<String>>map(HashSet::new).orElse(Set.of());
    List<Row> rows = new ArrayList<>();
    for (Column column : table.columns()) {
      if (hidden.of(table.name()).contains(column.name())) {
        continue;
      }
      Row row = row(table.name(), column, primary.contains(column.name()));
      if (detail == Detail.COLUMNS || isKey(table.name(), row)) {
        rows.add(row);
      }
    }
    return rows.size() <= MOST_ROWS ? rows : most(table.name(), rows);
  }

  /** As many rows as a box may have, keys before others, in the table's order. */
  private List<Row> most(TableName table, List<Row> rows) {
    Set<Row> kept = new HashSet<>();
    rows.stream().filter(row -> isKey(table, row)).limit(MOST_ROWS).forEach(kept::add);
    for (Row row : rows) {
      if (kept.size() == MOST_ROWS) {
        break;
      }
      kept.add(row);
    }
    return rows.stream().filter(kept::contains).toList();
  }

  private boolean isKey(TableName table, Row row) {
    return row.primary()
        || row.foreign()
        || referenced.getOrDefault(table, Set.of()).contains(row.column());
  }

  private Row row(TableName table, Column column, boolean primary) {
    return new Row(
        column.name(),
        ShortType.of(column.type().sql()),
        primary,
        referencing.getOrDefault(table, Set.of()).contains(column.name()),
        column.nullable(),
        worst(about(table).stream().filter(f -> f.columns().contains(column.name()))),
        Optional.empty(),
        Optional.empty());
  }

  private String mark(TableName table) {
    return numbered ? findings.numbers(table) : findings.count(table);
  }

  private List<Finding> about(TableName table) {
    return findings.about(table);
  }

  private Optional<Severity> worst(TableName table) {
    return worst(about(table).stream());
  }

  private static Optional<Severity> worst(Stream<Finding> findings) {
    return findings.map(Finding::severity).min(Severity::compareTo);
  }

  private String summary(Table table) {
    Look look = Look.of(plan.mark(table.name()));
    int open = about(table.name()).size();
    return "Table "
        + table.name()
        + ", "
        + look.title().toLowerCase(Locale.ROOT)
        + ", "
        + Figures.count(table.columns().size(), "column")
        + (away(table) == 0 ? "" : " of which " + away(table) + " hidden")
        + rowsOf(table.rowCount())
        + (partitions(table) == 0 ? "" : ", " + Figures.count(partitions(table), "partition"))
        + (open == 0 ? "" : ", " + Figures.count(open, "open finding"));
  }

  /** Columns that the reader hid, as far as there still are such. */
  private int away(Table table) {
    Set<String> names = hidden.of(table.name());
    return names.isEmpty()
        ? 0
        : (int) table.columns().stream().filter(c -> names.contains(c.name())).count();
  }

  private static int partitions(Table table) {
    return table.partitioning().map(p -> p.partitions().size()).orElse(0);
  }

  private static String rowsOf(RowCount count) {
    return switch (count.are()) {
      case EXACT -> ", " + Figures.count(count.rows(), "row");
      case ESTIMATE -> ", about " + Figures.count(count.rows(), "row");
      case UNKNOWN -> "";
    };
  }

  private static Set<String> columns(Map<TableName, Set<String>> of, TableName table) {
    return of.computeIfAbsent(table, t -> new HashSet<>());
  }
}
