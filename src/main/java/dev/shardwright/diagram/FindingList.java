package dev.shardwright.diagram;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that a drawing marks: those that are open, notes aside.
 *
 * <p>They are numbered from 1 on, table after table, the table with the most urgent finding first:
 * so a table's mark can name all of its own, {@code 12–15}.
 */
public final class FindingList {
  static final FindingList NONE = new FindingList(new LinkedHashMap<>());

  private final Map<TableName, List<Finding>> byTable;
  private final Map<TableName, Integer> first = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /** A finding and its number on paper. */
  public record Entry(int number, Finding finding) {}

  private FindingList(Map<TableName, List<Finding>> byTable) {
    this.byTable = byTable;
    byTable.forEach((table, findings) -> {
      first.put(table, entries.size() + 1);
      findings.forEach(finding -> entries.add(new Entry(entries.size() + 1, finding)));
    });
  }

  /** The list of a plan. */
  public static FindingList of(Plan plan) {
    Map<TableName, List<Finding>> byTable = new LinkedHashMap<>();
    for (Finding finding : plan.mostUrgentFirst()) {
      if (finding.state() == State.OPEN && finding.severity() != Severity.INFO) {
        byTable.computeIfAbsent(finding.table(), t -> new ArrayList<>()).add(finding);
      }
    }
    return new FindingList(byTable);
  }

  /** All of them, in the order of their numbers. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The relations that a blocker or error names, with the numbers of those findings. */
  Map<String, String> risky() {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.finding().severity().grave()) {
        for (String relation : entry.finding().relations()) {
          numbers.computeIfAbsent(relation, _ -> new ArrayList<>()).add(entry.number());
        }
      }
    }
    Map<String, String> risky = new HashMap<>();
    numbers.forEach((relation, found) -> risky.put(relation, few(found)));
    return risky;
  }

  List<Finding> about(TableName table) {
    return byTable.getOrDefault(table, List.of());
  }

  /** At most two numbers: a bubble on a line has no room for more. */
  private static String few(List<Integer> numbers) {
    String first = numbers.getFirst().toString();
    return switch (numbers.size()) {
      case 1 -> first;
      case 2 -> first + ", " + numbers.getLast();
      default -> first + ", " + numbers.get(1) + " …";
    };
  }

  /** How many are about a table, as the screen shows it; empty for none. */
  String count(TableName table) {
    int count = about(table).size();
    return count == 0 ? "" : Integer.toString(count);
  }

  /** Which numbers are about a table, as paper shows it; empty for none. */
  String numbers(TableName table) {
    int from = first.getOrDefault(table, 0);
    int count = about(table).size();
    return switch (count) {
      case 0 -> "";
      case 1 -> Integer.toString(from);
      default -> from + "–" + (from + count - 1);
    };
  }
}
