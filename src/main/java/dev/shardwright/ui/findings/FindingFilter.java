package dev.shardwright.ui.findings;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which findings are listed, and in which order.
 *
 * @param openOnly leaves out what was accepted or waived
 * @param words what the check, the table or the sentence must hold, in any case
 * @param folded titles of the groups whose findings are hidden
 */
record FindingFilter(
    Set<Severity> severities, boolean openOnly, Order order, String words, Set<String> folded) {
  static final FindingFilter START =
      new FindingFilter(EnumSet.allOf(Severity.class), true, Order.SEVERITY, "", Set.of());

  FindingFilter {
    EnumSet<Severity> copy = EnumSet.noneOf(Severity.class);
    copy.addAll(severities);
    severities = Collections.unmodifiableSet(copy);
    words = words.strip().toLowerCase(Locale.ROOT);
    folded = Set.copyOf(folded);
  }

  /** How the list is sorted. */
  enum Order {
    SEVERITY(Finding.MOST_URGENT),
    CHECK(
        Comparator.comparing((Finding f) -> f.check().title()).thenComparing(Finding.MOST_URGENT)),
    TABLE(Comparator.comparing(Finding::table).thenComparing(Finding.MOST_URGENT));

    private final Comparator<Finding> comparator;

    Order(Comparator<Finding> comparator) {
      this.comparator = comparator;
    }
  }

  List<Finding> of(Plan plan) {
    return plan.findings().stream()
        .filter(f -> severities.contains(f.severity()))
        .filter(f -> !openOnly || f.state() == State.OPEN)
        .filter(f -> words.isEmpty() || text(f).contains(words))
        .sorted(order.comparator)
        .toList();
  }

  /** The findings with a head before each group; by severity there are no groups. */
  List<FindingLine> lines(Plan plan) {
    if (order == Order.SEVERITY) {
      return of(plan).stream().<FindingLine>map(FindingLine.Item::new).toList();
    }
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    of(plan).forEach(f -> groups.computeIfAbsent(title(plan, f), t -> new ArrayList<>()).add(f));
    List<FindingLine> lines = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparing(group -> worst(group.getValue())))
        .forEach(group -> add(lines, group.getKey(), group.getValue()));
    return lines;
  }

  private void add(List<FindingLine> lines, String title, List<Finding> findings) {
    boolean hidden = folded.contains(title);
    lines.add(new FindingLine.Head(title, findings.size(), worst(findings), hidden));
    if (!hidden) {
      findings.forEach(f -> lines.add(new FindingLine.Item(f)));
    }
  }

  private static Severity worst(List<Finding> findings) {
    return findings.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElseThrow();
  }

  private String title(Plan plan, Finding finding) {
    return order == Order.CHECK ? finding.check().title() : Titles.table(plan, finding.table());
  }

  private static String text(Finding f) {
    return (Titles.check(f) + " " + f.check() + " " + f.table() + " " + f.message())
        .toLowerCase(Locale.ROOT);
  }

  FindingFilter holding(String text) {
    return new FindingFilter(severities, openOnly, order, text, folded);
  }

  /** With a group's findings hidden, or shown if they were. */
  FindingFilter turned(String group) {
    Set<String> next = new HashSet<>(folded);
    if (!next.remove(group)) {
      next.add(group);
    }
    return new FindingFilter(severities, openOnly, order, words, next);
  }

  FindingFilter showing(Severity severity, boolean shown) {
    EnumSet<Severity> next = EnumSet.noneOf(Severity.class);
    next.addAll(severities);
    if (shown) {
      next.add(severity);
    } else {
      next.remove(severity);
    }
    return new FindingFilter(next, openOnly, order, words, folded);
  }

  FindingFilter openOnly(boolean only) {
    return new FindingFilter(severities, only, order, words, folded);
  }

  FindingFilter by(Order next) {
    return new FindingFilter(severities, openOnly, next, words, Set.of());
  }
}
