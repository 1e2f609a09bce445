package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Product;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RoundTripTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  static Stream<Arguments> cases() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(CASES.resolve("expected.json").toFile());
    List<JsonNode> all = expected.valueStream().toList();
    return TestServers.all()
        .flatMap(server -> all.stream().map(c -> Arguments.of(server, c)))
        .filter(a -> Files.exists(file((TestServer) a.get()[0], (JsonNode) a.get()[1])))
        .map(a ->
            Arguments.of(
                a.get()[0],
                ((JsonNode) a.get()[1]).get("id").asString(),
                ((JsonNode) a.get()[1]).get("root").asString()));
  }

  private static Path file(TestServer server, JsonNode fixture) {
    return file(server, fixture.get("id").asString());
  }

  private static Path file(TestServer server, String id) {
    return CASES.resolve(id + (server.product().isMySqlFamily() ? ".mysql.sql" : ".pg.sql"));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("cases")
  void everyFixtureComesBackAsPlanned(TestServer server, String id, String root)
      throws IOException, SQLException {
    String sql = Files.readString(file(server, id));
    if (server.product().isMySqlFamily()) {
      sql = sql.replaceAll("\\bmid\\b", "`mid`"); // a function's name in MariaDB 11.4
    }
    if (server.product() == Product.MYSQL) {
      sql = "SET SESSION restrict_fk_on_non_standard_key = OFF;\n" + sql;
    }
    RoundTrip.of(server, sql, root).proves();
  }

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest(name = "kitchen sink on {0}")
  @MethodSource("servers")
  void everyConstructComesBackAsPlanned(TestServer server) throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    Path file = Path.of("src/test/resources/kitchen-sink", mysql ? "mysql.sql" : "postgresql.sql");
    List<String> schemas = mysql ? List.of() : List.of("public", "crm");
    RoundTrip trip = RoundTrip.of(server, Files.readString(file), "clients", schemas);
    trip.proves();
    String shard = Exports.preview(trip.plan(), ExportOptions.DEFAULT, "shard_schema.sql");
    assertThat(shard)
        .containsPattern("-- view \\S+both_sides: it uses tables that no longer share a database")
        .containsPattern(
            "-- trigger clients_cross of \\S+clients: it uses tables of the other side")
        .doesNotContainPattern("(?m)^CREATE .*(both_sides|clients_cross)");
  }

  /** Ids of rows that are gone are not given again; shards count in slots of their own. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void onlyANeutralTableKeepsWhereItsCounterStands(TestServer server) throws SQLException {
    RoundTrip trip =
        RoundTrip.of(
            server,
            """
            CREATE TABLE clients (id int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 300;
            CREATE TABLE bills (id int PRIMARY KEY, client_id int, FOREIGN KEY (client_id) REFERENCES clients (id));
            CREATE TABLE jobs (id int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 500;
            """,
            "clients");
    trip.proves();
    assertThat(Exports.preview(trip.plan(), ExportOptions.DEFAULT, "neutral_schema.sql"))
        .contains(" AUTO_INCREMENT=500 ");
    assertThat(Exports.preview(trip.plan(), ExportOptions.DEFAULT, "shard_schema.sql"))
        .doesNotContain("AUTO_INCREMENT=");
  }

  static Stream<Arguments> samples() {
    JsonNode samples = new ObjectMapper().readTree(Path.of("sample-schemas/samples.json").toFile());
    return TestServers.all()
        .flatMap(server ->
            samples
                .valueStream()
                .map(sample ->
                    Arguments.of(
                        server, sample.get("name").asString(), sample.get("root").asString())));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("samples")
  void everySampleComesBackAsPlanned(TestServer server, String name, String root)
      throws IOException, SQLException {
    boolean mysql = server.product().isMySqlFamily();
    Path file = Path.of("sample-schemas", name, mysql ? "mysql.sql" : "postgresql.sql");
    RoundTrip.of(server, Files.readString(file), root).proves();
  }
}
