package dev.shardwright.ui;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.risk.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What would change in each table, in a few words for the drawing. */
final class Difference {
  private Difference() {}

  static Map<TableName, String> words(Plan before, Plan after) {
    Map<TableName, List<String>> words = new TreeMap<>(Comparator.naturalOrder());
    PlanDiff difference = PlanDiff.of(before, after);
    after.classification().marks().keySet().stream()
        .filter(table -> !before.classification().marks().containsKey(table))
        .forEach(table -> say(words, table, Texts.of("difference.new")));
    difference
        .kinds()
        .forEach(k -> say(words, k.table(), Texts.of("difference.was", title(k.was()))));
    counted(difference.gone()).forEach((t, n) -> say(words, t, Texts.of("difference.gone", n)));
    counted(difference.found()).forEach((t, n) -> say(words, t, Texts.of("difference.come", n)));
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

  private static Map<TableName, Long> counted(List<Finding> findings) {
    return findings.stream().collect(Collectors.groupingBy(Finding::table, Collectors.counting()));
  }
}
