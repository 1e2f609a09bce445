package dev.shardwright.export;

import dev.shardwright.sql.PostgresScript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Runs a .sql file of ours the way psql and the mysql client do: statement by statement. */
public final class SqlFile {
  private SqlFile() {}

  /** With the program that a DBA would take, where it is; a definer is then another account. */
  static void load(Connection connection, String text) throws SQLException {
    Optional<Path> client =
        connection.getMetaData().getURL().startsWith("jdbc:postgresql:")
            ? Optional.empty()
            : MySqlClient.program(connection);
    if (client.isPresent()) {
      MySqlClient.load(client.get(), connection, text);
    } else {
      run(connection, text);
    }
  }

  public static void run(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean postgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
      statement.setEscapeProcessing(false);
      for (String sql : postgres ? ofPostgres(text) : statements(text)) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(e.getMessage() + "\n--- in\n" + sql, e);
        }
      }
    }
  }

  /**
   * Loads a data file as psql and the mysql client do, COPY included.
   *
   * @return the rows that its statements answered
   */
  static List<List<String>> load(Connection connection, Path file)
      throws SQLException, IOException {
    List<List<String>> answers = new ArrayList<>();
    boolean postgres = connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
    String text = Files.readString(file);
    try (Statement statement = connection.createStatement()) {
      if (!postgres) {
        for (String sql : statements(text)) {
          answers(statement, sql, answers);
        }
        return answers;
      }
      Matcher copy = COPY.matcher(text);
      int from = 0;
      while (copy.find()) {
        answers(statement, text.substring(from, copy.start()), answers);
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            // as bytes: from a Reader the driver cuts a pair of surrogates at its buffer's end
            .copyIn(
                copy.group(1),
                new ByteArrayInputStream(copy.group(2).getBytes(StandardCharsets.UTF_8)));
        from = copy.end();
      }
      answers(statement, text.substring(from), answers);
    }
    return answers;
  }

  private static final Pattern COPY =
      Pattern.compile("(?ms)^(COPY [^\n]* FROM stdin);\n(.*?)^\\\\\\.\n");

  private static void answers(Statement statement, String sql, List<List<String>> answers)
      throws SQLException {
    try {
      boolean rows = statement.execute(sql);
      while (rows || statement.getUpdateCount() >= 0) {
        if (rows) {
          try (ResultSet results = statement.getResultSet()) {
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
              List<String> row = new ArrayList<>();
              for (int i = 1; i <= columns; i++) {
                row.add(String.valueOf(results.getString(i)));
              }
              answers.add(row);
            }
          }
        }
        rows = statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw new SQLException(
          e.getMessage() + "\n--- in\n" + sql.substring(0, Math.min(3000, sql.length())), e);
    }
  }

  // the driver's own splitting trips over BEGIN ATOMIC
  private static List<String> ofPostgres(String text) {
    List<String> statements = new ArrayList<>();
    try {
      PostgresScript script =
          new PostgresScript(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      for (var next = script.next(); next.isPresent(); next = script.next()) {
        statements.add(next.get().text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return statements;
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
