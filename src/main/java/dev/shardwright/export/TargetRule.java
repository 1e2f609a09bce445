package dev.shardwright.export;

import static dev.shardwright.model.Product.MARIADB;
import static dev.shardwright.model.Product.MYSQL;
import static dev.shardwright.model.Product.POSTGRESQL;

import dev.shardwright.model.Product;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A construct that not every version of a server takes.
 *
 * @param since the first version that takes it; empty if all do
 * @param gone the first version that no longer does; empty if none
 * @param what its name for people
 * @param sign what tells it in a line of a definition
 */
record TargetRule(Product product, String since, String gone, String what, Pattern sign) {
  private static final String NEVER = "never";

  private static TargetRule since(Product product, String version, String what, String sign) {
    return new TargetRule(
        product, version, "", what, Pattern.compile(sign, Pattern.CASE_INSENSITIVE));
  }

  private static TargetRule gone(Product product, String version, String what, String sign) {
    return new TargetRule(
        product, "", version, what, Pattern.compile(sign, Pattern.CASE_INSENSITIVE));
  }

  boolean refuses(Target target, String line) {
    return target.product() == product && !takes(target) && sign.matcher(line).find();
  }

  private boolean takes(Target target) {
    return !since.equals(NEVER)
        && (since.isEmpty() || target.atLeast(since))
        && (gone.isEmpty() || !target.atLeast(gone));
  }

  String sentence(Target target) {
    return target
        + (gone.isEmpty() ? " does not know " : " no longer knows ")
        + what
        + (since.isEmpty() || since.equals(NEVER) ? "" : " (" + since + " does)");
  }

