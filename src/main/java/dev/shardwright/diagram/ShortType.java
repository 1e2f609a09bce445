package dev.shardwright.diagram;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Types as people say them, so that they fit beside the column's name. */
final class ShortType {
  private static final int LONGEST = 18;
  private static final Pattern OWN =
      Pattern.compile("^(?:\\w+|\"[^\"]+\")\\.(?:(\\w+)|\"([^\"]+)\")");
  private static final List<Map.Entry<String, String>> SPOKEN =
      List.of(
          Map.entry("character varying", "varchar"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamp with time zone", "timestamptz"),
          Map.entry("time without time zone", "time"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("double precision", "double"),
          Map.entry("integer", "int"),
          Map.entry("boolean", "bool"),
          Map.entry("character", "char"));

  private ShortType() {}

  static String of(String sql) {
    String text = ownName(sql.strip());
    for (Map.Entry<String, String> spoken : SPOKEN) {
      if (text.startsWith(spoken.getKey())) {
        text = spoken.getValue() + text.substring(spoken.getKey().length());
        break;
      }
    }
    text = precisionOfTimes(text);
    int bracket = text.indexOf('(');
    boolean list = text.startsWith("enum(") || text.startsWith("set(");
    if (bracket > 0 && (list || text.length() > LONGEST)) {
      text = text.substring(0, bracket);
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** A type that somebody declared, without its schema and its quotes. */
  private static String ownName(String sql) {
    return OWN.matcher(sql).replaceFirst("$1$2");
  }

  /** PostgreSQL writes the precision in the middle: {@code timestamp(6) without time zone}. */
  private static String precisionOfTimes(String text) {
    return text.replace(") without time zone", ")").replace(") with time zone", ")tz");
  }
}
