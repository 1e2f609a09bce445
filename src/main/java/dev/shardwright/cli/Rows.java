package dev.shardwright.cli;

import dev.shardwright.export.RowSource;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.Sources;
import dev.shardwright.model.Column;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the rows of an export come from: the source itself, or the one behind a plan file. */
final class Rows {
  private Rows() {}

  /** Empty for a plan file alone, and for a file that no server loaded. */
  static Optional<RowSource.Opener> of(
      Opened opened, Optional<String> from, SourceMixin how, Plan plan) {
    if (from.isPresent()) {
      return Optional.of(progress -> open(from.get(), how, plan, progress));
    }
    return opened
        .source()
        .flatMap(OpenSource::session)
        .map(session -> progress -> Snapshot.beside(session, progress));
  }

  private static RowSource open(String from, SourceMixin how, Plan plan, Progress progress) {
    OpenSource source = Sources.open(Source.parse(from, how.options()), progress);
    boolean ok = false;
    try {
      Session session =
          source
              .session()
              .orElseThrow(
                  () -> new UserError(from + " has no rows to read: no server loaded the file."));
      requireUnchanged(plan.schema(), source.schema(), from);
      RowSource rows = new Owning(Snapshot.beside(session, progress), source);
      ok = true;
      return rows;
    } finally {
      if (!ok) {
        source.close();
      }
    }
  }

  /** Rows of other columns than the plan knows would be left out without a word. */
  private static void requireUnchanged(Schema planned, Schema there, String from) {
    Map<TableName, Table> tables = there.byName();
    for (Table table : planned.tables()) {
      Table now = tables.get(table.name());
      if (now == null || !columns(now).equals(columns(table))) {
        throw new UserError(
            "The table "
                + table.name()
                + (now == null ? " is not in " : " has other columns in ")
                + from
                + ": read it anew with check --against "
                + from
                + ", and export the plan of what is there.");
      }
    }
  }

  private static List<String> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** A snapshot with the source that was only opened for it. */
  private record Owning(RowSource rows, OpenSource source) implements RowSource {
    @Override
    public List<String> standing() {
      return rows.standing();
    }

    @Override
    public boolean replica() {
      return rows.replica();
    }

    @Override
    public void check(TableName table, String select) {
      rows.check(table, select);
    }

    @Override
    public long read(TableName table, String select, int columns, RowReader reader)
        throws IOException {
      return rows.read(table, select, columns, reader);
    }

    @Override
    public void close() {
      rows.close();
      source.close();
    }
  }
}
