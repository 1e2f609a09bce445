package dev.shardwright.ui.findings;

import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;

/** A line of the list: the head of a group, or a finding. */
sealed interface FindingLine {

  /**
   * The head of a group.
   *
   * @param worst the worst severity below it
   * @param folded true while its findings are hidden
   */
  record Head(String title, long count, Severity worst, boolean folded) implements FindingLine {}

  /** A finding. */
  record Item(Finding finding) implements FindingLine {}
}
