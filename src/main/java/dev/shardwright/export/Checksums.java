package dev.shardwright.export;

import java.util.ArrayList;
import java.util.List;

/** The SQL by which a server computes the checksum of {@link RowDigest}. */
final class Checksums {
  /** PostgreSQL takes at most 100 arguments. */
  private static final int MOST_ARGUMENTS = 90;

  private Checksums() {}

  /** The checksum over all rows of a FROM in which the table is known as {@code t}. */
  static String of(List<DataColumn> columns, boolean mysql) {
    List<String> values = columns.stream().map(DataColumn::summed).toList();
    return mysql
        ? "COALESCE(SUM(CAST(CONV(LEFT(SHA2("
            + (values.isEmpty() ? "''" : "CONCAT_WS('\\t', " + String.join(", ", values) + ")")
            + ", 256), 15), 16, 10) AS UNSIGNED)), 0)"
        : "COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to("
            + (values.isEmpty() ? "''" : joined(values))
            + ", 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0)";
  }

  private static String joined(List<String> values) {
    List<String> now = values;
    while (now.size() > MOST_ARGUMENTS) {
      List<String> next = new ArrayList<>();
      for (int i = 0; i < now.size(); i += MOST_ARGUMENTS) {
        next.add(concat(now.subList(i, Math.min(now.size(), i + MOST_ARGUMENTS))));
      }
      now = next;
    }
    return concat(now);
  }

  private static String concat(List<String> values) {
    return "concat_ws(E'\\t', " + String.join(", ", values) + ")";
  }
}
