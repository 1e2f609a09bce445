package dev.shardwright.introspect.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decisions;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.introspect.Introspector;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.introspect.Secret;
import dev.shardwright.introspect.Session;
import dev.shardwright.introspect.Snapshot;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real hot standby as the source: a copy of its primary that replays its WAL. */
class HotStandbyTest {
  private static final TableName CITIES = new TableName("public", "cities");
  private static final String ALL = "SELECT t.name FROM public.cities t";

  @TempDir Path folder;

  @Test
  void theRowsOfAStandbyStandWhereItHadReplayedItsPrimary() throws IOException, SQLException {
    try (Node primary = new Node(Optional.empty());
        Node standby = new Node(Optional.of(primary))) {
      fill(primary, standby);
      String filled = standby.ask("SELECT pg_last_wal_replay_lsn()");
      try (Session session = Session.open(standby.source(), Progress.SILENT)) {
        Schema schema = Introspector.read(session, List.of(), "standby", Progress.SILENT);
        Plan plan =
            Plan.of(schema, Decisions.root(new TableName("public", "clients")), Evidence.NONE);
        Exports.write(
            plan,
            ExportOptions.DEFAULT.at(Instant.parse("2026-11-27T00:00:00Z")),
            folder,
            Set.of("shard_schema", "context_data"),
            true,
            Progress.SILENT,
            Optional.of(progress -> Snapshot.beside(session, progress)));
      }
      String data = Files.readString(folder.resolve("context_data.sql")).replaceAll("\n-- +", " ");
      assertThat(data)
          .contains("One snapshot of a standby. Just before it the standby had replayed the WAL of")
          .doesNotContain("from a primary")
          .contains("public.cities 1000 ");
      // the primary writes on by itself now and then
      String told = data.replaceFirst("(?s).* of its primary up to (\\S+)\\. .*", "$1");
      assertThat(
              primary.ask(
                  "SELECT '"
                      + told
                      + "'::pg_lsn BETWEEN '"
                      + filled
                      + "'::pg_lsn AND pg_current_wal_lsn()"))
          .isEqualTo("t");
    }
  }

  @Test
  void aReadThatThePrimaryOutrunsEndsInASentenceThatHelps() throws IOException, SQLException {
    try (Node primary = new Node(Optional.empty());
        Node standby = new Node(Optional.of(primary))) {
      fill(primary, standby);
      try (Session session = Session.open(standby.source(), Progress.SILENT);
          Snapshot rows = Snapshot.beside(session, Progress.SILENT)) {
        AtomicBoolean outrun = new AtomicBoolean();
        assertThatThrownBy(() ->
                rows.read(
                    CITIES,
                    ALL,
                    1,
                    _ -> {
                      if (outrun.compareAndSet(false, true)) {
                        outrun(primary, standby);
                      }
                    }))
            .isInstanceOf(UserError.DatabaseRefused.class)
            .hasMessageStartingWith(
                "The rows of public.cities cannot be read. The standby ended this read, because the"
                    + " primary removed rows that it still saw.")
            .hasMessageContaining("hot_standby_feedback = on")
            .hasMessageContaining("conflict with recovery");
      }
    }
  }

  @Test
  void aStandbyThatCutsAnIdleReaderIsNotJustALostConnection() throws IOException, SQLException {
    try (Node primary = new Node(Optional.empty());
        Node standby = new Node(Optional.of(primary))) {
      fill(primary, standby);
      try (Session session = Session.open(standby.source(), Progress.SILENT);
          Snapshot rows = Snapshot.beside(session, Progress.SILENT)) {
        rows.check(CITIES, ALL);
        primary.run(OUTRUN);
        reached(primary, standby);
        assertThatThrownBy(() -> rows.read(CITIES, ALL, 1, _ -> {}))
            .isInstanceOf(UserError.DatabaseRefused.class)
            .hasMessageContaining("hot_standby_feedback = on");
      }
    }
  }

