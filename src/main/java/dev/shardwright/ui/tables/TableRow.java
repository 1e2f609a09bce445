package dev.shardwright.ui.tables;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import dev.shardwright.ui.parts.Sizes;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A line of the list: the head of a group, or a table. */
sealed interface TableRow {
  Pattern BLANKS = Pattern.compile("\\s+");

  record Group(Kind kind, long count, boolean open) implements TableRow {}

  /**
   * A table.
   *
   * @param rows how many, for people
   * @param risks open findings about it that are more than information
   * @param grave true if one of them is a blocker or an error
   */
  record Entry(TableName name, String title, String rows, int risks, boolean grave)
      implements TableRow {}

  /** The lines of a plan: groups in the guide's order, tables by name. */
  static List<TableRow> of(Plan plan, TableFilter filter) {
    Map<TableName, List<Finding>> risks = risks(plan);
    Map<Kind, List<TableRow>> groups = new EnumMap<>(Kind.class);
    for (Table table : plan.schema().tables()) {
      Entry entry = entry(plan, table, risks.getOrDefault(table.name(), List.of()));
      if (filter.passes(entry)) {
        groups.computeIfAbsent(plan.kind(table.name()), k -> new ArrayList<>()).add(entry);
      }
    }
    List<TableRow> rows = new ArrayList<>();
    groups.forEach((kind, entries) -> {
      if (filter.kinds().contains(kind)) {
        boolean open = !filter.closed().contains(kind);
        rows.add(new Group(kind, entries.size(), open));
        rows.addAll(open ? entries : List.of());
      }
    });
    return rows;
  }

  private static Entry entry(Plan plan, Table table, List<Finding> risks) {
    boolean grave = risks.stream().anyMatch(f -> f.severity().grave());
    return new Entry(
        table.name(), Titles.table(plan, table.name()), Sizes.rows(table), risks.size(), grave);
  }

  private static Map<TableName, List<Finding>> risks(Plan plan) {
    Map<TableName, List<Finding>> risks = new HashMap<>();
    for (Finding finding : plan.findings()) {
      if (finding.state() == State.OPEN && finding.severity() != Severity.INFO) {
        risks.computeIfAbsent(finding.table(), t -> new ArrayList<>()).add(finding);
      }
    }
    return risks;
  }

  /** True if the typed words all occur in the name. */
  static boolean matches(String title, String typed) {
    String name = title.toLowerCase(Locale.ROOT);
    return BLANKS.splitAsStream(typed.toLowerCase(Locale.ROOT).strip()).allMatch(name::contains);
  }
}
