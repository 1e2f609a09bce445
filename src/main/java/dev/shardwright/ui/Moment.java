package dev.shardwright.ui;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Now, as plans keep it: on the user's clock, without a zone. */
final class Moment {
  private Moment() {}

  /** Waivers that ended before this day count no longer. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  /** The minute, as the history and the branches keep it. */
  static String minute() {
    return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
