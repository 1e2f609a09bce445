package dev.shardwright.introspect;

import dev.shardwright.introspect.CollectScript.Part;
import dev.shardwright.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the script for the client of MySQL and MariaDB, whose answers come out as XML. It runs
 * twice, because the client cannot run what it has just been told: first for the names of what is
 * there, then for all questions and a SHOW CREATE of each.
 */
final class CollectMySql {
  private static final String BEGIN =
      """
      #!/bin/sh
      # Collects what Shardwright has to know of a MySQL or MariaDB database to plan its split. It
      # reads catalogs only, no row of yours; the session is read-only and no query runs longer than
      # a minute. All arguments go to the client, which is run twice (and may ask twice for a
      # password; ~/.my.cnf or --login-path spares you that):
      #
      #   sh collect-mysql.sh -h db1 -u ada -p shop > shop.collected
      #   SCHEMAS="'shop', 'billing'" sh collect-mysql.sh -h db1 -u ada -p shop > shop.collected
      #
      # Then give shop.collected to Shardwright in place of a database. The file holds names, types,
      # comments, and the texts of views, triggers, routines and events. An "ERROR … denied" beside
      # it tells what this user may not see; Shardwright reports that too.
      set -eu
      client=${MYSQL:-mysql}
      schemas=${SCHEMAS:-'DATABASE()'}
      named() {
        plain=$(printf '%s' "$schemas" | sed 's/[&|\\\\]/\\\\&/g')
        quoted=$(printf '%s' "$plain" | sed "s/'/''/g")
        sed -e "s|@SCHEMAS@|$plain|g" -e "s|@QUOTED_SCHEMAS@|$quoted|g"
      }

      session() {
        cat <<'SQL'
      """;

  /** Kinds of objects, where they are listed, and what is asked of each. */
  private static final String OBJECTS =
      """
      SELECT @ASK@('SHOW CREATE TABLE ', TABLE_SCHEMA, TABLE_NAME)
      FROM information_schema.TABLES
      WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND TABLE_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE VIEW ', TABLE_SCHEMA, TABLE_NAME)
      FROM information_schema.VIEWS WHERE TABLE_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE TRIGGER ', TRIGGER_SCHEMA, TRIGGER_NAME)
      FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE PROCEDURE ', ROUTINE_SCHEMA, ROUTINE_NAME)
      FROM information_schema.ROUTINES
      WHERE ROUTINE_TYPE = 'PROCEDURE' AND ROUTINE_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE FUNCTION ', ROUTINE_SCHEMA, ROUTINE_NAME)
      FROM information_schema.ROUTINES
      WHERE ROUTINE_TYPE = 'FUNCTION' AND ROUTINE_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE PACKAGE ', ROUTINE_SCHEMA, ROUTINE_NAME)
      FROM information_schema.ROUTINES
      WHERE ROUTINE_TYPE = 'PACKAGE' AND ROUTINE_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE PACKAGE BODY ', ROUTINE_SCHEMA, ROUTINE_NAME)
      FROM information_schema.ROUTINES
      WHERE ROUTINE_TYPE = 'PACKAGE BODY' AND ROUTINE_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('SHOW CREATE LIBRARY ', LIBRARY_SCHEMA, LIBRARY_NAME)
      FROM (SELECT '' AS LIBRARY_SCHEMA, '' AS LIBRARY_NAME FROM DUAL WHERE FALSE
        /*!90200 UNION ALL SELECT LIBRARY_SCHEMA, LIBRARY_NAME FROM information_schema.LIBRARIES
        WHERE LIBRARY_SCHEMA IN (@SCHEMAS@) */) AS libraries;

      SELECT @ASK@('SHOW CREATE EVENT ', EVENT_SCHEMA, EVENT_NAME)
      FROM information_schema.EVENTS WHERE EVENT_SCHEMA IN (@SCHEMAS@);

      SELECT @ASK@('@SEQUENCE@', TABLE_SCHEMA, TABLE_NAME)
      FROM information_schema.TABLES
      WHERE TABLE_TYPE = 'SEQUENCE' AND TABLE_SCHEMA IN (@SCHEMAS@);

      SELECT DISTINCT @ASK@('@COLUMNS@', TABLE_SCHEMA, TABLE_NAME)
      FROM information_schema.KEY_COLUMN_USAGE
      WHERE REFERENCED_TABLE_SCHEMA IN (@SCHEMAS@) AND TABLE_SCHEMA NOT IN (@SCHEMAS@);
      """;

