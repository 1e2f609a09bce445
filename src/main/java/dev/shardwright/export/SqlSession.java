package dev.shardwright.export;

import java.util.List;

/** Settings under which values leave and enter a server as they are, whatever its own are. */
final class SqlSession {
  /** MySQL, MariaDB: nothing is cut to fit. */
  static final String STRICT =
      "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES,ALLOW_INVALID_DATES'";

  /** The same for rows from which the server works out values that strict mode would refuse. */
  static final String LENIENT = "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'";

  private SqlSession() {}

  /** One snapshot to read from, its values as texts that every server writes alike. */
  static List<String> reading(boolean mysql) {
    return mysql
        ? List.of(
            "SET NAMES utf8mb4",
            "SET time_zone = '+00:00'",
            "SET sql_mode = ''",
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            "START TRANSACTION READ ONLY")
        : List.of(
            "SET client_encoding = 'UTF8'",
            "SET datestyle = 'ISO'",
            "SET intervalstyle = 'postgres'",
            "SET timezone = 'UTC'",
            "SET bytea_output = 'hex'",
            "SET extra_float_digits = 1",
            "SET row_security = off",
            "SET search_path = ''",
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }

  /** All checks on, and nothing changed on its way in. */
  static List<String> loading(boolean mysql) {
    return mysql
        ? List.of(
            "SET NAMES utf8mb4",
            "SET time_zone = '+00:00'",
            STRICT,
            "SET foreign_key_checks = 1, unique_checks = 1")
        : List.of(
            "SET client_encoding = 'UTF8'",
            "SET standard_conforming_strings = on",
            "SET datestyle = 'ISO'",
            "SET intervalstyle = 'postgres'",
            "SET timezone = 'UTC'",
            "SET bytea_output = 'hex'",
            "SET xmloption = content",
            "SET row_security = off",
            "SET search_path = ''");
  }
}
