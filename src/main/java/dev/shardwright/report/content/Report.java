package dev.shardwright.report.content;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a report says.
 *
 * @param title what was planned: the source
 * @param subtitle server, version, root
 * @param program the program and its version
 * @param date the day of the report
 */
public record Report(
    String title, Line subtitle, String program, LocalDate date, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }
}
