package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.TypeFamily;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column whose values are written.
 *
 * @param form how its values become literals
 * @param read what a SELECT reads so that the answer is the exact text; rows are known as {@code t}
 * @param summed the text that goes into a row's checksum; never NULL
 */
record DataColumn(Column column, Form form, String read, String summed) {

  // MySQL 8.4 manual, "String Data Types", "Spatial Data Types"; MariaDB and MySQL 9: VECTOR
  private static final Pattern BINARY =
      Pattern.compile(
          "(?i)((var)?binary|(tiny|medium|long)?blob|geometry|(multi)?(point|linestring|polygon)"
              + "|geom(etry)?collection|vector)\\b.*");

  /** How a value is written. */
  enum Form {
    /** A number, or a word like NaN that needs quotes. */
    NUMBER,
    /** A binary number with its sign of zero. */
    FLOAT,
    BOOLEAN,
    TEXT,
    /** MySQL's and MariaDB's bytes: a hexadecimal literal. */
    BYTES,
    /** MySQL's and MariaDB's BIT: {@code b'101'}. */
    BITS
  }

  static DataColumn of(Column column, Dialect dialect) {
    String name = "t." + dialect.quote(column.name());
    return dialect.product().isMySqlFamily()
        ? mySql(column, name)
        : new DataColumn(column, postgresForm(column), name, postgresSummed(column, name));
  }

  private static Form postgresForm(Column column) {
    return switch (column.type().family()) {
      case INTEGER, DECIMAL ->
          column.type().sql().endsWith("[]") || column.type().sql().equals("money")
              ? Form.TEXT
              : Form.NUMBER;
      case FLOAT -> Form.FLOAT;
      case BOOLEAN -> Form.BOOLEAN;
      default -> Form.TEXT;
    };
  }

  // concat() writes a value as COPY does; a cast to text cuts blanks off char(n) and adds to inet
  private static String postgresSummed(Column column, String name) {
    if (!column.nullable()) {
      return name;
    }
    // a composite value of NULLs alone is a value, but IS NULL holds for it
    boolean composite = column.type().family() == TypeFamily.OTHER;
    String none = composite ? "num_nulls(" + name + ") = 1" : name + " IS NULL";
    return "CASE WHEN " + none + " THEN '\\N' ELSE concat(" + name + ") END";
  }

  private static DataColumn mySql(Column column, String name) {
    String type = column.type().sql().toLowerCase(Locale.ROOT);
    if (BINARY.matcher(type).matches()) {
      return new DataColumn(column, Form.BYTES, name, orNull("HEX(" + name + ")"));
    }
    if (type.startsWith("bit")) {
      String read = "BIN(" + name + " + 0)";
      return new DataColumn(column, Form.BITS, read, orNull(read));
    }
    boolean floats = column.type().family() == TypeFamily.FLOAT;
    String text = text(column, name);
    Form form =
        switch (column.type().family()) {
          case INTEGER, DECIMAL -> Form.NUMBER;
          case FLOAT -> Form.FLOAT;
          default -> type.startsWith("tinyint") ? Form.NUMBER : Form.TEXT;
        };
    return new DataColumn(column, form, floats ? text : name, orNull(text));
  }

  /** SQL that prints the value as a literal, or the word NULL. */
  String literal(Dialect dialect) {
    String name = "t." + dialect.quote(column.name());
    if (!dialect.product().isMySqlFamily()) {
      return "quote_nullable(" + name + ")";
    }
    return switch (form) {
      case BYTES -> "IF(" + name + " IS NULL, 'NULL', CONCAT('X\\'', HEX(" + name + "), '\\''))";
      case BITS -> "IF(" + name + " IS NULL, 'NULL', CONCAT('b\\'', " + read + ", '\\''))";
      default -> "QUOTE(" + text(column, name) + ")";
    };
  }

  // A FLOAT is printed with six digits; as a double it comes back bit for bit. A sum would lose the
  // sign of zero, and MySQL cuts the last digit off what any arithmetic makes of a DOUBLE.
  private static String text(Column column, String name) {
    boolean single = column.type().sql().toLowerCase(Locale.ROOT).startsWith("float");
    return "CONVERT(" + name + (single ? " * 1e0" : "") + " USING utf8mb4)";
  }

  private static String orNull(String text) {
    return "COALESCE(" + text + ", '\\\\N')";
  }
}
