package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.TypeFamily;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows and checksum of each table of a data file, and how a server proves them. */
final class DataFigures {
  private final Part part;

  /** What was written of a table. */
  private record Written(long rows, BigInteger checksum) {}

  private final Map<DataTable, Written> written = new LinkedHashMap<>();
  private long largest;

  DataFigures(Part part) {
    this.part = part;
  }

  /** Keeps what was written of a table, whose largest statement had so many bytes. */
  void add(DataTable table, RowDigest digest, long bytes) {
    largest = Math.max(largest, bytes);
    written.put(table, new Written(digest.rows(), digest.sum()));
  }

  /** The figures as comments, and statements that compare them with what is there. */
  void write(Script script) {
    if (written.isEmpty()) {
      return;
    }
    script
        .heading("What was written: rows and checksum of each table")
        .comment(
            "The checksum is the sum of the first 60 bits of each row's SHA-256; the order of rows"
                + " does not matter.");
    written.forEach((table, is) ->
        script.comment(table.table().name() + " " + is.rows() + " " + is.checksum()));
    if (largest > 0) {
      script.comment("Largest statement: " + largest + " bytes.");
    }
    script.heading("What is there now, as the server counts it; every line must say ok");
    decimals(script);
    written.forEach((table, is) -> script.blank().statement(verified(table, is)));
  }

  /** MySQL keeps such numbers exact, but its own text of JSON does not say so. */
  private void decimals(Script script) {
    List<String> json =
        part.dialect().product() != Product.MYSQL
            ? List.of()
            : written.keySet().stream()
                .filter(t -> t.columns().stream().anyMatch(DataFigures::json))
                .map(t -> t.table().name().toString())
                .toList();
    if (!json.isEmpty()) {
      script.comment(
          "A DECIMAL inside JSON comes back as a DOUBLE (1.50 as 1.5), as from every dump. If one"
              + " of these says DIFFERENT, look there first: "
              + String.join(", ", json));
    }
  }

  private static boolean json(DataColumn column) {
    return column.column().type().family() == TypeFamily.JSON;
  }

  private String verified(DataTable table, Written is) {
    String sum = Checksums.of(table.columns(), table.dialect().product().isMySqlFamily());
    String title = table.dialect().literal(table.table().name().toString());
    return "SELECT x.table_name, x.row_count, x.checksum,\n  CASE WHEN x.row_count = "
        + is.rows()
        + " AND x.checksum = "
        + is.checksum()
        + " THEN 'ok' ELSE 'DIFFERENT' END AS verdict\nFROM (\n  SELECT "
        + title
        + " AS table_name, COUNT(*) AS row_count,\n    "
        + sum
        + " AS checksum\n  FROM "
        + (table.source().startsWith("ONLY ") ? "ONLY " : "")
        + table.target()
        + " t"
        + table.condition().map(c -> "\n  WHERE " + part.here(c)).orElse("")
        + "\n) x";
  }
}
