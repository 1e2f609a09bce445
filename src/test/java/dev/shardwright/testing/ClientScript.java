package dev.shardwright.testing;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** client_rows.sql for one client, as a DBA would run it after naming him. */
public final class ClientScript {
  private final String text;
  private final List<String> client;

  public ClientScript(String text, List<String> client) {
    this.text = text;
    this.client = client;
  }

  /** The statements that name the client. */
  public List<String> naming() {
    List<String> naming = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.matches("SET (@|shardwright\\.)client\\d* = .*;")) {
        String value = client.get(naming.size());
        naming.add(
            line.replaceFirst("= .*;", line.contains("@") ? "= " + value : "= '" + value + "'"));
      }
    }
    return naming;
  }

  /** The statements below a heading that begin with a word. */
  public List<String> under(String heading, String start) {
    String part = part(heading);
    return Arrays.stream(part.split(";\n"))
        .map(sql -> sql.lines().filter(l -> !l.startsWith("--")).collect(Collectors.joining("\n")))
        .map(String::strip)
        .filter(sql -> sql.startsWith(start))
        .toList();
  }

  /** The deletes, without the comment signs before them. */
  public List<String> deletes() {
    return comments("Deleting his rows");
  }

  /** The deletes in portions; none if the script says that they must go together. */
  public List<String> portions() {
    return comments("The same in portions");
  }

  /** Runs statements; those that say so again and again until they change no row. */
  public static void run(Statement statement, List<String> statements) throws SQLException {
    for (String sql : statements) {
      try {
        do {
          statement.execute(sql);
        } while (sql.contains("until it deletes no row") && statement.getUpdateCount() > 0);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + "\n" + sql, e);
      }
    }
  }

  private List<String> comments(String heading) {
    String bare =
        part(heading)
            .lines()
            .filter(line -> line.startsWith("--   "))
            .map(line -> line.substring(5))
            .collect(Collectors.joining("\n"));
    return Arrays.stream((bare + "\n").split(";\n")).filter(sql -> !sql.isBlank()).toList();
  }

  private String part(String heading) {
    int from = text.indexOf("-- " + heading);
    int end = text.indexOf("-- ----------", text.indexOf("-- ----------", from) + 10);
    return text.substring(from, end < 0 ? text.length() : end);
  }
}