  // Release notes of the PostgreSQL version named.
  private static final List<TargetRule> POSTGRESQL_RULES =
      List.of(
          since(POSTGRESQL, "18", "the function uuidv7()", "\\buuidv7\\("),
          since(POSTGRESQL, "18", "the function uuidv4()", "\\buuidv4\\("),
          since(POSTGRESQL, "18", "a virtual generated column", "\\) VIRTUAL\\b"),
          since(POSTGRESQL, "18", "NOT ENFORCED", "\\bNOT ENFORCED\\b"),
          since(POSTGRESQL, "18", "WITHOUT OVERLAPS", "\\bWITHOUT OVERLAPS\\b"),
          since(POSTGRESQL, "18", "a key over a PERIOD", "\\bFOREIGN KEY \\(.*\\bPERIOD "),
          since(POSTGRESQL, "18", "NOT NULL NO INHERIT", "\\bNOT NULL NO INHERIT\\b"),
          since(POSTGRESQL, "18", "an unchecked NOT NULL", "^NOT NULL .* NOT VALID"),
          since(POSTGRESQL, "18", "the function casefold()", "\\bcasefold\\("),
          since(
              POSTGRESQL,
              "18",
              "the functions array_sort() and array_reverse()",
              "\\barray_(sort|reverse)\\("),
          since(POSTGRESQL, "18", "the functions crc32() and crc32c()", "\\bcrc32c?\\("),
          since(POSTGRESQL, "17", "a collation of the builtin provider", "provider = builtin"),
          since(POSTGRESQL, "17", "JSON_TABLE", "\\bJSON_TABLE\\("),
          since(
              POSTGRESQL,
              "17",
              "JSON_VALUE, JSON_QUERY or JSON_EXISTS",
              "\\bJSON_(VALUE|QUERY|EXISTS)\\("),
          since(POSTGRESQL, "17", "the functions to_bin() and to_oct()", "\\bto_(bin|oct)\\("),
          since(POSTGRESQL, "16", "a collation with rules", "COLLATION .*, rules = "),
          since(POSTGRESQL, "16", "the function any_value()", "\\bany_value\\("),
          since(POSTGRESQL, "16", "IS JSON", "\\bIS (NOT )?JSON\\b"),
          since(
              POSTGRESQL, "16", "JSON_ARRAYAGG or JSON_OBJECTAGG", "\\bJSON_(ARRAY|OBJECT)AGG\\("),
          since(
              POSTGRESQL,
              "16",
              "the function array_shuffle() or array_sample()",
              "\\barray_(shuffle|sample)\\("),
          since(POSTGRESQL, "15", "NULLS NOT DISTINCT", "\\bNULLS NOT DISTINCT\\b"),
          since(
              POSTGRESQL,
              "15",
              "ON DELETE SET with columns",
              "\\bON DELETE SET (NULL|DEFAULT) \\("),
          since(POSTGRESQL, "15", "security_invoker", "\\bsecurity_invoker\\b"),
          since(POSTGRESQL, "15", "an unlogged sequence", "\\bUNLOGGED SEQUENCE\\b"),
          since(POSTGRESQL, "15", "MERGE", "\\bMERGE\\s+INTO\\b"),
          since(POSTGRESQL, "15", "a numeric scale below zero", "\\bnumeric\\(\\d+, ?-"),
          since(
              POSTGRESQL,
              "15",
              "the functions regexp_like(), regexp_count() …",
              "\\bregexp_(like|count|instr|substr)\\("),
          since(POSTGRESQL, "14", "a body of SQL (BEGIN ATOMIC)", "\\bBEGIN ATOMIC\\b"),
          since(POSTGRESQL, "14", "SET COMPRESSION", "\\bSET COMPRESSION\\b"),
          since(
              POSTGRESQL,
              "14",
              "a multirange",
              "\\bMULTIRANGE_TYPE_NAME\\b|\\b(int4|int8|num|ts|tstz|date)multirange\\b"),
          since(
              POSTGRESQL,
              "14",
              "a procedure that returns values (OUT)",
              "\\bPROCEDURE \\S+\\(.*\\bOUT "),
          since(POSTGRESQL, "14", "the function date_bin()", "\\bdate_bin\\("),
          since(POSTGRESQL, "14", "the function string_to_table()", "\\bstring_to_table\\("),
          since(POSTGRESQL, "13", "gen_random_uuid()", "\\bgen_random_uuid\\("),
          since(POSTGRESQL, "13", "the functions gcd() and lcm()", "\\b(gcd|lcm)\\("),
          since(POSTGRESQL, "13", "deduplicate_items", "\\bdeduplicate_items\\b"),
          since(POSTGRESQL, "13", "FETCH FIRST … WITH TIES", "\\bFETCH FIRST .*WITH TIES\\b"),
          since(POSTGRESQL, "13", "autovacuum for inserts", "\\bautovacuum_vacuum_insert_"),
          since(POSTGRESQL, "12", "a generated column", "\\) STORED\\b"),
          since(
              POSTGRESQL,
              "12",
              "a nondeterministic collation",
              "COLLATION .*deterministic = false"),
          since(POSTGRESQL, "12", "jsonpath", "\\bjsonpath\\b|\\bjsonb_path_"),
          since(
              POSTGRESQL,
              "12",
              "vacuum_truncate or vacuum_index_cleanup",
              "\\bvacuum_(truncate|index_cleanup)\\b"),
          since(POSTGRESQL, "11", "a procedure", "\\bCREATE OR REPLACE PROCEDURE\\b"),
          since(POSTGRESQL, "11", "partitions by hash", "^PARTITION BY HASH\\b"),
          since(POSTGRESQL, "11", "an index that includes columns", "\\bINCLUDE \\("),
          since(POSTGRESQL, "10", "an identity column", "\\bAS IDENTITY\\b"),
          gone(POSTGRESQL, "12", "OIDs in rows", "\\bWITH OIDS\\b|\\boids ?= ?true\\b"),
          gone(
              POSTGRESQL,
              "12",
              "the types abstime, reltime and tinterval",
              "\\b(abstime|reltime|tinterval)\\b"));

