package dev.shardwright.ui;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What would change in each table, in a few words for the drawing. */
final class Difference {
  private Difference() {}

  static Map<TableName, String> words(Plan before, Plan after) {
    Map<TableName, List<String>> words = new TreeMap<>(Comparator.naturalOrder());
    after
        .classification()
        .marks()
        .forEach((table, mark) -> {
          if (!before.classification().marks().containsKey(table)) {
            say(words, table, Texts.of("difference.new"));
          } else if (before.kind(table) != mark.kind()) {
            say(words, table, Texts.of("difference.was", title(before.kind(table))));
          }
        });
    Set<Selection.OneFinding> was = open(before);
    Set<Selection.OneFinding> is = open(after);
    counted(was, is).forEach((t, n) -> say(words, t, Texts.of("difference.gone", n)));
    counted(is, was).forEach((t, n) -> say(words, t, Texts.of("difference.come", n)));
    Map<TableName, String> joined = new HashMap<>();
    words.forEach((table, all) -> joined.put(table, String.join(", ", all)));
    return joined;
  }

  private static void say(Map<TableName, List<String>> words, TableName table, String word) {
    words.computeIfAbsent(table, t -> new ArrayList<>()).add(word);
  }

  private static String title(Kind kind) {
    return Texts.of("kind." + kind.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** How many of these the others do not have, by table. */
  private static Map<TableName, Long> counted(
      Set<Selection.OneFinding> these, Set<Selection.OneFinding> others) {
    Set<Selection.OneFinding> only = new HashSet<>(these);
    only.removeAll(others);
    return only.stream()
        .collect(Collectors.groupingBy(Selection.OneFinding::table, Collectors.counting()));
  }

  private static Set<Selection.OneFinding> open(Plan plan) {
    return plan.findings().stream()
        .filter((Finding f) -> f.state() == State.OPEN)
        .map(Selection::finding)
        .collect(Collectors.toSet());
  }
}
