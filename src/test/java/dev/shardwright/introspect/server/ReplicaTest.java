package dev.shardwright.introspect.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.export.RowSource;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A real replica as the source of rows: two servers, one following the other. */
class ReplicaTest {
  private static final String PASSWORD = "Aa1-" + RunningServer.randomPassword().substring(0, 24);

  @Test
  void theRowsOfAMariaDbReplicaStandWhereItsSourceStood() throws IOException, SQLException {
    MySqlProgram program = MySqlProgram.named(TestServers.mariaDbProgram(), Progress.SILENT);
    stands(
        program,
        port ->
            List.of(
                "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = "
                    + port
                    + ", MASTER_USER = 'ada', MASTER_PASSWORD = '"
                    + PASSWORD
                    + "', MASTER_SSL = 0",
                "START SLAVE"),
        "SHOW MASTER STATUS");
  }

  @Test
  void theRowsOfAMySqlReplicaStandWhereItsSourceStood() throws IOException, SQLException {
    stands(
        TestServers.mySqlProgram(),
        port ->
            List.of(
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = "
                    + port
                    + ", SOURCE_USER = 'ada', SOURCE_PASSWORD = '"
                    + PASSWORD
                    + "', SOURCE_SSL = 0, GET_SOURCE_PUBLIC_KEY = 1",
                "START REPLICA"),
        "SHOW BINARY LOG STATUS");
  }

  private static void stands(
      MySqlProgram program, IntFunction<List<String>> follow, String logStatus)
      throws IOException, SQLException {
    try (Node source = new Node(program, 1);
        Node replica = new Node(program, 2)) {
      replica.run(follow.apply(source.port).toArray(String[]::new));
      source.run(
          "CREATE DATABASE shop",
          "CREATE TABLE shop.clients (id int PRIMARY KEY)",
          "INSERT INTO shop.clients VALUES (1), (2)");
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() ->
              replica.ask("SELECT COUNT(*) FROM shop.clients", 1).equals("2")
                  && told(replica, replica.mariaDb).equals(source.ask(logStatus, 2)));
      try (Session session = Session.open(replica.source(), Progress.SILENT);
          RowSource rows = Snapshot.beside(session, Progress.SILENT)) {
        assertThat(rows.replica()).isTrue();
        assertThat(String.join(" ", rows.standing()))
            .startsWith(
                "One snapshot of a replica. Position just before it: binary log replica-bin")
            .contains(
                "It had run its source's log "
                    + (replica.mariaDb ? "" : "at least ")
                    + "up to "
                    + source.ask(logStatus, 1)
                    + ", position "
                    + source.ask(logStatus, 2)
                    + ".");
      }
      try (Session session = Session.open(source.source(), Progress.SILENT);
          RowSource rows = Snapshot.beside(session, Progress.SILENT)) {
        assertThat(rows.replica()).isFalse();
        assertThat(rows.standing().getFirst())
            .startsWith(
                "One snapshot of the server. Position just before it: binary log source-bin");
      }
    }
  }

  // MySQL's workers tell it every 0.3 s
  private static String told(Node replica, boolean mariaDb) throws SQLException {
    return mariaDb
        ? replica.ask("SHOW SLAVE STATUS", "Exec_Master_Log_Pos")
        : replica.ask("SHOW REPLICA STATUS", "Exec_Source_Log_Pos");
  }

  /** A server with a log of its changes. */
  private static final class Node implements Reachable, AutoCloseable {
    final int port;
    private final boolean mariaDb;
    private final RunningServer running;

    Node(MySqlProgram program, int id) throws IOException {
      Path folder = ThrowawayFolder.create();
      ThrowawayFolder.copy(
          new MySqlTemplate(program, Progress.SILENT).prepare(), folder.resolve("data"));
      Files.writeString(
          folder.resolve("init.sql"),
          "CREATE USER IF NOT EXISTS ada@127.0.0.1 IDENTIFIED BY '"
              + PASSWORD
              + "';\nGRANT ALL ON *.* TO ada@127.0.0.1;\n");
      port = RunningServer.freePort();
      List<String> command = MySqlTemplate.command(program, folder.resolve("data"));
      command.addAll(
          List.of(
              "--bind-address=127.0.0.1",
              "--port=" + port,
              "--socket=" + folder.resolve("s"),
              "--pid-file=" + folder.resolve("pid"),
              "--init-file=" + folder.resolve("init.sql"),
              "--skip-name-resolve",
              "--server-id=" + id,
              "--log-bin=" + (id == 1 ? "source-bin" : "replica-bin")));
      command.addAll(
          program.product() == Product.MARIADB
              ? List.of("--skip-log-error", "--skip-ssl", "--innodb-log-file-size=8M")
              : List.of("--mysqlx=OFF", "--innodb-redo-log-capacity=8388608"));
      mariaDb = program.product() == Product.MARIADB;
      running =
          RunningServer.start(
              command, folder, Process::destroyForcibly, this::answers, Progress.SILENT);
    }

    @Override
    public JdbcSource source() {
      return new JdbcSource(
          mariaDb
              ? "jdbc:mariadb://127.0.0.1:" + port + "/"
              : "jdbc:mysql://127.0.0.1:"
                  + port
                  + "/?allowPublicKeyRetrieval=true&sslMode=DISABLED",
          Optional.of("ada"),
          Secret.of(PASSWORD),
          List.of("shop"));
    }

    String ask(String sql, String column) throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(column);
      }
    }

    @Override
    public void close() {
      running.close();
    }
  }
}
