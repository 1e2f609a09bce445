package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Part of a table that is too big to be read for one question. What is found in it is true; what is
 * not found in it may still be there.
 *
 * @param rows how many rows are looked at, about
 * @param of how many there are, about
 */
record Sample(Table table, long rows, long of) {
  private static final Set<TypeFamily> KEYS =
      Set.of(
          TypeFamily.INTEGER,
          TypeFamily.DECIMAL,
          TypeFamily.TEXT,
          TypeFamily.UUID,
          TypeFamily.TEMPORAL,
          TypeFamily.OTHER);

  /** Empty where the whole table can be read. */
  static Optional<Sample> of(Situation situation, TableName name) {
    long most = (long) Setting.SAMPLE_ABOVE.number(situation.decisions());
    long rows = (long) Setting.SAMPLE_ROWS.number(situation.decisions());
    return situation
        .table(name)
        .filter(t -> t.rowCount().rows() > Math.max(most, rows))
        .map(t -> new Sample(t, Math.max(1, rows), t.rowCount().rows()));
  }

  /** The table known as {@code t}, or its sample, as FROM names it. */
  static String from(Situation situation, TableName name) {
    Sql sql = Sql.of(situation);
    return of(situation, name)
        .map(s -> s.from(sql, situation.product().isMySqlFamily()))
        .orElse(sql.table(name) + " t");
  }

  private String from(Sql sql, boolean mySqlFamily) {
    return mySqlFamily
        ? Spread.of(sql, table, columns(sql), rows).orElseGet(() -> first(sql)) + " t"
        : "%s t TABLESAMPLE SYSTEM (%s) REPEATABLE (1)"
            .formatted(sql.table(table.name()), percent());
  }

  /** Those that the server meets first, where no key says where the others are. */
  private String first(Sql sql) {
    return "(SELECT %s FROM %s LIMIT %d)".formatted(columns(sql), sql.table(table.name()), rows);
  }

  /** Without what no key can hold, which may be large. */
  private String columns(Sql sql) {
    return table.columns().stream()
        .filter(c -> KEYS.contains(c.type().family()) && !large(c))
        .map(c -> sql.dialect().quote(c.name()))
        .collect(Collectors.joining(", "));
  }

  private static boolean large(Column column) {
    String type = column.type().sql().toLowerCase(Locale.ROOT);
    return type.contains("text") || type.contains("blob") || type.contains("json");
  }

  /** In two digits, so that the question stays the same while the table grows a little. */
  private String percent() {
    return BigDecimal.valueOf(100.0 * rows / of).round(new MathContext(2)).toPlainString();
  }

  /** Why nothing found is not nothing there. */
  String sentence() {
    return "only about %s of its %s rows were looked at"
        .formatted(Figures.exact(rows), Figures.exact(of));
  }
}