  private static final String[] OUTRUN = {
    "DELETE FROM cities WHERE id BETWEEN 11 AND 900", "VACUUM cities"
  };

  /** Until the standby has ended the read, or waits for the reader to take what it wrote. */
  private static void outrun(Node primary, Node standby) {
    try {
      primary.run(OUTRUN);
      String there = "'" + primary.ask("SELECT pg_current_wal_lsn()") + "'::pg_lsn";
      Instant waits = Instant.now().plusSeconds(2);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              standby.ask("SELECT pg_last_wal_replay_lsn() >= " + there).equals("t")
                  || (Instant.now().isAfter(waits)
                      && standby.ask("SELECT pg_last_wal_receive_lsn() >= " + there).equals("t")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(Node primary, Node standby) throws SQLException {
    primary.run(
        "CREATE TABLE cities (id integer PRIMARY KEY, name text NOT NULL)",
        "CREATE TABLE clients (id integer PRIMARY KEY, city_id integer NOT NULL REFERENCES cities)",
        "INSERT INTO cities SELECT i, repeat('city', 5000) || i FROM generate_series(1, 1000) i",
        "INSERT INTO clients VALUES (1, 2)");
    reached(primary, standby);
  }

  private static void reached(Node primary, Node standby) throws SQLException {
    String there = primary.ask("SELECT pg_current_wal_lsn()");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() ->
            standby.ask("SELECT pg_last_wal_replay_lsn() >= '" + there + "'::pg_lsn").equals("t"));
  }

  /** A primary, or a standby that began as a copy of one. */
  private static final class Node implements Reachable, AutoCloseable {
    final int port;
    private final Path data;
    private final String password;
    private final RunningServer running;

    Node(Optional<Node> primary) throws IOException, SQLException {
      PostgresPrograms programs =
          PostgresPrograms.prepare(
              PostgresServer.BUNDLED_VERSION,
              PostgresPrograms::bundled,
              Unprivileged.find(Progress.SILENT),
              Progress.SILENT);
      password = programs.templatePassword();
      Path home = ThrowawayFolder.create();
      data = home.resolve("data");
      if (primary.isPresent()) {
        copy(primary.get());
      } else {
        ThrowawayFolder.copy(programs.template().resolve("data"), data);
      }
      PostgresPrograms.giveTo(programs.runner(), home);
      port = RunningServer.freePort();
      running =
          RunningServer.start(
              programs.command("postgres", settings(data, port)),
              home,
              Process::destroy,
              this::answers,
              Progress.SILENT);
    }

    /** A base backup by hand: the packed programs hold no pg_basebackup. */
    private void copy(Node primary) throws IOException, SQLException {
      try (Connection connection = primary.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_backup_start('standby', true)");
        ThrowawayFolder.copy(primary.data, data);
        try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
          label.next();
          Files.writeString(data.resolve("backup_label"), label.getString(1));
        }
      }
      Files.delete(data.resolve("postmaster.pid"));
      Files.createFile(data.resolve("standby.signal"));
      Files.writeString(
          data.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port="
              + primary.port
              + " user="
              + PostgresPrograms.ADMIN
              + " password="
              + password
              + "'\nmax_standby_streaming_delay = 0\n");
    }

    private static List<String> settings(Path data, int port) {
      List<String> settings = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + port));
      for (String setting :
          List.of(
              "listen_addresses=127.0.0.1",
              "unix_socket_directories=",
              "fsync=off",
              "wal_level=replica",
              "wal_keep_size=64MB",
              "max_wal_senders=3",
              "autovacuum=off",
              "shared_buffers=16MB")) {
        settings.add("-c");
        settings.add(setting);
      }
      return settings;
    }

    @Override
    public JdbcSource source() {
      return new JdbcSource(
          "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
          Optional.of(PostgresPrograms.ADMIN),
          Secret.of(password),
          List.of());
    }

    String ask(String sql) throws SQLException {
      return ask(sql, 1);
    }

    @Override
    public void close() {
      running.close();
    }
  }
}
