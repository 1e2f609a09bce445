package dev.shardwright.export;

import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;

/** The rows that every shard holds. */
final class ContextData implements RowExport {

  @Override
  public String fileName() {
    return "context_data.sql";
  }

  @Override
  public String purpose() {
    return "All rows of the context tables, and of mixed tables the rows that belong to no client."
        + " Load it into every shard after shard_schema.sql; from then on these rows change on all"
        + " shards or on none.";
  }

  @Override
  public boolean wanted(Plan plan, ExportOptions options) {
    return options.data() != ExportOptions.Data.NONE;
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    new DataFile(this, DataTables.context(plan), options, out).outline();
  }

  @Override
  public void write(
      Plan plan, ExportOptions options, RowSource rows, Progress progress, Appendable out) {
    new DataFile(this, DataTables.context(plan), options, out).write(rows, progress);
  }
}
