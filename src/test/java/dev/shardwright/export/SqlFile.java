package dev.shardwright.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs a .sql file of ours the way psql and the mysql client do: statement by statement. */
final class SqlFile {
  private SqlFile() {}

  static void run(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // PostgreSQL's driver takes a whole script
      boolean whole = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
      for (String sql : whole ? List.of(text) : statements(text)) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(e.getMessage() + "\n--- in\n" + sql, e);
        }
      }
    }
  }

  /** Statements end at a line's end; DELIMITER is heeded. */
  static List<String> statements(String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    String delimiter = ";";
    for (String line : text.lines().toList()) {
      boolean comment = statement.toString().isBlank() && line.startsWith("--");
      if (line.startsWith("DELIMITER ")) {
        delimiter = line.substring("DELIMITER ".length()).strip();
        continue;
      }
      if (comment) {
        continue;
      }
      statement.append(line).append('\n');
      String code = line.replaceFirst("\\s*-- [^']*$", "").stripTrailing();
      if (code.endsWith(delimiter)) {
        String sql = statement.toString().strip();
        statements.add(sql.substring(0, sql.lastIndexOf(delimiter)));
        statement.setLength(0);
      }
    }
    if (!statement.toString().isBlank()) {
      statements.add(statement.toString());
    }
    return statements;
  }
}
