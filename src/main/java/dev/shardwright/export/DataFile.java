package dev.shardwright.export;

import static dev.shardwright.model.RowCount.Exactness.UNKNOWN;

import dev.shardwright.model.Figures;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.UserError;
import dev.shardwright.model.View;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes rows so that they load with all checks on, in one transaction: parents before children,
 * every generated number forced, keys that lead forward set at the end (planner.md 10.5).
 */
final class DataFile {
  /** From here on a snapshot is worth a warning. */
  private static final long LONG_BYTES = 1L << 30;

  private static final Pattern VERSIONED = Pattern.compile("(?m)^\\).* WITH SYSTEM VERSIONING$");

  private final Export export;
  private final DataTables data;
  private final Part part;
  private final ExportOptions options;
  private final Appendable out;
  private final Script script;
  private final boolean mysql;
  private final SideObjects objects;
  private final Counters counters;

  private final DataFigures figures;
  private final List<LateConstraint> unproven;

  DataFile(Export export, DataTables data, ExportOptions options, Appendable out) {
    this.export = export;
    this.data = data;
    this.part = data.part();
    this.options = options;
    this.out = out;
    script = new Script(out);
    mysql = part.dialect().product().isMySqlFamily();
    objects = SideObjects.of(part);
    counters = new Counters(data);
    figures = new DataFigures(part);
    unproven = LateConstraint.unproven(part, data.tables().stream().map(DataTable::table).toList());
  }

  /** The file without its rows, for looking at. */
  void outline() {
    head(List.of());
    script.comment("The rows are read when the file is written, so they are not shown here.");
    begin();
    for (DataTable table : data.tables()) {
      heading(table);
      script.comment(
          table.condition().isEmpty() && table.table().rowCount().are() != UNKNOWN
              ? "About " + table.table().rowCount().rows() + " rows."
              : "Its rows.");
    }
    end();
  }

