package dev.shardwright.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MySQL and MariaDB have in common; names are always quoted, as SHOW CREATE prints them. */
abstract sealed class MySqlFamily implements Dialect permits MySql, MariaDb {
  // MySQL 8.4 manual, "Integer Types"
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "integer", 32, "bigint", 64);

  private static final Pattern INTEGER =
      Pattern.compile(
          "(?i)(tinyint|smallint|mediumint|int|integer|bigint)(\\s*\\(\\s*\\d+\\s*\\))?"
              + "((?:\\s+(?:unsigned|signed|zerofill))*)\\s*");

  // MySQL 8.4 manual, "Identifier Length Limits"
  private static final IdentifierLimit LIMIT = new IdentifierLimit(64, false);

  @Override
  public String quote(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public IdentifierLimit identifierLimit() {
    return LIMIT;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Wrong only under the sql_mode NO_BACKSLASH_ESCAPES, which our sessions and files switch off.
   */
  @Override
  public String literal(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('\'');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\'' -> text.append("''");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\0' -> text.append("\\0");
        case '\u001a' -> text.append("\\Z");
        default -> text.append(c);
      }
    }
    return text.append('\'').toString();
  }

  @Override
  public String nullSafeEqual(String left, String right) {
    return left + " <=> " + right;
  }

  @Override
  public String nullSafeDifferent(String left, String right) {
    return "NOT (" + left + " <=> " + right + ")";
  }

  @Override
  public Optional<IntegerType> integerType(String sqlType) {
    Matcher type = INTEGER.matcher(sqlType.strip());
    if (!type.matches()) {
      return Optional.empty();
    }
    String name = type.group(1).toLowerCase(Locale.ROOT);
    // MySQL 8.4 manual, "Numeric Type Attributes": ZEROFILL implies UNSIGNED
    String attributes = type.group(3).toLowerCase(Locale.ROOT);
    boolean unsigned = attributes.contains("unsigned") || attributes.contains("zerofill");
    int bits = BITS.getOrDefault(name, 32);
    return Optional.of(new IntegerType(name.equals("integer") ? "int" : name, bits, unsigned));
  }

  /** {@inheritDoc} ZEROFILL and its width stay: they are how the application sees the number. */
  @Override
  public String widened(String sqlType, boolean signed) {
    Matcher type = INTEGER.matcher(sqlType.strip());
    if (!type.matches()) {
      throw new IllegalArgumentException(sqlType + " is no integer type");
    }
    boolean padded = type.group(3).toLowerCase(Locale.ROOT).contains("zerofill");
    String width = padded && type.group(2) != null ? type.group(2).strip() : "";
    return "bigint" + width + (signed ? "" : " unsigned") + (padded ? " zerofill" : "");
  }
}
