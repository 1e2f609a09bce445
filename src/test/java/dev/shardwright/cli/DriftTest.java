package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code check --against} sees of a database that has changed, its rows included. */
class DriftTest {
  private static final String TABLES =
      """
      CREATE TABLE clients (id serial PRIMARY KEY);
      CREATE TABLE posts (id serial PRIMARY KEY, client_id integer NOT NULL REFERENCES clients (id));
      CREATE TABLE comments (
        id serial PRIMARY KEY,
        post_id integer NOT NULL REFERENCES posts (id),
        client_id integer NOT NULL REFERENCES clients (id));
      INSERT INTO clients VALUES (1), (2);
      INSERT INTO posts VALUES (1, 1), (2, 2);
      """;

  @TempDir private Path folder;

  @Test
  void rowsThatChangedAreCountedAgainBecauseOldAnswersWouldHideThem() throws IOException {
    Path plan = plan("INSERT INTO comments VALUES (1, 1, 1);", "full");
    Path now = dump("now.sql", "INSERT INTO comments VALUES (1, 1, 2), (2, 2, 1), (3, 1, 2);");
    Shell drift = against(plan, now);
    assertThat(drift.status()).isEqualTo(1);
    assertThat(drift.json().at("/drift/tables/changed")).isEmpty();
    assertThat(subtype(drift.json().at("/drift/findings/gone"))).isEqualTo("ACCIDENTAL_POSSIBLE");
    JsonNode found = drift.json().at("/drift/findings/new");
    assertThat(subtype(found)).isEqualTo("UNCLEAR");
    assertThat(found.get(0).at("/evidence/violatingRows").asInt()).isEqualTo(3);
  }

  @Test
  void whatWasNeverAskedIsNoDriftWhenItCouldBeAskedNow() throws IOException {
    Path plan = plan("INSERT INTO comments VALUES (1, 1, 1);", "none");
    Path now = dump("now.sql", "INSERT INTO comments VALUES (1, 1, 2);");
    assertThat(against(plan, now).status()).isZero();
    assertThat(against(plan, now, "--evidence", "full").status()).isEqualTo(1);
    assertThat(against(plan, now, "--evidence", "full", "--fail-on", "none").status()).isZero();
  }

  @Test
  void onePlanFileIsComparedWithAnother() throws IOException {
    Path plan = plan("", "none");
    assertThat(against(plan, plan).status()).isZero();
  }

  private Path plan(String rows, String evidence) throws IOException {
    Path file = folder.resolve("then.shardplan");
    Shell shell =
        Shell.run(
            "plan",
            dump("then.sql", rows).toString(),
            "--root",
            "clients",
            "--quiet",
            "--fail-on",
            "none",
            "--evidence",
            evidence,
            "-o",
            file.toString());
    assertThat(shell.status()).as(shell.err()).isZero();
    return file;
  }

  private Path dump(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), TABLES + rows);
  }

  private static Shell against(Path plan, Path now, String... more) {
    String[] args = {
      "check", plan.toString(), "--against", now.toString(), "--quiet", "--format", "json"
    };
    return Shell.run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private static String subtype(JsonNode findings) {
    return findings.get(0).path("subtype").asString();
  }
}
