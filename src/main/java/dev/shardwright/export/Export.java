package dev.shardwright.export;

import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;

/** One file that a DBA takes away. A new one is one class, its test and one line in Exports. */
public interface Export {

  /** The file's name, e.g. {@code shard_schema.sql}. */
  String fileName();

  /** What the file is for, in one sentence. */
  String purpose();

  /** True if the plan calls for this file; a file asked for by name is written in any case. */
  default boolean wanted(Plan plan, ExportOptions options) {
    return true;
  }

  /** True if the file would mislead as long as blockers or undecided tables are open. */
  default boolean needsFinishedPlan() {
    return true;
  }

  /**
   * Writes the file's text: same plan and options, same bytes.
   *
   * @throws UserError if the plan cannot be exported in this form
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  void write(Plan plan, ExportOptions options, Appendable out);
}
