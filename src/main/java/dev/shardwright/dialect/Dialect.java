package dev.shardwright.dialect;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one server writes names, values, comparisons and whole numbers. */
public interface Dialect {

  /** The dialect of a server. */
  static Dialect of(Product product) {
    return Dialects.ALL.stream()
        .filter(dialect -> dialect.product() == product)
        .findFirst()
        .orElseThrow();
  }

  Product product();

  /** An identifier as SQL: right for any name, quoted in the way the server's own tools do. */
  String quote(String identifier);

  /** The longest identifier that the server keeps whole. */
  IdentifierLimit identifierLimit();

  /** A text value as a literal; correct with the server's default settings. */
  String literal(String value);

  /** A condition that is true if both values are equal or both are NULL; never NULL itself. */
  String nullSafeEqual(String left, String right);

  /** A condition that is true if the values differ, NULL counting as a value. */
  String nullSafeDifferent(String left, String right);

  /** The whole-number type behind a column's type text; empty if it is no plain integer. */
  Optional<IntegerType> integerType(String sqlType);

  /**
   * The widest whole-number type that takes the place of {@code sqlType} as a key.
   *
   * @param signed true if the key holds negative values
   * @throws IllegalArgumentException if the type is no plain integer
   */
  String widened(String sqlType, boolean signed);

  /** A table's name with its schema or database. */
  default String qualified(TableName table) {
    return quote(table.schema()) + "." + quote(table.name());
  }

  /** Identifiers, comma-separated: {@code a, b}. */
  default String quoteAll(List<String> identifiers) {
    return identifiers.stream().map(this::quote).collect(Collectors.joining(", "));
  }
}
