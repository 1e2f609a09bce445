package dev.shardwright.risk;

import java.util.List;

/**
 * Looks for one design problem. A new one is one class, its test and one line in {@code
 * RiskChecks}.
 */
public interface RiskCheck {

  CheckCode code();

  /** The questions to the data that would sharpen or settle the outcome; none by default. */
  default List<Probe> probes(Situation situation) {
    return List.of();
  }

  CheckOutcome look(Situation situation);
}
