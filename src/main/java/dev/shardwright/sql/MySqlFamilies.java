package dev.shardwright.sql;

import dev.shardwright.model.TypeFamily;
import java.util.Locale;

/** The families of MySQL's and MariaDB's types. */
public final class MySqlFamilies {
  private MySqlFamilies() {}

  /** The family of a type such as {@code bigint(20) unsigned}. */
  public static TypeFamily of(String columnType) {
    String name = columnType.toLowerCase(Locale.ROOT).split("[ (]", 2)[0];
    return switch (name) {
      case "tinyint", "smallint", "mediumint", "int", "integer", "bigint" -> TypeFamily.INTEGER;
      case "decimal", "numeric" -> TypeFamily.DECIMAL;
      case "float", "double", "real" -> TypeFamily.FLOAT;
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> TypeFamily.TEXT;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> TypeFamily.BINARY;
      case "date", "time", "datetime", "timestamp", "year" -> TypeFamily.TEMPORAL;
      case "enum" -> TypeFamily.ENUM;
      case "json" -> TypeFamily.JSON;
      case "uuid" -> TypeFamily.UUID;
      default -> TypeFamily.OTHER;
    };
  }
}
