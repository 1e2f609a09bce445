package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MariaDB's packages: each half where the tables are that the body uses; planner.md 10.6. */
class PackagesTest {
  private static final Path SINK = Path.of("src/test/resources/kitchen-sink/mariadb.sql");

  private static final ExportOptions STRIPPED =
      new ExportOptions(
          "Shardwright",
          Optional.empty(),
          100,
          List.of(1),
          OptionalInt.empty(),
          Optional.empty(),
          ExportOptions.Layout.DIRECTORY,
          ExportOptions.Definer.STRIP,
          ExportOptions.Data.NONE);

  static Stream<TestServer> mariaDbs() {
    return TestServers.everyVersion().filter(s -> s.toString().startsWith("MariaDB"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mariaDbs")
  void bothHalvesGoWhereTheBodyCan(TestServer server) throws Exception {
    RoundTrip trip = trip(server);
    String shard = text(trip, "shard_schema.sql");
    String neutral = text(trip, "neutral_schema.sql");
    assertThat(shard).contains("PACKAGE \"billing\"", "PACKAGE BODY \"billing\"");
    assertThat(neutral).doesNotContain("\"billing\"").contains("PACKAGE BODY \"jotting\"");
    assertThat(shard).doesNotContain("\"jotting\"");
    assertThat(Stream.of(shard, neutral))
        .allSatisfy(file ->
            assertThat(file)
                .contains("PACKAGE \"only_offered\"")
                .doesNotContain("\"torn\"")
                .contains("-- package " + trip.plan().root().orElseThrow().schema() + ".torn:")
                .contains("-- package body "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mariaDbs")
  void whoCallsAPackageGoesWithIt(TestServer server) throws Exception {
    RoundTrip trip = trip(server);
    assertThat(text(trip, "neutral_schema.sql")).contains("PROCEDURE \"by_package\"");
    assertThat(text(trip, "shard_schema.sql"))
        .doesNotContain("by_package")
        .containsSubsequence("PACKAGE \"billing\"", "PACKAGE BODY \"billing\"", "VIEW `owing`");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mariaDbs")
  void bothHalvesMayBeExecuted(TestServer server) throws Exception {
    assertThat(text(trip(server), "grants.sql"))
        .contains("EXECUTE ON PACKAGE `billing` TO", "EXECUTE ON PACKAGE BODY `billing` TO");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mariaDbs")
  void strippedDefinersLeaveNone(TestServer server) throws Exception {
    assertThat(Exports.preview(trip(server).plan(), STRIPPED, "shard_schema.sql"))
        .contains("CREATE PACKAGE \"billing\"", "CREATE PACKAGE BODY \"billing\"")
        .doesNotContain("DEFINER=");
  }

  private static RoundTrip trip(TestServer server) throws Exception {
    TestDatabase database = server.newDatabase();
    load(database);
    return RoundTrip.of(server, database, "clients");
  }

  private static void load(TestDatabase database) throws SQLException, IOException {
    try (Connection admin = database.admin()) {
      SqlFile.load(admin, Files.readString(SINK));
    }
  }

  private static String text(RoundTrip trip, String file) {
    return Exports.preview(trip.plan(), ExportOptions.DEFAULT, file);
  }
}
