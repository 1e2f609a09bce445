package dev.shardwright.introspect;

import dev.shardwright.model.Product;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The CREATE texts that MySQL and MariaDB print, one statement per object. */
final class MySqlDefinitions {
  private static final int TOGETHER = 100;
  private static final Set<String> SETTINGS =
      Set.of(
          "sql_mode",
          "character_set_client",
          "collation_connection",
          "database_collation",
          "time_zone");

  /** A CREATE text with what held in the session that made it, as {@code name=value}. */
  record Shown(String text, Set<String> settings) {}

  private final Asking asking;
  private final List<Skipped> skipped = new ArrayList<>();

  MySqlDefinitions(Asking asking) {
    this.asking = asking;
  }

  /** The texts of tables, telling of progress from one fraction of the whole work to another. */
  Map<TableName, String> tables(List<TableName> names, double begin, double end) {
    Map<TableName, String> texts = new LinkedHashMap<>();
    for (int from = 0; from < names.size(); from += TOGETHER) {
      asking.step("reading the tables' definitions", begin + (end - begin) * from / names.size());
      texts.putAll(some(names.subList(from, Math.min(from + TOGETHER, names.size()))));
    }
    return texts;
  }

  private Map<TableName, String> some(List<TableName> names) {
    Map<TableName, String> texts = new LinkedHashMap<>();
    try {
      List<List<Optional<String>>> shown =
          asking
              .answers()
              .tryAll(
                  names.stream()
                      .map(name -> "SHOW CREATE TABLE " + MySqlNames.quoted(name))
                      .toList(),
                  row -> row.at(2));
      for (int i = 0; i < names.size(); i++) {
        TableName name = names.get(i);
        shown.get(i).stream().flatMap(Optional::stream).forEach(text -> texts.put(name, text));
      }
    } catch (SQLException e) {
      if (!refusedRight(e)) {
        throw asking.answers().refused(e);
      }
      // One that is hidden hides those after it: ask for each alone.
      texts.clear();
      for (TableName name : names) {
        show("TABLE", MySqlNames.quoted(name), 2, "SELECT")
            .ifPresent(shown -> texts.put(name, shown.text()));
      }
    }
    return texts;
  }

  /**
   * What SHOW CREATE prints of one object.
   *
   * @param position the column that holds the text
   * @param right what the user needs to see it
   */
  Optional<Shown> show(String kind, String quoted, int position, String right) {
    String sql = "SHOW CREATE " + kind + " " + quoted;
    try {
      List<Optional<Shown>> texts = asking.answers().tryQuery(sql, row -> shown(row, position));
      Optional<Shown> text = texts.isEmpty() ? Optional.empty() : texts.getFirst();
      if (text.isEmpty()) {
        skip(kind + " " + quoted, right);
      }
      return text;
    } catch (SQLException e) {
      if (!refusedRight(e)) {
        throw asking.answers().refused(e);
      }
      skip(kind + " " + quoted, right);
      return Optional.empty();
    }
  }

  private static Optional<Shown> shown(Row row, int position) throws SQLException {
    Set<String> settings = new TreeSet<>();
    row.all()
        .forEach((name, value) -> {
          // SHOW CREATE heads this one column in other words: Database Collation
          String setting = name.toLowerCase(Locale.ROOT).replace(' ', '_');
          if (SETTINGS.contains(setting)) {
            settings.add(setting + "=" + value);
          }
        });
    return row.at(position).map(text -> new Shown(text, settings));
  }

  // MySQL's numbers of "command denied": on a table, a column, a routine, for want of a right; and
  // 1356, a view whose tables are gone.
  private static boolean refusedRight(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1142, 1143, 1227, 1305, 1356, 1370, 1044, 1146 -> true;
      default -> false;
    };
  }

  private void skip(String what, String right) {
    skipped.add(Skipped.hidden(what, asking.answers().server().user(), right));
  }

  /** A view that the server itself cannot read any more. */
  void broken(String quoted, String why) {
    skipped.add(new Skipped("VIEW " + quoted, "It is broken, so it is in no file: " + why));
  }

  /** What a user needs to read the texts of a database's routines. */
  static String routineRight(Asking asking, String schema) {
    int version = asking.version();
    if (asking.product() == Product.MYSQL) {
      // MySQL 8.0 manual, "SHOW CREATE PROCEDURE": SHOW_ROUTINE since 8.0.20, SELECT on all before.
      return version >= 80020
          ? "SHOW_ROUTINE ON *.*"
          : version >= 80000 ? "SELECT ON *.*" : "SELECT ON mysql.proc";
    }
    return version >= 110300
        ? "SHOW CREATE ROUTINE ON " + MySqlNames.quoted(schema) + ".*"
        : "SELECT ON mysql.proc";
  }

  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }
}
