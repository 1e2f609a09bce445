package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which server answered, and how a session of it is made read-only and bounded in time.
 *
 * @param product what it says it is, whatever the URL says
 * @param number the version as one number: 180006 is PostgreSQL 18.6, 90704 is MySQL 9.7.4
 * @param database the database of the connection, empty if none was named
 * @param user the user as the server knows him
 */
record Server(Product product, String version, int number, String database, String user) {
  private static final int OLDEST_POSTGRESQL = 120000;
  private static final int OLDEST_MYSQL = 50700;
  private static final int OLDEST_MARIADB = 100300;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final int LOCK_SECONDS = 5;
  private static final int IDLE_SECONDS = 3600;

  private static final String POSTGRESQL_QUESTION =
      "SELECT current_setting('server_version') AS version,"
          + " current_setting('server_version_num') AS number, current_database() AS database,"
          + " current_user AS username";
  private static final String MYSQL_QUESTION =
      "SELECT @@version AS version, @@version_comment AS remark,"
          + " coalesce(database(), '') AS `database`, current_user() AS username";

  /** What a server is asked first: what it is. */
  static String question(boolean postgres) {
    return postgres ? POSTGRESQL_QUESTION : MYSQL_QUESTION;
  }

  /** Asks a new connection what it is connected to. */
  static Server ask(Connection raw, Journal journal) throws SQLException {
    String name = raw.getMetaData().getDatabaseProductName();
    boolean postgres = name.toLowerCase(Locale.ROOT).contains("postgres");
    String sql = question(postgres);
    try (Statement statement = raw.createStatement()) {
      Journal.Entry entry = journal.begin(sql);
      try (ResultSet answer = journal.time(entry, statement, () -> statement.executeQuery(sql))) {
        answer.next();
        entry.row();
        return of(postgres, new Row(new LiveValues(answer)));
      }
    }
  }

  /**
   * What it answered.
   *
   * @throws UserError if it is too old to be read
   */
  static Server of(boolean postgres, Row answer) throws SQLException {
    String version = answer.text("version");
    String described = postgres ? "" : version + answer.optional("remark").orElse("");
    boolean mariaDb = described.toLowerCase(Locale.ROOT).contains("mariadb");
    return new Server(
            postgres ? Product.POSTGRESQL : mariaDb ? Product.MARIADB : Product.MYSQL,
            version,
            postgres ? (int) answer.number("number") : number(version),
            answer.text("database"),
            answer.text("username"))
        .checked();
  }

  /** {@code 10.11.19-MariaDB} is 101119. */
  static int number(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.find()) {
      return 0;
    }
    return Integer.parseInt(matcher.group(1)) * 10000
        + Integer.parseInt(matcher.group(2)) * 100
        + Integer.parseInt(matcher.group(3));
  }

  private Server checked() {
    int oldest =
        switch (product) {
          case POSTGRESQL -> OLDEST_POSTGRESQL;
          case MYSQL -> OLDEST_MYSQL;
          case MARIADB -> OLDEST_MARIADB;
        };
    if (number < oldest) {
      throw new UserError(
          product.title()
              + " "
              + version
              + " is too old to be read; Shardwright reads PostgreSQL 12, MySQL 5.7, MariaDB 10.3"
              + " and newer.");
    }
    return this;
  }

  /** The statements that make a session read-only and patient only for so long. */
  List<String> settings(int limitSeconds) {
    return product == Product.POSTGRESQL
        ? List.of(
            "SET default_transaction_read_only = on",
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
            limit(limitSeconds),
            "SET lock_timeout = '" + LOCK_SECONDS + "s'",
            "SET idle_in_transaction_session_timeout = '60s'",
            "SET client_min_messages = warning",
            "SET quote_all_identifiers = off",
            // With no schema in the path the server prints every name with its schema, as
            // pg_dump has it, and nothing in the database can stand in for a function we call.
            "SELECT set_config('search_path', '', false)")
        : List.of(
            "SET SESSION TRANSACTION READ ONLY",
            limit(limitSeconds),
            "SET SESSION lock_wait_timeout = "
                + LOCK_SECONDS
                + ", innodb_lock_wait_timeout = "
                + LOCK_SECONDS
                + ", wait_timeout = "
                + IDLE_SECONDS,
            // ANSI_QUOTES and NO_BACKSLASH_ESCAPES would change how the server prints and reads.
            "SET SESSION sql_mode = '', sql_quote_show_create = 1");
  }

  /** The statement that bounds the time of each following one. */
  String limit(int seconds) {
    return switch (product) {
      case POSTGRESQL -> "SET statement_timeout = '" + seconds + "s'";
      case MYSQL -> "SET SESSION max_execution_time = " + seconds * 1000L;
      case MARIADB -> "SET SESSION max_statement_time = " + seconds;
    };
  }

  /**
   * Takes away the limit on the depth of a recursive query: MySQL fails at 1000 levels, MariaDB
   * from 10.6 stops there and answers with what it has so far.
   */
  Optional<String> deepLoops() {
    return switch (product) {
      case POSTGRESQL -> Optional.empty();
      case MYSQL ->
          number >= 80003
              ? Optional.of("SET SESSION cte_max_recursion_depth = 4294967295")
              : Optional.empty();
      case MARIADB -> Optional.of("SET SESSION max_recursive_iterations = 4294967295");
    };
  }

  /** Asks whether a transaction of this session is read-only: one row, one value. */
  String readOnlyQuestion() {
    return switch (product) {
      case POSTGRESQL -> "SELECT current_setting('transaction_read_only')";
      // MySQL 8.0 and MariaDB 11.1 know transaction_read_only, older ones tx_read_only.
      case MYSQL ->
          number >= 50720 ? "SELECT @@session.transaction_read_only" : "SELECT @@tx_read_only";
      case MARIADB ->
          number >= 110101 ? "SELECT @@session.transaction_read_only" : "SELECT @@tx_read_only";
    };
  }

  static boolean isOn(String answer) {
    return answer.equals("1") || answer.equalsIgnoreCase("on");
  }
}
