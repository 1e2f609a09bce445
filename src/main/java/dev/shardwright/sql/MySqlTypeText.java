package dev.shardwright.sql;

import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column type as it was written, as the server would print it. */
final class MySqlTypeText {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?s)([a-z0-9"
              + " ]+?)\\s*(\\(.*\\))?\\s*((?:signed|unsigned|zerofill)(?:\\s+(?:signed|unsigned|zerofill))*)?");
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "(?i)\\s+(?:binary\\b|(?:character\\s+set|charset|char\\s+set|collate)\\s+\\S+|ascii\\b|unicode\\b)");

  // MySQL 8.4 manual, "Using Data Types from Other Database Engines", and the synonyms of each
  // type's own section.
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("integer", "int"),
          Map.entry("int1", "tinyint"),
          Map.entry("int2", "smallint"),
          Map.entry("int3", "mediumint"),
          Map.entry("int4", "int"),
          Map.entry("int8", "bigint"),
          Map.entry("middleint", "mediumint"),
          Map.entry("dec", "decimal"),
          Map.entry("fixed", "decimal"),
          Map.entry("numeric", "decimal"),
          Map.entry("real", "double"),
          Map.entry("double precision", "double"),
          Map.entry("float4", "float"),
          Map.entry("float8", "double"),
          Map.entry("character", "char"),
          Map.entry("nchar", "char"),
          Map.entry("national char", "char"),
          Map.entry("national character", "char"),
          Map.entry("character varying", "varchar"),
          Map.entry("char varying", "varchar"),
          Map.entry("nvarchar", "varchar"),
          Map.entry("nchar varchar", "varchar"),
          Map.entry("national varchar", "varchar"),
          Map.entry("national char varying", "varchar"),
          Map.entry("national character varying", "varchar"),
          Map.entry("long", "mediumtext"),
          Map.entry("long varchar", "mediumtext"),
          Map.entry("long varbinary", "mediumblob"),
          Map.entry("geomcollection", "geometrycollection"));

  // The widths that MariaDB prints where none was written; MySQL prints none since 8.0.19.
  private static final Map<String, String> WIDTHS =
      Map.of(
          "tinyint", "(4)",
          "smallint", "(6)",
          "mediumint", "(9)",
          "int", "(11)",
          "bigint", "(20)",
          "tinyint unsigned", "(3)",
          "smallint unsigned", "(5)",
          "mediumint unsigned", "(8)",
          "int unsigned", "(10)",
          "bigint unsigned", "(20)");

  private MySqlTypeText() {}

  static ColumnType of(String written, Product product) {
    String sql = printed(written, product);
    return new ColumnType(sql, MySqlFamilies.of(sql));
  }

  /** The character set and collation written beside a type, as SQL. */
  static Optional<String> attributes(String written) {
    Matcher matcher = ATTRIBUTES.matcher(written);
    StringBuilder all = new StringBuilder();
    while (matcher.find()) {
      all.append(' ').append(matcher.group().strip().replaceAll("\\s+", " "));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.substring(1));
  }

  private static String printed(String written, Product product) {
    String bare = ATTRIBUTES.matcher(written.strip()).replaceAll("");
    int parenthesis = bare.indexOf('(');
    String head = parenthesis < 0 ? bare : bare.substring(0, parenthesis);
    String rest = parenthesis < 0 ? "" : bare.substring(parenthesis);
    int closing = rest.lastIndexOf(')');
    String tail = closing < 0 ? "" : rest.substring(closing + 1);
    String text =
        head.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")
            + (closing < 0 ? "" : rest.substring(0, closing + 1))
            + tail.toLowerCase(Locale.ROOT);
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      return text.strip();
    }
    String name = parts.group(1).strip();
    String arguments = Optional.ofNullable(parts.group(2)).orElse("");
    String signs = Optional.ofNullable(parts.group(3)).orElse("");
    return printed(SYNONYMS.getOrDefault(name, name), arguments, signs, product);
  }

  private static String printed(String name, String written, String signs, Product product) {
    boolean unsigned = signs.contains("unsigned") || signs.contains("zerofill");
    boolean zerofill = signs.contains("zerofill");
    String arguments = arguments(name, written);
    String suffix = (unsigned ? " unsigned" : "") + (zerofill ? " zerofill" : "");
    return switch (name) {
      case "bool", "boolean" -> "tinyint(1)";
      case "serial" -> "bigint" + width("bigint", "", true, product) + " unsigned";
      case "tinyint", "smallint", "mediumint", "int", "bigint" ->
          name
              + (zerofill || (name.equals("tinyint") && arguments.equals("(1)") && !unsigned)
                  ? arguments
                  : width(name, arguments, unsigned, product))
              + suffix;
      case "json" -> product == Product.MARIADB ? "longtext" : "json";
      case "year" -> product == Product.MARIADB ? "year(4)" : "year";
      default -> name + arguments + suffix;
    };
  }

  private static String width(String name, String written, boolean unsigned, Product product) {
    if (product == Product.MYSQL) {
      return "";
    }
    return written.isEmpty()
        ? WIDTHS.getOrDefault(unsigned ? name + " unsigned" : name, "")
        : written;
  }

  private static String arguments(String name, String written) {
    String tidy =
        name.equals("enum") || name.equals("set")
            ? tidyList(written)
            : written.replaceAll("\\s+", "");
    return switch (name) {
      case "decimal" ->
          tidy.isEmpty() ? "(10,0)" : tidy.contains(",") ? tidy : tidy.replace(")", ",0)");
      case "char", "binary", "bit" -> tidy.isEmpty() ? "(1)" : tidy;
      default -> tidy;
    };
  }

  /** The values without blanks between them. */
  private static String tidyList(String list) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < list.length(); ) {
      int end = SqlText.endOfQuotedOrComment(list, at);
      if (end > at) {
        out.append(list, at, end);
        at = end;
      } else {
        if (list.charAt(at) > ' ') {
          out.append(list.charAt(at));
        }
        at++;
      }
    }
    return out.toString();
  }
}
