package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.Launcher;
import dev.shardwright.introspect.JdbcSource;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that the disk cannot take: one sentence, status 2, and the files of before as they were. */
class FullDiskTest {
  /** Some 6 MB as SQL. */
  private static final int ROWS = 3_000;

  private static final int NO_MOUNT = 99;

  @TempDir private Path folder;

  /** What the program left behind. */
  private record Ended(int status, String out, String err) {}

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theFilesOfBeforeStayWhenNewOnesCannotBeWritten(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    run(database, "CREATE TABLE clients (id integer PRIMARY KEY)");
    run(database, "CREATE TABLE notes (id integer PRIMARY KEY, note text)");
    Ended before = export(database, "\"$@\"");
    assertThat(before.status()).as(before.err()).isZero();
    String then = Files.readString(data());

    fill(database);
    Ended full = export(database, "ulimit -f 512; \"$@\"");

    assertThat(full.err()).isEqualTo("Cannot write to " + out() + ": File too large.\n");
    assertThat(full.status()).isEqualTo(2);
    assertThat(full.out()).isEmpty();
    assertThat(Files.readString(data())).isEqualTo(then);
    assertThat(names()).containsExactly(".shardwright.sums", "neutral_data.sql");
  }

  /** On a disk of its own, where the system lets a user have one. */
  @Test
  void nothingIsLeftOnADiskWithoutRoom() throws Exception {
    TestDatabase database = TestServers.postgres().newDatabase();
    run(database, "CREATE TABLE clients (id integer PRIMARY KEY)");
    run(database, "CREATE TABLE notes (id integer PRIMARY KEY, note text)");
    fill(database);
    Files.createDirectories(out());
    String disk =
        "unshare -rm bash -c 'mount -t tmpfs -o size=1m none \"%s\" || exit %d; \"$@\"; s=$?; ls -A \"%s\"; exit $s' bash \"$@\""
            .formatted(out(), NO_MOUNT, out());

    Ended full = export(database, disk);

    Assumptions.assumeFalse(
        full.status() == NO_MOUNT || full.err().startsWith("unshare"), "no disk can be mounted");
    assertThat(full.err()).isEqualTo("Cannot write to " + out() + ": No space left on device.\n");
    assertThat(full.status()).isEqualTo(2);
    assertThat(full.out()).isEmpty();
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path data() {
    return out().resolve("neutral_data.sql");
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(out())) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private Ended export(TestDatabase database, String shell) throws Exception {
    JdbcSource source = database.source();
    List<String> command = new ArrayList<>(List.of("bash", "-c", shell, "bash"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dshardwright.log=" + folder.resolve("log"),
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "export",
            source.url(),
            "--user",
            source.user().orElseThrow(),
            "--password-env",
            "OPEN",
            "--root",
            "clients",
            "--to",
            out().toString(),
            "--only",
            "neutral_data",
            "--data",
            "insert",
            "--no-timestamp",
            "--force",
            "--quiet"));
    Path said = folder.resolve("said");
    Path failed = folder.resolve("failed");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(failed.toFile());
    builder.environment().put("OPEN", source.password().reveal());
    int status = builder.start().waitFor();
    return new Ended(status, Files.readString(said), Files.readString(failed));
  }

  private static void fill(TestDatabase database) throws Exception {
    StringBuilder many = new StringBuilder("INSERT INTO notes VALUES (0, '')");
    String text = "'" + "words ".repeat(340) + "')";
    for (int i = 1; i < ROWS; i++) {
      many.append(", (").append(i).append(", ").append(text);
    }
    run(database, many.toString());
  }

  private static void run(TestDatabase database, String sql) throws Exception {
    try (Connection owner = database.owner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