  // The rights that come with the active roles; MariaDB lists them with the user's own.
  private static final String ROLES =
      """

      SET @role = 'NONE';
      SET @roles = IF(@mariadb OR @version < 80000, 'DO 0', 'SELECT CURRENT_ROLE() INTO @role');
      PREPARE roles FROM @roles; EXECUTE roles; DEALLOCATE PREPARE roles;
      SELECT CONCAT('SELECT ', QUOTE(statement), ' AS question; ', statement, ';')
      FROM (SELECT CONCAT('SHOW GRANTS FOR CURRENT_USER() USING ', @role) AS statement) AS roles
      WHERE @role <> 'NONE';
      """;

  private static final String END =
      """
      SQL
      }

      more=$({ session; objects; } | named |
        "$client" --batch --raw --skip-column-names --default-character-set=utf8mb4 "$@")
      { session; questions; printf '%s\\n' "$more" "SELECT '@END@' AS question; SELECT 1;"; } | named |
        "$client" --xml --force --default-character-set=utf8mb4 "$@"
      """;

  private CollectMySql() {}

  static String of(List<Part> questions, List<Part> settings, String server) {
    StringBuilder script = new StringBuilder(BEGIN);
    script.append(
        """
        SET @mariadb = CONCAT(@@version, @@version_comment) LIKE '%mariadb%';
        SET @numbers = SUBSTRING_INDEX(@@version, '-', 1);
        SET @version = SUBSTRING_INDEX(@numbers, '.', 1) * 10000
          + SUBSTRING_INDEX(SUBSTRING_INDEX(@numbers, '.', 2), '.', -1) * 100
          + SUBSTRING_INDEX(SUBSTRING_INDEX(@numbers, '.', 3), '.', -1);
        """);
    settings.forEach(setting -> append(setting, script));
    script.append("SQL\n}\n\nobjects() {\n  cat <<'SQL'\n").append(objects()).append(ROLES);
    script.append("SQL\n}\n\nquestions() {\n  cat <<'SQL'\n");
    ask(CollectScript.HEADER, "SELECT 1", script);
    ask(Question.of(server, List.of(), true).id(), server, script);
    ask(
        CollectScript.SCHEMAS,
        "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA"
            + " WHERE SCHEMA_NAME IN (@SCHEMAS@)",
        script);
    for (Part part : questions) {
      script.append('\n').append(marker(new Question(part.sql()).id()));
      append(part, script);
    }
    return script.append(END.replace("@END@", CollectScript.END)).toString();
  }

  private static void ask(String id, String sql, StringBuilder script) {
    script.append('\n').append(marker(id)).append(sql).append(";\n");
  }

  private static String marker(String id) {
    return "SELECT '" + id + "' AS question;\n";
  }

  private static void append(Part part, StringBuilder script) {
    if (part.forAll(Product.MYSQL, Product.MARIADB)) {
      script.append(part.sql()).append(";\n");
      return;
    }
    String text =
        part.sql()
            .replace("\\", "\\\\")
            .replace("'", "''")
            .replace(Question.SCHEMAS, "@QUOTED_SCHEMAS@");
    script
        .append("SET @question = IF(")
        .append(condition(part))
        .append(", '")
        .append(text)
        .append(
            "', 'DO 0');\nPREPARE question FROM @question; EXECUTE question;"
                + " DEALLOCATE PREPARE question;\n");
  }

  private static String condition(Part part) {
    List<String> any = new ArrayList<>();
    part.from()
        .forEach((product, from) ->
            any.add(
                String.format(
                    Locale.ROOT,
                    "(%s@mariadb AND @version >= %d AND @version < %d)",
                    product == Product.MARIADB ? "" : "NOT ",
                    from,
                    part.until().get(product))));
    return String.join(" OR ", any);
  }

  private static String objects() {
    return OBJECTS
        .replace("@SEQUENCE@", MySqlObjects.SEQUENCE)
        .replace("@COLUMNS@", MySqlRelations.COLUMNS_OF)
        .replaceAll(
            "SELECT (DISTINCT )?@ASK@\\('([^']*)', (\\w+), (\\w+)\\)\n([^;]*);",
            """
            SELECT $1CONCAT('SELECT ', QUOTE(ask), ' AS question;', CHAR(10), ask, ';')
            FROM (SELECT CONCAT('$2`', REPLACE($3, '`', '``'), '`.`', REPLACE($4, '`', '``'), '`') AS ask
              $5) AS objects;\
            """);
  }
}
