package dev.shardwright.dialect;

import dev.shardwright.model.Product;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 14 and newer; a name is quoted only where pg_dump quotes it. */
public final class PostgreSql implements Dialect {
  private static final IntegerType SMALLINT = new IntegerType("smallint", 16, false);
  private static final IntegerType INTEGER = new IntegerType("integer", 32, false);
  private static final IntegerType BIGINT = new IntegerType("bigint", 64, false);

  private static final Map<String, IntegerType> INTEGERS =
      Map.ofEntries(
          Map.entry("smallint", SMALLINT),
          Map.entry("int2", SMALLINT),
          Map.entry("smallserial", SMALLINT),
          Map.entry("serial2", SMALLINT),
          Map.entry("integer", INTEGER),
          Map.entry("int", INTEGER),
          Map.entry("int4", INTEGER),
          Map.entry("serial", INTEGER),
          Map.entry("serial4", INTEGER),
          Map.entry("bigint", BIGINT),
          Map.entry("int8", BIGINT),
          Map.entry("bigserial", BIGINT),
          Map.entry("serial8", BIGINT));

  // NAMEDATALEN - 1; longer names are cut by the server without an error
  private static final IdentifierLimit LIMIT = new IdentifierLimit(63, true);

  // PostgreSQL 18: SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default
          deferrable desc distinct do else end except exists extract false fetch float for
          foreign freeze from full grant greatest group grouping having ilike in initially inner
          inout int integer intersect interval into is isnull join json json_array json_arrayagg
          json_exists json_object json_objectagg json_query json_scalar json_serialize json_table
          json_value lateral leading least left like limit localtime localtimestamp merge_action
          national natural nchar none normalize not notnull null nullif numeric offset on only or
          order out outer overlaps overlay placing position precision primary real references
          returning right row select session_user setof similar smallint some substring symmetric
          system_user table tablesample then time timestamp to trailing treat trim true union
          unique user using values varchar variadic verbose when where window with xmlattributes
          xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
          xmlserialize xmltable
          """
              .strip()
              .split("\\s+"));

  @Override
  public Product product() {
    return Product.POSTGRESQL;
  }

  @Override
  public String quote(String identifier) {
    return plain(identifier) && !KEYWORDS.contains(identifier)
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** Letters, digits and underscores, no digit first; asked for too often for a pattern. */
  private static boolean plain(String identifier) {
    for (int i = 0; i < identifier.length(); i++) {
      char c = identifier.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !identifier.isEmpty();
  }

  @Override
  public IdentifierLimit identifierLimit() {
    return LIMIT;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A backslash is written so that standard_conforming_strings does not matter, a line end so
   * that the literal stays on its line.
   */
  @Override
  public String literal(String value) {
    String doubled = value.replace("'", "''");
    boolean plain = value.chars().noneMatch(c -> c == '\\' || c == '\n' || c == '\r');
    return plain
        ? "'" + doubled + "'"
        : "E'" + doubled.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "'";
  }

  @Override
  public String nullSafeEqual(String left, String right) {
    return left + " IS NOT DISTINCT FROM " + right;
  }

  @Override
  public String nullSafeDifferent(String left, String right) {
    return left + " IS DISTINCT FROM " + right;
  }

  @Override
  public Optional<IntegerType> integerType(String sqlType) {
    return Optional.ofNullable(INTEGERS.get(sqlType.strip().toLowerCase(Locale.ROOT)));
  }

  /** {@inheritDoc} There are no unsigned types, so the sign makes no difference. */
  @Override
  public String widened(String sqlType, boolean signed) {
    if (integerType(sqlType).isEmpty()) {
      throw new IllegalArgumentException(sqlType + " is no integer type");
    }
    return "bigint";
  }
}
