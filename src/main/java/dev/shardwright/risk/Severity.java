package dev.shardwright.risk;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  /** Data would be lost, or a copy is impossible. */
  BLOCKER,
  /** It breaks in a normal run. */
  ERROR,
  /** A risk: look at the data. */
  WARNING,
  INFO;

  /** True for what breaks if nothing is done. */
  public boolean grave() {
    return compareTo(ERROR) <= 0;
  }

  /** The word of files and the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
