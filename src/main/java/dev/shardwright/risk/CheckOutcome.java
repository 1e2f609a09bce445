package dev.shardwright.risk;

import java.util.List;

/** How a check ended; one that could not run never looks green. */
public sealed interface CheckOutcome {

  /** Found, or clear if there is nothing. */
  static CheckOutcome of(List<Finding> findings) {
    return findings.isEmpty() ? new Clear() : new Found(findings);
  }

  /** Looked everywhere, found nothing. */
  record Clear() implements CheckOutcome {}

  record Found(List<Finding> findings) implements CheckOutcome {
    public Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Could not be settled.
   *
   * @param why the reason in one sentence
   * @param findings what was found all the same
   */
  record Unknown(String why, List<Finding> findings) implements CheckOutcome {
    public Unknown {
      findings = List.copyOf(findings);
    }
  }
}