  /**
   * The whole file.
   *
   * @throws UserError if rows cannot be read or not be brought into an order
   */
  void write(RowSource rows, Progress progress) {
    try {
      for (DataTable table : data.tables()) {
        rows.check(table.table().name(), table.rows());
      }
      head(rows.standing());
      longSnapshot(rows, progress);
      begin();
      int done = 0;
      for (DataTable table : data.tables()) {
        progress.step("rows of " + table.table().name(), (double) done++ / data.tables().size());
        rows(table, rows);
      }
      for (DataTable table : data.tables()) {
        later(table, rows);
      }
      counters.read(rows);
      end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void head(List<String> standing) {
    Header.write(script, export, part.plan(), options);
    script.gap();
    if (options.time().isPresent()) {
      standing.forEach(script::comment); // changes with the time, as the header's line does
    }
    script.command(
        data.tables().size()
            + " tables. One transaction: it loads as a whole or not at all, with all keys and"
            + " checks on. Load it into empty tables:",
        ClientProgram.of(part).run("--default-character-set=utf8mb4", "", export.fileName()));
    mixed();
    unproven();
    firing();
    history();
  }

  /** Tables that hold shared rows too, and nobody has said that they may. */
  private void mixed() {
    Set<TableName> settled = DataTables.mixed(part.plan()).keySet();
    String open =
        part.plan().findings().stream()
            .filter(f -> f.check() == CheckCode.POLYMORPHIC_DATA && part.holds(f.table()))
            .map(Finding::table)
            .filter(table -> !settled.contains(table))
            .map(TableName::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      script.comment(
          "NOT in this file are the rows without a client of these tables, until the finding"
              + " POLYMORPHIC_DATA is accepted for them: "
              + open);
    }
  }

  // MariaDB manual, "System-Versioned Tables": a query without FOR SYSTEM_TIME sees only today's
  private void history() {
    List<String> versioned =
        data.tables().stream()
            .map(DataTable::table)
            .filter(t -> t.definition().filter(d -> VERSIONED.matcher(d).find()).isPresent())
            .map(t -> t.name().toString())
            .toList();
    if (!versioned.isEmpty()) {
      script.comment(
          "Their rows of today only, what they were before stays in the source: "
              + String.join(", ", versioned));
    }
  }

  private void unproven() {
    if (!unproven.isEmpty()) {
      script.comment(
          "Never proved in the source, so they are taken off while its rows come and put back"
              + " unproved: "
              + unproven.stream()
                  .map(u -> u.table() + "." + u.name())
                  .collect(Collectors.joining(", ")));
    }
  }

  private void firing() {
    List<String> firing =
        triggers().filter(t -> t.events().contains("INSERT")).map(Trigger::name).toList();
    if (mysql && !firing.isEmpty()) {
      script.comment(
          "MySQL and MariaDB cannot switch triggers off, so these fire while the file loads; if"
              + " they change data, create them afterwards: "
              + String.join(", ", firing));
    }
  }

  private void longSnapshot(RowSource rows, Progress progress) {
    long bytes = data.tables().stream().mapToLong(t -> t.table().bytes().orElse(0)).sum();
    if (!rows.replica() && bytes > LONG_BYTES) {
      String costs =
          "; while that lasts it keeps old versions of all rows that change. Rather read from a"
              + " replica.";
      script.comment("The rows were read from a primary" + costs);
      progress.warn(
          "%s MB of rows for %s are being read from a primary%s"
              .formatted(Figures.exact(bytes >> 20), export.fileName(), costs));
    }
  }

  private void begin() {
    script.heading("Settings of the loading session").blank();
    if (mysql) {
      script.comment(
          "An id 0 stays 0; nothing is cut to fit; dates without day or month may stay.");
    }
    SqlSession.loading(mysql).forEach(script::statement);
    script.blank().statement(mysql ? "START TRANSACTION" : "BEGIN");
    if (mysql) {
      return;
    }
    if (data.deferrable()) {
      script.statement("SET CONSTRAINTS ALL DEFERRED");
    }
    switchTriggers(_ -> "DISABLE");
    unproven.forEach(each -> script.statement(each.drop()));
  }

  private Stream<Trigger> triggers() {
    return objects.triggers().stream().filter(t -> t.enabled() && holds(t.table()));
  }

  private void switchTriggers(Function<Trigger, String> how) {
    if (!mysql) {
      triggers()
          .forEach(t ->
              script.statement(
                  "ALTER TABLE "
                      + part.name(t.table())
                      + " "
                      + how.apply(t)
                      + (t.rule() ? " RULE " : " TRIGGER ")
                      + part.dialect().quote(t.name())));
    }
  }

  private boolean holds(TableName name) {
    return data.tables().stream().anyMatch(t -> t.table().name().equals(name));
  }

  private void heading(DataTable table) {
    script.heading(
        table.table().name()
            + (table.condition().isPresent() ? ": the rows that belong to no client" : ""));
    table
        .late()
        .forEach(l ->
            script.comment(
                String.join(", ", l.columns()) + ": set further down, once all rows are there."));
  }

  private void rows(DataTable table, RowSource source) throws IOException {
    heading(table);
    boolean copy = options.data() == ExportOptions.Data.COPY && !mysql;
    boolean computes = mysql && computes(table.table());
    if (computes) {
      script
          .comment(
              "Values that the server works out from these rows may be such as strict mode"
                  + " refuses.")
          .statement(SqlSession.LENIENT);
    }
    RowWriter writer = copy ? RowWriter.copy(table, out) : RowWriter.insert(table, out);
    RowDigest digest = new RowDigest(table);
    int columns = table.columns().size() + table.late().size();
    try (RowPipe pipe = new RowPipe(columns, new Both(digest, writer), !copy)) {
      source.read(table.table().name(), table.rows(), columns, pipe);
      pipe.finish();
    }
    writer.end();
    if (computes) {
      script.statement(SqlSession.STRICT);
    }
    if (table.deep().isPresent()) {
      requireAll(table, digest.rows(), source);
    }
    if (digest.rows() == 0) {
      script.comment("No rows.");
    }
    figures.add(table, digest, writer.largest());
  }

  /** True if the server works out values from the rows: strict mode may refuse what is there. */
  private static boolean computes(Table table) {
    return table.columns().stream().anyMatch(c -> c.generated().isPresent())
        || Stream.concat(
                table.indexes().stream().flatMap(i -> i.parts().stream()),
                table.keys().stream().flatMap(k -> k.parts().stream()))
            .anyMatch(KeyPart::expression);
  }

  /** A block goes to each as a whole: two small loops are compiled sooner than one large. */
  private record Both(RowDigest digest, RowWriter writer) implements RowPipe.Taker {
    @Override
    public void row(RowText row) throws IOException {
      digest.row(row);
      writer.row(row);
    }

    @Override
    public void rows(RowBlock block) throws IOException {
      digest.rows(block);
      writer.rows(block);
    }
  }

  /** Rows that form a ring among themselves are not reached from the top. */
  private static void requireAll(DataTable table, long reached, RowSource source)
      throws IOException {
    long[] there = {0};
    String count =
        "SELECT CONCAT(COUNT(*)) FROM "
            + table.source()
            + " t"
            + table.condition().map(c -> " WHERE " + c).orElse("");
    source.read(table.table().name(), count, 1, row -> there[0] = Long.parseLong(row.ascii(0)));
    if (there[0] != reached) {
      throw new UserError(
          (there[0] - reached)
              + " rows of "
              + table.table().name()
              + " lead to each other in a ring over "
              + table.deep().map(Relation::id).orElse("")
              + ", which may not be NULL: no order of rows loads them.");
    }
  }

  private void later(DataTable table, RowSource source) throws IOException {
    for (DataTable.Late late : table.late()) {
      script
          .heading(table.table().name() + ": " + late.relation().name())
          .comment("Rows whose parent came after them.");
      LateWriter writer = new LateWriter(table, late, out);
      source.read(
          table.table().name(),
          table.later(late),
          table.key().size() + late.columns().size(),
          writer::row);
      writer.end();
    }
  }

  private void end() {
    counters.write(script);
    boolean altered = triggers().findAny().isPresent() || !unproven.isEmpty();
    if (!mysql && data.deferrable() && altered) {
      script.blank().statement("SET CONSTRAINTS ALL IMMEDIATE");
    }
    switchTriggers(t -> t.firing().map(f -> "ENABLE " + f).orElse("ENABLE"));
    unproven.stream().flatMap(LateConstraint::back).forEach(script::statement);
    script.blank().statement("COMMIT");
    views();
    figures.write(script);
  }

  private void views() {
    List<View> views =
        objects.late().stream()
            .filter(o -> o instanceof View v && v.materialized())
            .map(View.class::cast)
            .toList();
    if (!views.isEmpty()) {
      script.heading("Materialized views over these rows").blank();
      views.forEach(
          v -> script.statement("REFRESH MATERIALIZED VIEW " + part.dialect().qualified(v.name())));
    }
  }
}