  // MySQL 8.0 manual, 1.3 "What Is New in MySQL 8.0", and the release notes of the version named;
  // of 8.4 "What Is New in MySQL 8.4". What is known never comes from MariaDB.
  private static final List<TargetRule> MYSQL_RULES =
      List.of(
          since(MYSQL, "9.0.0", "the type vector", "^  `[^`]+` vector\\b"),
          since(
              MYSQL,
              "8.0.31",
              "INTERSECT or EXCEPT",
              "\\b(INTERSECT|EXCEPT)\\s+(ALL\\s+|DISTINCT\\s+)?\\(?SELECT\\b"),
          since(
              MYSQL,
              "8.0.30",
              "a generated invisible primary key",
              "^  `my_row_id` .*!80023 INVISIBLE"),
          since(MYSQL, "8.0.23", "an invisible column", "^  `[^`]+` .*\\bINVISIBLE\\b"),
          since(MYSQL, "8.0.23", "AUTOEXTEND_SIZE", "!80023 AUTOEXTEND_SIZE"),
          since(MYSQL, "8.0.21", "ENGINE_ATTRIBUTE", "ENGINE_ATTRIBUTE"),
          since(MYSQL, "8.0.21", "the function json_value()", "\\bjson_value\\("),
          since(MYSQL, "8.0.17", "an index over an array", "\\bKEY .*\\barray\\)"),
          since(MYSQL, "8.0.17", "the collation utf8mb4_0900_bin", "\\butf8mb4_0900_bin\\b"),
          since(
              MYSQL,
              "8.0.17",
              "the functions json_overlaps() and json_schema_valid()",
              "\\bjson_(overlaps|schema_valid)\\("),
          since(MYSQL, "8.0.17", "MEMBER OF", "\\bmember of ?\\("),
          since(MYSQL, "8.0.16", "a check constraint", "\\bCHECK \\("),
          since(MYSQL, "8.0.14", "LATERAL", "\\blateral\\s*\\("),
          since(MYSQL, "8.0.13", "a default that is an expression", "\\bDEFAULT \\("),
          since(MYSQL, "8.0.13", "a key over an expression", "KEY `[^`]+` \\(\\("),
          since(MYSQL, "8.0", "a collation of MySQL 8", "\\butf8mb4_\\w*0900_"),
          since(MYSQL, "8.0", "an invisible index", "KEY .*!80000 INVISIBLE"),
          since(MYSQL, "8.0", "a descending index", "KEY `[^`]+` \\(.*` DESC"),
          since(MYSQL, "8.0", "SRID of a column", "!80003 SRID"),
          since(MYSQL, "8.0", "JSON_TABLE", "\\bjson_table\\("),
          since(MYSQL, "8.0", "a window function", "\\) OVER ?\\("),
          since(
              MYSQL,
              "8.0",
              "regexp_like() and its like",
              "\\bregexp_(like|instr|replace|substr)\\("),
          since(MYSQL, "8.0", "uuid_to_bin()", "\\b(uuid_to_bin|bin_to_uuid)\\("),
          gone(
              MYSQL,
              "8.4",
              "AUTO_INCREMENT of a FLOAT or DOUBLE",
              "^  `[^`]+` (float|double)\\b.*AUTO_INCREMENT"),
          since(MYSQL, NEVER, "a sequence", "\\bnextval\\(|^CREATE SEQUENCE"),
          since(MYSQL, NEVER, "system versioning", "\\bWITH SYSTEM VERSIONING\\b"),
          since(MYSQL, NEVER, "a type of MariaDB", "^  `[^`]+` (uuid|inet[46])\\b"),
          since(MYSQL, NEVER, "a compressed page", "`?PAGE_COMPRESSED`?="),
          since(MYSQL, NEVER, "an ignored index", "KEY .*\\bIGNORED\\b"),
          since(MYSQL, NEVER, "a collation of MariaDB", "\\b(utf8mb4_)?uca1400_"),
          since(MYSQL, NEVER, "a period", "\\bPERIOD FOR `"),
          since(MYSQL, NEVER, "a compressed column", "/\\*M?!?\\d* ?COMPRESSED"),
          since(MYSQL, NEVER, "an aggregate function", "\\bAGGREGATE FUNCTION\\b"),
          since(MYSQL, NEVER, "the engine Aria", "\\bENGINE=Aria\\b"),
          since(
              MYSQL,
              NEVER,
              "a default that is a function",
              "DEFAULT (?!current_timestamp|\\()[a-z_]+\\("));

