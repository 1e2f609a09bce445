package dev.shardwright.export;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;

/** A file that also holds rows; without a source of rows only its head can be shown. */
interface RowExport extends Export {

  /**
   * Writes the file with its rows.
   *
   * @throws UserError if the rows cannot be read, or not be loaded in any order
   * @throws java.io.UncheckedIOException if {@code out} fails
   */
  void write(Plan plan, ExportOptions options, RowSource rows, Progress progress, Appendable out);
}
