package dev.shardwright.report.content;

import dev.shardwright.risk.Severity;

/** How a badge looks; the sign tells tones apart without any colour. */
public enum Tone {
  BLOCKER("■"),
  ERROR("▲"),
  WARNING("△"),
  INFO("ℹ"),
  DONE("✓"),
  OPEN("○"),
  QUIET("");

  private final String sign;

  Tone(String sign) {
    this.sign = sign;
  }

  /** One character, or none. */
  public String sign() {
    return sign;
  }

  /** The tone of a severity. */
  public static Tone of(Severity severity) {
    return switch (severity) {
      case BLOCKER -> BLOCKER;
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }
}
