package dev.shardwright.risk;

import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows from all over a table of MySQL or MariaDB, which cannot draw them by chance: stretches of
 * the key that orders the rows, at even distances over its span.
 *
 * <p>The server reads the stretches and the two ends of the key, nothing between; two runs over the
 * same rows give the same ones, and none twice.
 */
final class Spread {
  private static final int STRETCHES = 16;

  private final Sql sql;
  private final Table table;
  private final String columns;
  private final List<String> key;

  private Spread(Sql sql, Table table, String columns, List<String> key) {
    this.sql = sql;
    this.table = table;
    this.columns = columns;
    this.key = key;
  }

  /**
   * About so many rows as FROM names them; empty where no key orders the rows.
   *
   * @param columns what is wanted of them
   */
  static Optional<String> of(Sql sql, Table table, String columns, long rows) {
    return key(table).map(key -> new Spread(sql, table, columns, key).rows(rows));
  }

  static Optional<List<String>> key(Table table) {
    return table.rowIdentity().map(UniqueKey::columns);
  }

  private String rows(long rows) {
    boolean numbers =
        table
            .column(key.getFirst())
            .filter(c -> c.type().family() == TypeFamily.INTEGER)
            .isPresent();
    List<String> parts = numbers ? stretches(rows) : ends(Math.max(1, rows / 2));
    return IntStream.range(0, parts.size())
        .mapToObj(i -> "  SELECT * FROM (%s) s%d".formatted(parts.get(i), i + 1))
        .collect(Collectors.joining("\n  UNION ALL\n", "(\n", "\n)"));
  }

  private List<String> stretches(long rows) {
    List<String> parts = new ArrayList<>();
    long each = Math.max(1, rows / STRETCHES);
    String first = quoted(key.getFirst());
    for (int i = 0; i < STRETCHES; i++) {
      List<String> bounds = new ArrayList<>();
      if (i > 0) {
        bounds.add(first + " >= " + cut(i));
      }
      if (i < STRETCHES - 1) {
        bounds.add(first + " < " + cut(i + 1));
      }
      parts.add(part(String.join(" AND ", bounds), "", each));
    }
    return parts;
  }

  /** Divided before it is multiplied, so that no span is too wide for the numbers. */
  private String cut(int i) {
    String first = quoted(key.getFirst());
    return "(SELECT MIN(%s) DIV %d * %d + MAX(%s) DIV %d * %d FROM %s)"
        .formatted(first, STRETCHES, STRETCHES - i, first, STRETCHES, i, name());
  }

  /** The first and the last rows: what lies between two words nobody can say. */
  private List<String> ends(long each) {
    String own = key.stream().map(this::quoted).collect(Collectors.joining(", "));
    String first =
        "(SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %d)"
            .formatted(own, name(), own, Math.max(0, each - 1));
    String columnsOf = key.size() == 1 ? own : "(" + own + ")";
    return List.of(part("", "", each), part(columnsOf + " > " + first, " DESC", each));
  }

  private String part(String where, String direction, long rows) {
    String order = key.stream().map(c -> quoted(c) + direction).collect(Collectors.joining(", "));
    return "SELECT %s FROM %s%s ORDER BY %s LIMIT %d"
        .formatted(columns, name(), where.isEmpty() ? "" : " WHERE " + where, order, rows);
  }

  private String name() {
    return sql.table(table.name());
  }

  private String quoted(String column) {
    return sql.dialect().quote(column);
  }
}
