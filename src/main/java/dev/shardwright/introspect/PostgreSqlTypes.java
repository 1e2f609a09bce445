package dev.shardwright.introspect;

import dev.shardwright.model.TypeFamily;
import java.util.Set;

/** The families of PostgreSQL's types. */
final class PostgreSqlTypes {
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Set<String> FLOATS = Set.of("real", "double precision");
  private static final Set<String> JSON = Set.of("json", "jsonb");

  private PostgreSqlTypes() {}

  /**
   * The family of a type.
   *
   * @param sql the type as format_type prints it; of a domain its base type
   * @param category pg_type.typcategory
   */
  static TypeFamily family(String sql, String category) {
    String name = sql.replaceFirst("\\(.*", "").strip();
    if (JSON.contains(name)) {
      return TypeFamily.JSON;
    }
    return switch (category) {
      case "N" -> number(name);
      case "B" -> TypeFamily.BOOLEAN;
      case "S" -> TypeFamily.TEXT;
      case "D", "T" -> TypeFamily.TEMPORAL;
      case "E" -> TypeFamily.ENUM;
      default ->
          switch (name) {
            case "uuid" -> TypeFamily.UUID;
            case "bytea" -> TypeFamily.BINARY;
            // An extension's type, in whatever schema it was put.
            case "citext", "public.citext" -> TypeFamily.TEXT;
            default -> TypeFamily.OTHER;
          };
    };
  }

  private static TypeFamily number(String name) {
    if (INTEGERS.contains(name)) {
      return TypeFamily.INTEGER;
    }
    if (FLOATS.contains(name)) {
      return TypeFamily.FLOAT;
    }
    return name.equals("numeric") ? TypeFamily.DECIMAL : TypeFamily.OTHER;
  }
}
