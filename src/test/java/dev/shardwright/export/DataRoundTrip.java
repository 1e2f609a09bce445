package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows out of a database, through the files, into new ones, compared value by value. */
final class DataRoundTrip {
  private final TestServer server;
  private final TestDatabase source;
  private final Plan plan;
  private final Path folder;
  private final ExportOptions.Data form;

  DataRoundTrip(
      TestServer server, TestDatabase source, Plan plan, Path folder, ExportOptions.Data form) {
    this.server = server;
    this.source = source;
    this.plan = plan;
    this.folder = folder;
    this.form = form;
  }

  /** Exports schema and rows of both sides and loads them. */
  void proves() throws SQLException, IOException {
    try (Session session = Session.open(source.source(), Progress.SILENT)) {
      Exports.write(
          plan,
          ExportOptions.DEFAULT.with(form),
          folder,
          Set.of("shard_schema", "neutral_schema", "context_data", "neutral_data"),
          true,
          Progress.SILENT,
          Optional.of(progress -> Snapshot.beside(session, progress)));
    }
    loaded("shard_schema.sql", "context_data.sql", DataTables.context(plan));
    loaded("neutral_schema.sql", "neutral_data.sql", DataTables.neutral(plan));
  }

  private void loaded(String schema, String data, DataTables tables)
      throws SQLException, IOException {
    TestDatabase target = server.newDatabase();
    try (Connection connection = target.admin();
        Connection origin = source.admin()) {
      SqlFile.run(connection, Files.readString(folder.resolve(schema)));
      List<String> constraints = constraints(connection);
      List<List<String>> answers = SqlFile.load(connection, folder.resolve(data));
      assertThat(constraints(connection)).isEqualTo(constraints);
      for (DataTable table : tables.tables()) {
        assertThat(rows(connection, table, target.name()))
            .as(table.table().name() + " on " + server)
            .isEqualTo(rows(origin, table, source.name()));
      }
      assertThat(answers).filteredOn(row -> row.contains("DIFFERENT")).isEmpty();
      assertThat(answers).filteredOn(row -> row.contains("ok")).hasSize(tables.tables().size());
    }
  }

  /** What PostgreSQL's files take off and put back around the rows. */
  private List<String> constraints(Connection connection) throws SQLException {
    List<String> all = new ArrayList<>();
    if (!server.product().isMySqlFamily()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET search_path = ''"); // names are shown as the files leave it
        try (ResultSet results =
            statement.executeQuery(
                """
                SELECT concat_ws(' ', k.conrelid::regclass, k.conname, k.convalidated,
                  pg_get_constraintdef(k.oid), obj_description(k.oid, 'pg_constraint'))
                FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
                WHERE n.nspname NOT LIKE 'pg_%' AND n.nspname <> 'information_schema'
                    AND k.conislocal
                ORDER BY 1
                """)) {
          while (results.next()) {
            all.add(results.getString(1));
          }
        }
      }
    }
    return all;
  }

  private List<String> rows(Connection connection, DataTable table, String database)
      throws SQLException {
    boolean mysql = server.product().isMySqlFamily();
    TableName name = table.table().name();
    String from =
        mysql ? "`" + database + "`.`" + name.name() + "`" : table.dialect().qualified(name);
    String shown =
        mysql
            ? mySqlColumns(connection, database, name.name())
            // t alone would be the column of that name, where there is one
            : "CAST(t.tableoid::regclass AS text), CAST((t.*) AS text)";
    String where = table.condition().map(c -> " WHERE " + c).orElse("");
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (mysql) {
        statement.execute("SET time_zone = '+00:00'");
        where = where.replace("`" + source.name() + "`", "`" + database + "`");
      } else {
        statement.execute("SET timezone = 'UTC'");
        statement.execute("SET search_path = ''");
      }
      try (ResultSet results =
          statement.executeQuery("SELECT " + shown + " FROM " + from + " t" + where)) {
        int columns = results.getMetaData().getColumnCount();
        while (results.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(String.valueOf(results.getString(i)));
          }
          rows.add(String.join(" | ", row));
        }
      }
    }
    rows.sort(null);
    return rows;
  }

  /** Every value in a form that neither driver nor text protocol can round. */
  private static String mySqlColumns(Connection connection, String database, String table)
      throws SQLException {
    TreeMap<Integer, String> columns = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet results =
            statement.executeQuery(
                "SELECT ordinal_position, column_name, data_type FROM information_schema.columns"
                    + " WHERE table_schema = '"
                    + database
                    + "' AND table_name = '"
                    + table
                    + "'")) {
      while (results.next()) {
        String column = "t.`" + results.getString(2).replace("`", "``") + "`";
        columns.put(
            results.getInt(1),
            switch (results.getString(3)) {
              case "float" -> "CONCAT(" + column + " * 1e0)";
              case "bit" -> "BIN(" + column + " + 0)";
              case "double",
                  "tinyint",
                  "smallint",
                  "mediumint",
                  "int",
                  "bigint",
                  "decimal",
                  "year" ->
                  "CONCAT(" + column + ")";
              default -> "HEX(" + column + ")";
            });
      }
    }
    return columns.values().stream().collect(Collectors.joining(", "));
  }

  static boolean copies(TestServer server) {
    return server.product() == Product.POSTGRESQL;
  }
}
