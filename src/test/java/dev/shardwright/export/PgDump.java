package dev.shardwright.export;

import dev.shardwright.testing.TestServer.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** What {@code pg_dump -s} says of a database, one entry an object; the judge of our files. */
final class PgDump {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^--\n-- Name: (.*); Type: (.*); Schema: (.*); Owner: .*\n--\n");
  private static final Pattern SESSION = Pattern.compile("(\n+SET default_[^\n]*;)+\\s*$");
  private static final Pattern END =
      Pattern.compile("\n--\n-- PostgreSQL database dump complete\n(?s).*$");

  private PgDump() {}

  /**
   * The program of {@code SHARDWRIGHT_PGDUMP}, else that of the machine, or the test is skipped.
   */
  static String program() {
    String named = System.getenv().getOrDefault("SHARDWRIGHT_PGDUMP", "");
    Optional<String> program =
        List.of(named, cached()).stream()
            .filter(p -> !p.isEmpty() && Files.isExecutable(Path.of(p)))
            .findFirst();
    Assumptions.assumeTrue(
        program.isPresent(),
        "no pg_dump as new as the servers: .ci/pg-dump.sh gets one, SHARDWRIGHT_PGDUMP names it");
    return program.orElseThrow();
  }

  // where .ci/run puts it
  private static String cached() {
    String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path folder =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return folder.resolve("shardwright/pg_dump/bin/pg_dump").toString();
  }

  /** The entries of a database: {@code TYPE schema.name} to text. */
  static Map<String, String> of(TestDatabase database) throws SQLException, IOException {
    Map<String, String> entries = new TreeMap<>();
    String text = END.matcher(run(database)).replaceFirst("\n");
    Matcher head = ENTRY.matcher(text);
    List<int[]> places = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    while (head.find()) {
      places.add(new int[] {head.start(), head.end()});
      String schema = head.group(3).equals("-") ? "" : head.group(3) + ".";
      keys.add(head.group(2) + " " + schema + head.group(1));
    }
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1)[0] : text.length();
      String content = text.substring(places.get(i)[1], end).strip();
      entries.merge(
          keys.get(i),
          SESSION.matcher("\n" + content).replaceFirst("").strip(),
          (a, b) -> a + "\n" + b);
    }
    return entries;
  }

  private static String run(TestDatabase database) throws SQLException, IOException {
    String secret = UUID.randomUUID().toString();
    String role = "dumper_" + secret.replace("-", "");
    String url;
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      url = admin.getMetaData().getURL();
      statement.execute("CREATE ROLE " + role + " LOGIN SUPERUSER PASSWORD '" + secret + "'");
    }
    Path out = Files.createTempFile("shardwright", ".dump");
    try {
      ProcessBuilder dump =
          new ProcessBuilder(
                  program(),
                  "-s",
                  "-O",
                  "-x",
                  "--no-tablespaces",
                  "-U",
                  role,
                  "-w",
                  "-d",
                  url.substring("jdbc:".length()).replaceFirst("\\?.*", ""))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      dump.environment().put("PGPASSWORD", secret);
      int status = dump.start().waitFor();
      String text = Files.readString(out, StandardCharsets.UTF_8);
      if (status != 0) {
        throw new IOException("pg_dump ended with " + status + ": " + text);
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
      try (Connection admin = database.admin();
          Statement statement = admin.createStatement()) {
        statement.execute("DROP ROLE " + role);
      }
    }
  }
}
