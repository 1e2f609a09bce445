package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import schemacrawler.schemacrawler.InformationSchemaKey;

/** MySQL's and MariaDB's information_schema for SchemaCrawler; a database stands as a schema. */
final class MySqlDictionary {
  static final String TABLE = "TABLE";
  static final String VIEW = "VIEW";

  private MySqlDictionary() {}

  /**
   * The queries for some databases.
   *
   * @param sequences MariaDB's sequences in them
   */
  static Dictionary of(Asking asking, List<KeptRow> sequences) {
    Product product = asking.product();
    Map<InformationSchemaKey, String> queries = new LinkedHashMap<>();
    queries.put(InformationSchemaKey.TABLES, TABLES);
    queries.put(InformationSchemaKey.TABLE_COLUMNS, COLUMNS);
    queries.put(
        InformationSchemaKey.INDEXES,
        INDEXES.replace("@EXPRESSION@", functional(asking) ? "EXPRESSION" : "NULL"));
    queries.put(InformationSchemaKey.VIEWS, VIEWS);
    queries.put(InformationSchemaKey.FUNCTIONS, routines("FUNCTION", product));
    queries.put(InformationSchemaKey.PROCEDURES, routines("PROCEDURE", product));
    queries.replaceAll((key, sql) -> asking.complete(sql));
    return new Dictionary(
        queries, Map.of(InformationSchemaKey.SEQUENCES, sequences), List.of(TABLE, VIEW));
  }

  // MySQL 8.0.13 manual, "Functional Key Parts"; MariaDB has none.
  private static boolean functional(Asking asking) {
    return asking.product() == Product.MYSQL && asking.version() >= 80013;
  }

  private static final String TABLES =
      """
      SELECT CONCAT('"', TABLE_SCHEMA, '"') AS TABLE_SCHEM,
        CONCAT('"', TABLE_NAME, '"') AS TABLE_NAME,
        CASE TABLE_TYPE WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS TABLE_TYPE,
        TABLE_COMMENT AS REMARKS, ENGINE, TABLE_ROWS, DATA_LENGTH + INDEX_LENGTH AS BYTES,
        TABLE_COLLATION, ROW_FORMAT, CREATE_OPTIONS
      FROM information_schema.TABLES
      WHERE TABLE_SCHEMA IN (@SCHEMAS@)
        AND TABLE_TYPE IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')\
      """;

  private static final String COLUMNS =
      """
      SELECT CONCAT('"', TABLE_SCHEMA, '"') AS TABLE_SCHEM,
        CONCAT('"', TABLE_NAME, '"') AS TABLE_NAME, CONCAT('"', COLUMN_NAME, '"') AS COLUMN_NAME,
        LOWER(DATA_TYPE) AS TYPE_NAME,
        CASE IS_NULLABLE WHEN 'YES' THEN 1 ELSE 0 END AS NULLABLE, COLUMN_COMMENT AS REMARKS,
        ORDINAL_POSITION,
        COLUMN_TYPE AS FULL_TYPE, COLUMN_DEFAULT AS DEFAULT_TEXT, EXTRA, GENERATION_EXPRESSION,
        COLLATION_NAME AS COLUMN_COLLATION
      FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA IN (@SCHEMAS@)\
      """;

  private static final String INDEXES =
      """
      SELECT CONCAT('"', TABLE_SCHEMA, '"') AS TABLE_SCHEM,
        CONCAT('"', TABLE_NAME, '"') AS TABLE_NAME, NON_UNIQUE,
        CONCAT('"', INDEX_NAME, '"') AS INDEX_NAME, SEQ_IN_INDEX AS ORDINAL_POSITION,
        CONCAT('"', COALESCE(COLUMN_NAME, @EXPRESSION@), '"') AS COLUMN_NAME,
        COLUMN_NAME IS NULL AS IS_EXPRESSION, SUB_PART, COLLATION AS DIRECTION,
        LOWER(INDEX_TYPE) AS METHOD, INDEX_COMMENT
      FROM information_schema.STATISTICS
      WHERE TABLE_SCHEMA IN (@SCHEMAS@)\
      """;

  private static final String VIEWS =
      """
      SELECT NULL AS TABLE_CATALOG, CONCAT('"', TABLE_SCHEMA, '"') AS TABLE_SCHEMA,
        CONCAT('"', TABLE_NAME, '"') AS TABLE_NAME, VIEW_DEFINITION
      FROM information_schema.VIEWS WHERE TABLE_SCHEMA IN (@SCHEMAS@)\
      """;

  private static String routines(String kind, Product product) {
    return """
    SELECT NULL AS @KIND@_CAT, CONCAT('"', ROUTINE_SCHEMA, '"') AS @KIND@_SCHEM,
      CONCAT('"', ROUTINE_NAME, '"') AS @KIND@_NAME, 0 AS @KIND@_TYPE,
      ROUTINE_COMMENT AS REMARKS, CONCAT('@KIND@ ', ROUTINE_NAME) AS SPECIFIC_NAME,
      ROUTINE_TYPE, @LANGUAGE@ AS LANGUAGE, ROUTINE_DEFINITION AS BODY
    FROM information_schema.ROUTINES
    WHERE ROUTINE_TYPE = '@KIND@' AND ROUTINE_SCHEMA IN (@SCHEMAS@)\
    """
        .replace("@KIND@", kind)
        // MySQL 9 has routines in JavaScript.
        .replace("@LANGUAGE@", product == Product.MYSQL ? "EXTERNAL_LANGUAGE" : "ROUTINE_BODY");
  }
}
