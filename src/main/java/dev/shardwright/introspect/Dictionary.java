package dev.shardwright.introspect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * What SchemaCrawler asks a server: one query for all tables of the chosen schemas instead of its
 * default of some per table.
 *
 * <p>Names come out in double quotes, put around them by the query: SchemaCrawler trims what it
 * reads and skips blank names, and a name may begin with a space. {@link #bare} takes them off.
 *
 * @param given answers that are there already
 */
record Dictionary(
    Map<InformationSchemaKey, String> queries,
    Map<InformationSchemaKey, List<KeptRow>> given,
    List<String> tableTypes) {
  /** What SchemaCrawler looks at; all else stays with its objects as facts. */
  private static final Set<String> SEEN =
      Set.of(
          "SCHEMA_NAME",
          "TABLE_SCHEM",
          "TABLE_SCHEMA",
          "TABLE_NAME",
          "TABLE_TYPE",
          "COLUMN_NAME",
          "ORDINAL_POSITION",
          "TYPE_NAME",
          "NULLABLE",
          "NON_UNIQUE",
          "INDEX_NAME",
          "VIEW_DEFINITION",
          "FUNCTION_SCHEM",
          "FUNCTION_NAME",
          "PROCEDURE_SCHEM",
          "PROCEDURE_NAME",
          "SPECIFIC_NAME",
          "SEQUENCE_SCHEMA",
          "SEQUENCE_NAME",
          "INCREMENT",
          "START_VALUE",
          "MINIMUM_VALUE",
          "MAXIMUM_VALUE",
          "CYCLE_OPTION");

  Dictionary {
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
    given = Map.copyOf(given);
    tableTypes = List.copyOf(tableTypes);
  }

  /** What a question is about, in words. */
  static String title(InformationSchemaKey key) {
    return switch (key) {
      case TABLE_COLUMNS -> "columns";
      default -> key.name().toLowerCase(Locale.ROOT);
    };
  }

  /** An answer as SchemaCrawler shall see it. */
  static FedResults results(InformationSchemaKey key, List<KeptRow> rows) {
    return switch (key) {
      case INDEXES -> FedResults.ofIndexes(rows, SEEN);
      // It adds to a table that has its facts already.
      case VIEWS, SCHEMATA -> FedResults.plain(rows, SEEN);
      default -> FedResults.of(rows, SEEN);
    };
  }

  /** The name that the dictionary's query put in quotes. */
  static String bare(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  /** The names as a list of SQL strings: {@code 'a', 'b'}. */
  static String literals(List<String> names, boolean backslashEscapes) {
    return names.stream()
        .map(name -> literal(name, backslashEscapes))
        .collect(Collectors.joining(", "));
  }

  private static String literal(String name, boolean backslashEscapes) {
    String doubled = name.replace("'", "''");
    return "'" + (backslashEscapes ? doubled.replace("\\", "\\\\") : doubled) + "'";
  }
}
