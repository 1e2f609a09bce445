package dev.shardwright.introspect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import schemacrawler.schemacrawler.InformationSchemaKey;

/**
 * What SchemaCrawler asks a server: one query for all tables of the chosen schemas instead of its
 * default of some per table.
 *
 * <p>Names come out in double quotes, put around them by the query: SchemaCrawler trims what it
 * reads and skips blank names, and a name may begin with a space. {@link #bare} takes them off.
 */
record Dictionary(Map<InformationSchemaKey, String> queries, List<String> tableTypes) {

  Dictionary {
    queries = Map.copyOf(queries);
    tableTypes = List.copyOf(tableTypes);
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
    String escaped = backslashEscapes ? doubled.replace("\\", "\\\\") : doubled;
    // SchemaCrawler would expand ${…}; SQL joins strings that a line break separates.
    return "'" + escaped.replace("${", "$'\n'{") + "'";
  }
}
