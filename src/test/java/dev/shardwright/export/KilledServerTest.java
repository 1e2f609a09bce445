package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.introspect.server.MySqlProgram;
import dev.shardwright.introspect.server.MySqlServer;
import dev.shardwright.introspect.server.PostgresServer;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies while its rows stream: one sentence, and no half file. */
class KilledServerTest {
  /** More than any buffer on the way holds: some 24 MB. */
  private static final int ROWS = 12_000;

  private static final long ENOUGH = 3_000;

  @TempDir Path folder;

  @Test
  void postgresDiesInTheMiddle() throws SQLException {
    try (PostgresServer server = PostgresServer.start(Progress.SILENT)) {
      dies(server.createDatabase("shop"), server::close);
    }
  }

  @Test
  void mariaDbDiesInTheMiddle() throws SQLException {
    dies(MySqlProgram.named(TestServers.mariaDbProgram(), Progress.SILENT));
  }

  @Test
  void mySqlDiesInTheMiddle() throws SQLException {
    dies(TestServers.mySqlProgram());
  }

  private void dies(MySqlProgram program) throws SQLException {
    try (MySqlServer server = MySqlServer.start(program, Progress.SILENT)) {
      try (Connection admin = server.admin();
          Statement statement = admin.createStatement()) {
        statement.execute("CREATE DATABASE shop");
      }
      dies(server.loader(List.of("shop")), server::close);
    }
  }

  private void dies(JdbcSource source, Runnable kill) throws SQLException {
    fill(source);
    try (Session session = Session.open(source, Progress.SILENT)) {
      Plan plan = plan(session);
      AtomicLong rows = new AtomicLong();
      assertThatThrownBy(() -> export(session, plan, rows, kill))
          .isInstanceOf(UserError.DatabaseRefused.class)
          .hasMessageMatching(
              "The rows of \\S*notes cannot be read\\. The connection to \\S+ was lost[^\n]*");
      assertThat(rows.get()).isBetween(ENOUGH, (long) ROWS - 1);
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static void fill(JdbcSource source) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                source.url(), source.user().orElseThrow(), source.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE clients (id integer PRIMARY KEY)");
      statement.execute("CREATE TABLE notes (id integer PRIMARY KEY, note text)");
      StringBuilder many = new StringBuilder("INSERT INTO notes VALUES (0, '')");
      String text = "'" + "words ".repeat(340) + "')";
      for (int i = 1; i < ROWS; i++) {
        many.append(", (").append(i).append(", ").append(text);
      }
      statement.execute(many.toString());
    }
  }

  private static Plan plan(Session session) {
    Schema schema = Introspector.read(session, List.of(), "shop", Progress.SILENT);
    TableName root =
        schema.tables().stream()
            .map(table -> table.name())
            .filter(name -> name.name().equals("clients"))
            .findFirst()
            .orElseThrow();
    return Plan.of(schema, Decisions.root(root), Evidence.NONE);
  }

  private void export(Session session, Plan plan, AtomicLong rows, Runnable kill) {
    Exports.write(
        plan,
        ExportOptions.DEFAULT.with(ExportOptions.Data.INSERT),
        folder,
        Set.of("neutral_data"),
        true,
        Progress.SILENT,
        Optional.of(progress -> new Dying(Snapshot.beside(session, progress), rows, kill)));
  }

  /** Rows whose server is killed after some of them. */
  private record Dying(RowSource source, AtomicLong rows, Runnable kill) implements RowSource {
    @Override
    public List<String> standing() {
      return source.standing();
    }

    @Override
    public boolean replica() {
      return source.replica();
    }

    @Override
    public void check(TableName table, String select) {
      source.check(table, select);
    }

    @Override
    public long read(TableName table, String select, int columns, RowReader reader)
        throws IOException {
      return source.read(
          table,
          select,
          columns,
          row -> {
            reader.row(row);
            if (rows.incrementAndGet() == ENOUGH) {
              kill.run();
            }
          });
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
