package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.ClientScript;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deletes of client_rows.sql, run on real servers: his rows go, and nobody else's. */
class ClientDeleteTest {
  /**
   * Samples in which every client leads to another, so that nobody can be moved before a repair.
   */
  private static final Set<String> TIED = Set.of("blog-comments", "shop");

  /** A sample with a circle of keys that nothing opens: no portion of it could go alone. */
  private static final String CIRCLE = "help-desk";

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("dev.shardwright.export.RoundTripTest#samples")
  void hisRowsGoAndNothingElse(TestServer server, String sample, String root)
      throws IOException, SQLException {
    try (Trial trial = new Trial(server, sample, root)) {
      assertThat(trial.begin()).isEqualTo(!TIED.contains(sample));
      trial.run(TIED.contains(sample) ? List.of() : trial.script.deletes());
      assertThat(TIED.contains(sample) ? Map.of() : trial.all()).isEqualTo(trial.left);
    }
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("dev.shardwright.export.RoundTripTest#samples")
  void inPortionsTheyGoToo(TestServer server, String sample, String root)
      throws IOException, SQLException {
    try (Trial trial = new Trial(server, sample, root)) {
      if (!trial.begin()) {
        return; // the other test says which samples these are
      }
      if (sample.equals(CIRCLE)) {
        assertThat(trial.script.portions()).isEmpty();
        assertThat(trial.text).contains("teams_lead_fk can only go together");
        return;
      }
      List<String> portions = small(trial.script.portions());
      assertThat(portions).isNotEmpty();
      // stopped in the middle, and begun again at the first
      for (String sql : portions.subList(0, portions.size() / 2)) {
        trial.untilNoneIsLeft(sql);
      }
      trial.run(portions.subList(portions.size() / 2, portions.size() / 2 + 1));
      for (String sql : portions) {
        trial.untilNoneIsLeft(sql);
      }
      assertThat(trial.all()).isEqualTo(trial.left);
    }
  }

  private static List<String> small(List<String> portions) {
    return portions.stream()
        .map(sql -> sql.replace("LIMIT " + DeleteSql.PORTION, "LIMIT 2"))
        .toList();
  }

  /** A sample in a database of its own, and one client of it who is tied to nobody. */
  private static final class Trial implements AutoCloseable {
    private final List<TableName> tables;
    private final Connection connection;
    private final Statement statement;
    private final boolean mysql;
    private final String text;
    private final String rootRows;
    private ClientScript script;
    private Map<String, List<String>> left = Map.of();

    Trial(TestServer server, String sample, String root) throws IOException, SQLException {
      mysql = server.product().isMySqlFamily();
      TestDatabase database = server.newDatabase();
      connection = database.admin();
      statement = connection.createStatement();
      Path file = Path.of("sample-schemas", sample, mysql ? "mysql.sql" : "postgresql.sql");
      SqlFile.run(connection, Files.readString(file));
      RoundTrip trip =
          RoundTrip.of(
              server,
              RoundTrip.read(database.source(), List.of()),
              database.name(),
              root,
              List.of());
      tables = trip.plan().schema().tables().stream().map(Table::name).toList();
      text = Exports.preview(trip.plan(), ExportOptions.DEFAULT, "client_rows.sql");
      rootRows = "SELECT MAX(id) FROM " + root;
      script = new ClientScript(text, List.of("0"));
    }

    /**
     * Chooses a client without ties, rather one with rows, and works out what must be left after he
     * is gone.
     *
     * @return false if every client is tied to another, as in samples that are about just that
     */
    boolean begin() throws SQLException {
      long chosen = 0;
      for (long client = number(rootRows); client > 0 && chosen == 0; client--) {
        name(client);
        chosen = ties() == 0 && his() > 1 ? client : 0;
      }
      for (long client = number(rootRows); client > 0 && chosen == 0; client--) {
        name(client);
        chosen = ties() == 0 && his() == 1 ? client : 0;
      }
      if (chosen > 0) {
        left = all();
        assertThat(removeHis()).isEqualTo(his());
      }
      return chosen > 0;
    }

    private void name(long client) throws SQLException {
      script = new ClientScript(text, List.of(String.valueOf(client)));
      run(script.naming());
    }

    private long his() throws SQLException {
      long his = 0;
      for (String sql : script.under("How many rows", "SELECT")) {
        his += number(sql);
      }
      return his;
    }

    private long ties() throws SQLException {
      long ties = 0;
      for (String sql : script.under("Ties between", "SELECT")) {
        ties += number(sql);
      }
      return ties;
    }

    private long removeHis() throws SQLException {
      List<String> counts = script.under("How many rows", "SELECT");
      List<String> rows = script.under("His rows", "SELECT t.*");
      assertThat(rows).hasSameSizeAs(counts);
      long removed = 0;
      for (int i = 0; i < rows.size(); i++) {
        String name = counts.get(i).substring(8, counts.get(i).indexOf("' AS"));
        for (String row : rows(rows.get(i))) {
          assertThat(left.getOrDefault(name, List.of()).remove(row)).as(name + " " + row).isTrue();
          removed++;
        }
      }
      return removed;
    }

    Map<String, List<String>> all() throws SQLException {
      Map<String, List<String>> all = new TreeMap<>();
      for (TableName name : tables) {
        String quoted =
            mysql
                ? "`" + name.schema() + "`.`" + name.name() + "`"
                : "ONLY \"" + name.schema() + "\".\"" + name.name() + "\"";
        List<String> rows = rows("SELECT t.* FROM " + quoted + " t");
        rows.sort(null);
        all.put(name.toString(), rows);
      }
      return all;
    }

    private List<String> rows(String sql) throws SQLException {
      List<String> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery(sql)) {
        int columns = results.getMetaData().getColumnCount();
        while (results.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            row.append(results.getString(i)).append('|');
          }
          rows.add(row.toString());
        }
      }
      return rows;
    }

    private long number(String sql) throws SQLException {
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(Math.min(2, row.getMetaData().getColumnCount()));
      }
    }

    void run(List<String> statements) throws SQLException {
      for (String sql : statements) {
        run(sql);
      }
    }

    private void run(String sql) throws SQLException {
      try {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + "\n" + sql, e);
      }
    }

    void untilNoneIsLeft(String sql) throws SQLException {
      do {
        run(sql);
      } while (sql.contains("DELETE ") && statement.getUpdateCount() > 0);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