  // Release notes ("Changes & Improvements") of the MariaDB version named.
  private static final List<TargetRule> MARIADB_RULES =
      List.of(
          since(MARIADB, "11.7", "the type vector", "^  `[^`]+` vector\\b"),
          since(MARIADB, "11.7", "the functions uuid_v4() and uuid_v7()", "\\buuid_v[47]\\("),
          since(MARIADB, "11.4", "a collation of MySQL 8", "\\butf8mb4_\\w*0900_"),
          since(MARIADB, "10.10", "the type inet4", "^  `[^`]+` inet4\\b"),
          since(MARIADB, "10.10", "a collation of MariaDB 10.10", "uca1400_"),
          since(MARIADB, "10.10", "the function random_bytes()", "\\brandom_bytes\\("),
          since(MARIADB, "10.9", "the function json_overlaps()", "\\bjson_overlaps\\("),
          since(MARIADB, "10.8", "a descending index", "KEY `[^`]+` \\(.*` DESC"),
          since(
              MARIADB,
              "10.8",
              "a function that returns values (OUT)",
              "\\bFUNCTION `[^`]+`\\(.*\\b(IN)?OUT "),
          since(MARIADB, "10.7", "the type uuid", "^  `[^`]+` uuid\\b"),
          since(
              MARIADB,
              "10.7",
              "the functions natural_sort_key() and sformat()",
              "\\b(natural_sort_key|sformat)\\("),
          since(MARIADB, "10.6", "an ignored index", "KEY .*\\bIGNORED\\b"),
          since(MARIADB, "10.6", "JSON_TABLE", "\\bjson_table\\("),
          since(MARIADB, "10.5", "the type inet6", "^  `[^`]+` inet6\\b"),
          since(MARIADB, "10.5", "WITHOUT OVERLAPS", "\\bWITHOUT OVERLAPS\\b"),
          since(MARIADB, "10.4", "a period of the application", "\\bPERIOD FOR `(?!SYSTEM_TIME`)"),
          since(MARIADB, "10.3", "a sequence", "\\bnextval\\(|^CREATE SEQUENCE"),
          since(MARIADB, "10.3", "system versioning", "\\bWITH SYSTEM VERSIONING\\b"),
          since(MARIADB, "10.3", "an invisible column", "^  `[^`]+` [^/]*\\bINVISIBLE\\b"),
          since(MARIADB, "10.3", "a compressed column", "/\\*M?!?\\d* ?COMPRESSED"),
          since(MARIADB, "10.3", "an aggregate function", "\\bAGGREGATE FUNCTION\\b"),
          since(MARIADB, "10.2", "a check constraint", "\\bCHECK \\("),
          since(
              MARIADB,
              "10.2",
              "a default that is an expression",
              "\\bDEFAULT (\\(|(?!current_timestamp)[a-z_]+\\()"),
          since(MARIADB, NEVER, "a key over an expression", "KEY `[^`]+` \\(\\("),
          since(MARIADB, NEVER, "an invisible index", "KEY .*!80000 INVISIBLE"),
          since(MARIADB, NEVER, "an invisible column", "^  `[^`]+` .*!80023 INVISIBLE"),
          since(MARIADB, NEVER, "SRID of a column", "!80003 SRID"),
          since(MARIADB, NEVER, "NOT ENFORCED", "NOT ENFORCED"),
          since(MARIADB, NEVER, "MEMBER OF", "\\bmember of ?\\("),
          since(MARIADB, NEVER, "an index over an array", "\\bKEY .*\\barray\\)"),
          since(MARIADB, NEVER, "LATERAL", "\\blateral\\s*\\("),
          since(MARIADB, NEVER, "uuid_to_bin()", "\\b(uuid_to_bin|bin_to_uuid)\\("));

  static final List<TargetRule> ALL =
      Stream.of(POSTGRESQL_RULES, MYSQL_RULES, MARIADB_RULES).flatMap(List::stream).toList();
}
