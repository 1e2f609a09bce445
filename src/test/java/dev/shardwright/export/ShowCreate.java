package dev.shardwright.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What SHOW CREATE says of every object of a database, with all that held when it was made. */
final class ShowCreate {
  private final Connection connection;
  private final String database;
  private final Map<String, String> objects = new TreeMap<>();

  private ShowCreate(Connection connection, String database) {
    this.connection = connection;
    this.database = database;
  }

  /** The objects: {@code kind name} to text, without the database's name. */
  static Map<String, String> of(Connection connection, String database) throws SQLException {
    ShowCreate all = new ShowCreate(connection, database);
    connection.setCatalog(database);
    all.each(
        "TABLE", "TABLES WHERE TABLE_TYPE NOT IN ('VIEW', 'SEQUENCE') AND TABLE_", "TABLE_NAME");
    all.each("VIEW", "TABLES WHERE TABLE_TYPE = 'VIEW' AND TABLE_", "TABLE_NAME");
    all.each("SEQUENCE", "TABLES WHERE TABLE_TYPE = 'SEQUENCE' AND TABLE_", "TABLE_NAME");
    all.each("TRIGGER", "TRIGGERS WHERE TRIGGER_", "TRIGGER_NAME");
    all.each("FUNCTION", "ROUTINES WHERE ROUTINE_TYPE = 'FUNCTION' AND ROUTINE_", "ROUTINE_NAME");
    all.each("PROCEDURE", "ROUTINES WHERE ROUTINE_TYPE = 'PROCEDURE' AND ROUTINE_", "ROUTINE_NAME");
    all.each("PACKAGE", "ROUTINES WHERE ROUTINE_TYPE = 'PACKAGE' AND ROUTINE_", "ROUTINE_NAME");
    all.each(
        "PACKAGE BODY",
        "ROUTINES WHERE ROUTINE_TYPE = 'PACKAGE BODY' AND ROUTINE_",
        "ROUTINE_NAME");
    if (connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
      all.each("LIBRARY", "LIBRARIES WHERE LIBRARY_", "LIBRARY_NAME");
    }
    all.each("EVENT", "EVENTS WHERE EVENT_", "EVENT_NAME");
    all.order();
    all.database();
    all.referenceSystems();
    return all.objects;
  }

  private void database() throws SQLException {
    String quoted = "`" + database.replace("`", "``") + "`";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW CREATE DATABASE " + quoted)) {
      row.next();
      objects.put("DATABASE", row.getString(2).replace(quoted, ""));
    }
  }

  /** Of spatial columns, MariaDB's SHOW CREATE TABLE does not say where on Earth they lie. */
  private void referenceSystems() throws SQLException {
    if (connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT F_TABLE_NAME, GROUP_CONCAT(G_GEOMETRY_COLUMN, '=', SRID"
                    + " ORDER BY G_GEOMETRY_COLUMN) FROM information_schema.GEOMETRY_COLUMNS"
                    + " WHERE F_TABLE_SCHEMA = '"
                    + database
                    + "' GROUP BY F_TABLE_NAME")) {
      while (rows.next()) {
        objects.merge(
            "TABLE " + rows.getString(1), "SRID " + rows.getString(2), (a, b) -> a + "\n" + b);
      }
    }
  }

  /** SHOW CREATE TRIGGER does not say which of several runs first. */
  private void order() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT TRIGGER_NAME, ACTION_ORDER FROM information_schema.TRIGGERS"
                    + " WHERE TRIGGER_SCHEMA = '"
                    + database
                    + "'")) {
      while (rows.next()) {
        objects.merge(
            "TRIGGER " + rows.getString(1),
            "ACTION_ORDER=" + rows.getInt(2),
            (a, b) -> a + "\n" + b);
      }
    }
  }

  private void each(String kind, String from, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> names = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT "
                  + name
                  + " FROM information_schema."
                  + from
                  + "SCHEMA = '"
                  + database
                  + "'")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      for (String each : names) {
        String quoted = "`" + each.replace("`", "``") + "`";
        try (ResultSet row = statement.executeQuery("SHOW CREATE " + kind + " " + quoted)) {
          row.next();
          objects.put(kind + " " + each, text(row));
        }
      }
    }
  }

  private String text(ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
      String label = row.getMetaData().getColumnLabel(i);
      if (!label.equals("Created")) {
        text.append(label.startsWith("Create") || label.startsWith("SQL") ? "" : label + "=")
            .append(row.getString(i))
            .append('\n');
      }
    }
    return text.toString().replace("`" + database + "`.", "").strip();
  }
}
