package dev.shardwright.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a report says about itself.
 *
 * @param programVersion the version alone: {@code 0.1.0}
 * @param date the day of the report; the only part that differs between two reports of one plan
 * @param planName what people call the plan, such as its file's name; else the source's name
 */
public record ReportMeta(String programVersion, LocalDate date, Optional<String> planName) {

  /** A report of a plan that has no name of its own. */
  public static ReportMeta of(String programVersion, LocalDate date) {
    return new ReportMeta(programVersion, date, Optional.empty());
  }
}
