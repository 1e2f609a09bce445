package dev.shardwright.ui.findings;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which findings are listed, and in which order.
 *
 * @param openOnly leaves out what was accepted or waived
 */
record FindingFilter(Set<Severity> severities, boolean openOnly, Order order) {
  static final FindingFilter START =
      new FindingFilter(EnumSet.allOf(Severity.class), true, Order.SEVERITY);

  FindingFilter {
    EnumSet<Severity> copy = EnumSet.noneOf(Severity.class);
    copy.addAll(severities);
    severities = Collections.unmodifiableSet(copy);
  }

  /** How the list is sorted. */
  enum Order {
    SEVERITY(Finding.WORST_FIRST),
    CHECK(
        Comparator.comparing((Finding f) -> f.check().title()).thenComparing(Finding.WORST_FIRST)),
    TABLE(Comparator.comparing(Finding::table).thenComparing(Finding.WORST_FIRST));

    private final Comparator<Finding> comparator;

    Order(Comparator<Finding> comparator) {
      this.comparator = comparator;
    }
  }

  List<Finding> of(Plan plan) {
    return plan.findings().stream()
        .filter(f -> severities.contains(f.severity()))
        .filter(f -> !openOnly || f.state() == State.OPEN)
        .sorted(order.comparator)
        .toList();
  }

  FindingFilter showing(Severity severity, boolean shown) {
    EnumSet<Severity> next = EnumSet.noneOf(Severity.class);
    next.addAll(severities);
    if (shown) {
      next.add(severity);
    } else {
      next.remove(severity);
    }
    return new FindingFilter(next, openOnly, order);
  }

  FindingFilter openOnly(boolean only) {
    return new FindingFilter(severities, only, order);
  }

  FindingFilter by(Order next) {
    return new FindingFilter(severities, openOnly, next);
  }
}
