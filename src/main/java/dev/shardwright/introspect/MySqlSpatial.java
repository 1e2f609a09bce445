package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The reference systems of MariaDB's spatial columns, which its SHOW CREATE TABLE keeps to itself
 * (and so does mariadb-dump).
 */
final class MySqlSpatial {
  static final String SYSTEMS =
      """
      SELECT F_TABLE_SCHEMA AS schema_name, F_TABLE_NAME AS table_name, G_GEOMETRY_COLUMN AS name,
        SRID AS srid
      FROM information_schema.GEOMETRY_COLUMNS WHERE SRID <> 0 AND F_TABLE_SCHEMA IN (@SCHEMAS@)
      ORDER BY F_TABLE_SCHEMA, F_TABLE_NAME, G_GEOMETRY_COLUMN\
      """;

  private static final Pattern SPATIAL =
      Pattern.compile(
          "(?m)^  `(?:[^`]|``)+`"
              + " (?:geometry(?:collection)?|(?:multi)?(?:point|linestring|polygon))\\b");

  private record Placed(String column, long system) {
    String in(String text) {
      String head = "(?m)^(  " + Pattern.quote(MySqlNames.quoted(column)) + " \\w+)";
      return text.replaceFirst(head, "$1 REF_SYSTEM_ID=" + system);
    }
  }

  private MySqlSpatial() {}

  /** The tables' texts with the systems; asks only if some column could have one. */
  static Map<TableName, String> told(Asking asking, Map<TableName, String> texts) {
    if (asking.product() != Product.MARIADB
        || texts.values().stream().noneMatch(text -> SPATIAL.matcher(text).find())) {
      return texts;
    }
    Map<TableName, String> told = new LinkedHashMap<>(texts);
    asking
        .byTable(SYSTEMS, row -> new Placed(row.text("name"), row.number("srid")))
        .forEach((table, columns) -> told.computeIfPresent(table, (_, text) -> in(text, columns)));
    return Collections.unmodifiableMap(told);
  }

  private static String in(String text, List<Placed> columns) {
    String told = text;
    for (Placed column : columns) {
      told = column.in(told);
    }
    return told;
  }
}
