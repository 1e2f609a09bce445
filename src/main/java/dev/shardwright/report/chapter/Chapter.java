package dev.shardwright.report.chapter;

import dev.shardwright.report.content.Section;

/** One chapter of the report. */
public interface Chapter {

  /** What it says; a chapter always says something, be it that there is nothing to say. */
  Section write(Subject subject);
}
