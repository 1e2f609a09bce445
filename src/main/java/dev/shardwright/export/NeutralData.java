package dev.shardwright.export;

import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;

/** The rows of the neutral database. */
final class NeutralData implements RowExport {

  @Override
  public String fileName() {
    return "neutral_data.sql";
  }

  @Override
  public String purpose() {
    return "All rows of the neutral tables. Load it into the neutral database after"
        + " neutral_schema.sql.";
  }

  @Override
  public boolean wanted(Plan plan, ExportOptions options) {
    return options.data() != ExportOptions.Data.NONE;
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    new DataFile(this, DataTables.neutral(plan), options, out).outline();
  }

  @Override
  public void write(
      Plan plan, ExportOptions options, RowSource rows, Progress progress, Appendable out) {
    new DataFile(this, DataTables.neutral(plan), options, out).write(rows, progress);
  }
}
