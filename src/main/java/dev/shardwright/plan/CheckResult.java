package dev.shardwright.plan;

import dev.shardwright.risk.CheckCode;
import java.util.Optional;

/**
 * How one check ended.
 *
 * @param why why it is unknown
 */
public record CheckResult(CheckCode check, Outcome outcome, Optional<String> why) {

  /** The words of the JSON contract. */
  public enum Outcome {
    CLEAR,
    FOUND,
    UNKNOWN
  }
}
