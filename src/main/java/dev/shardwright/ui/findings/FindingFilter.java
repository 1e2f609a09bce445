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
 * @param states how the findings stand that are listed
 * @param words what the check, the table or the sentence must hold, in any case
 * @param folded titles of the groups whose findings are hidden
 */
record FindingFilter(
    Set<Severity> severities, Set<State> states, Order order, String words, Set<String> folded) {
  static final FindingFilter START =
      new FindingFilter(
          EnumSet.allOf(Severity.class), Set.of(State.OPEN), Order.SEVERITY, "", Set.of());

  FindingFilter {
    severities = ordered(Severity.class, severities);
    states = ordered(State.class, states);
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
        .filter(f -> states.contains(f.state()))
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
    return new FindingFilter(severities, states, order, text, folded);
  }

  /** With a group's findings hidden, or shown if they were. */
  FindingFilter turned(String group) {
    Set<String> next = new HashSet<>(folded);
    if (!next.remove(group)) {
      next.add(group);
    }
    return new FindingFilter(severities, states, order, words, next);
  }

  FindingFilter showing(Severity severity, boolean shown) {
    return new FindingFilter(
        with(Severity.class, severities, severity, shown), states, order, words, folded);
  }

  FindingFilter showing(State state, boolean shown) {
    return new FindingFilter(
        severities, with(State.class, states, state, shown), order, words, folded);
  }

  private static <E extends Enum<E>> Set<E> with(Class<E> type, Set<E> now, E one, boolean shown) {
    EnumSet<E> next = EnumSet.noneOf(type);
    next.addAll(now);
    if (shown) {
      next.add(one);
    } else {
      next.remove(one);
    }
    return next;
  }

  private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> set) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }

  FindingFilter by(Order next) {
    return new FindingFilter(severities, states, next, words, Set.of());
  }
}
