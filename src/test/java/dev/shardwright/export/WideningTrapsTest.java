package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** planner.md 10.3: what widened keys meet on real servers, each handled or told by name. */
class WideningTrapsTest {
  private static final String MYSQL =
      """
      CREATE TABLE clients (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, twice int GENERATED ALWAYS AS (parent_id * 2) VIRTUAL, parent_id int, old_id int, name varchar(9), FOREIGN KEY (parent_id) REFERENCES clients (id));
      CREATE TABLE bills (id decimal(12,0) NOT NULL PRIMARY KEY, client_id int NOT NULL, FOREIGN KEY (client_id) REFERENCES clients (id));
      CREATE TABLE lines_of (id int NOT NULL PRIMARY KEY, bill_id decimal(12,0) NOT NULL, huge decimal(30,0) NOT NULL, UNIQUE (huge), FOREIGN KEY (bill_id) REFERENCES bills (id));
      CREATE TABLE huge_keys (id decimal(30,0) NOT NULL PRIMARY KEY, client_id int NOT NULL, FOREIGN KEY (client_id) REFERENCES clients (id));
      CREATE TABLE parted (id int NOT NULL, client_id int NOT NULL, PRIMARY KEY (id, client_id)) PARTITION BY RANGE (id) (PARTITION below VALUES LESS THAN (-5), PARTITION rest VALUES LESS THAN MAXVALUE);
      CREATE TABLE spread (id int NOT NULL, client_id int NOT NULL, PRIMARY KEY (id)) PARTITION BY HASH (id DIV 10) PARTITIONS 2;
      CREATE VIEW narrow_view AS SELECT CAST(id AS SIGNED) AS id FROM clients;
      CREATE FUNCTION is_vip(c int) RETURNS int DETERMINISTIC RETURN c % 2;
      CREATE VIEW vips AS SELECT id FROM clients WHERE is_vip(id) = 0;
      DELIMITER //
      CREATE FUNCTION name_of(p_client int) RETURNS varchar(9) READS SQL DATA BEGIN DECLARE v_id int; SET v_id = p_client; RETURN (SELECT name FROM clients WHERE id = v_id); END//
      DELIMITER ;
      """;

  private static final String POSTGRES =
      """
      CREATE DOMAIN client_no AS integer;
      CREATE TABLE clients (id serial PRIMARY KEY, parent_id integer REFERENCES clients, twice integer GENERATED ALWAYS AS (parent_id * 2) STORED, old_id integer, name text, CHECK (id::smallint IS NOT NULL));
      CREATE TABLE bills (id numeric(12) PRIMARY KEY, client_id integer NOT NULL REFERENCES clients);
      CREATE TABLE lines_of (id integer PRIMARY KEY, bill_id numeric(12) NOT NULL REFERENCES bills);
      CREATE TABLE huge_keys (id numeric(30) PRIMARY KEY, client_id integer NOT NULL REFERENCES clients);
      CREATE TABLE tagged (id client_no PRIMARY KEY, client_id integer NOT NULL REFERENCES clients);
      CREATE TABLE spread (id integer NOT NULL, client_id integer NOT NULL REFERENCES clients) PARTITION BY HASH ((client_id / 10));
      CREATE TABLE spread_0 PARTITION OF spread FOR VALUES WITH (MODULUS 1, REMAINDER 0);
      CREATE VIEW narrow_view AS SELECT id::int2 AS id FROM clients;
      CREATE FUNCTION name_of(p_client integer) RETURNS text LANGUAGE plpgsql AS $$ DECLARE v_id integer := p_client; BEGIN RETURN (SELECT name FROM clients WHERE id = v_id); END $$;
      """;

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void whatIsNotRewrittenIsNamed(TestServer server) throws SQLException {
    RoundTrip trip = trip(server);
    trip.proves();
    Map<String, String> places = places(trip.plan());
    boolean mysql = server.product().isMySqlFamily();
    assertThat(place(places, "name_of"))
        .isEqualTo(
            "p_client " + (mysql ? "int" : "integer") + ", v_id " + (mysql ? "int" : "integer"));
    assertThat(place(places, "narrow_view")).isEqualTo(mysql ? "AS signed" : "::smallint");
    if (mysql) {
      assertThat(place(places, "is_vip")).isEqualTo("c int, RETURNS int");
    }
    assertThat(place(places, "clients"))
        .contains("twice is generated from a key and stays int")
        .contains("old_id is named like an id");
    assertThat(place(places, "spread")).contains("it is partitioned by ");
    String file = Exports.preview(trip.plan(), ExportOptions.DEFAULT, "shard_schema.sql");
    String words = file.replaceAll("\\s*\\n--\\s+", " ");
    assertThat(words)
        .contains("unless the setting widenDecimalKeys is true")
        .contains("because no integer type holds as many digits")
        .contains("p_client int");
    if (!mysql) {
      assertThat(words)
          .contains("tagged.id: the domain public.client_no stands on an integer type")
          .contains("::smallint");
    }
  }

  /** PostgreSQL would refuse the view: nobody may find that out while the file loads. */
  @Test
  void aRoutineThatIsCalledWithAnIdIsNamedThoughItTouchesNoTable() throws SQLException {
    RoundTrip trip =
        RoundTrip.of(
            TestServers.postgres(),
            """
            CREATE TABLE clients (id serial PRIMARY KEY, name text);
            CREATE TABLE bills (id serial PRIMARY KEY, client_id integer NOT NULL REFERENCES clients);
            CREATE FUNCTION is_vip(c integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT c % 2 = 0';
            CREATE FUNCTION of_nobody(c integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT c % 2 = 0';
            CREATE VIEW vips AS SELECT id FROM clients WHERE is_vip(id);
            """,
            "clients");
    Map<String, String> places = places(trip.plan());
    assertThat(place(places, "is_vip")).contains("c integer").contains("stops the load");
    assertThat(place(places, "of_nobody")).isEmpty();
  }

  /** An operator class for integer does not take a bigint. */
  @Test
  void anIndexOfAWidenedKeyTakesTheWiderOperatorClass() throws SQLException {
    RoundTrip trip =
        RoundTrip.of(
            TestServers.postgres(),
            """
            CREATE TABLE clients (id serial PRIMARY KEY, n integer);
            CREATE INDEX by_lines ON clients USING brin (id int4_minmax_multi_ops (values_per_range='16'), n int4_bloom_ops);
            CREATE TABLE bills (day date, "client id" smallint NOT NULL REFERENCES clients) PARTITION BY RANGE (day);
            CREATE TABLE bills_of_all PARTITION OF bills DEFAULT;
            CREATE INDEX by_client ON bills_of_all USING brin ("client id" int2_minmax_multi_ops);
            """,
            "clients");
    trip.differences(); // loads
    assertThat(Exports.preview(trip.plan(), ExportOptions.DEFAULT, "shard_schema.sql"))
        .contains("(id int8_minmax_multi_ops (values_per_range='16'), n int4_bloom_ops)")
        .contains("(\"client id\" int8_minmax_multi_ops)");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void wholeDecimalsBecomeBigintOnDemand(TestServer server) throws SQLException {
    RoundTrip trip = trip(server).with(new Decision.Setting("widenDecimalKeys", "true"));
    trip.proves();
    Map<ColumnRef, String> wide =
        Part.widening(trip.plan()).changes().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().to()));
    String to = server.product().isMySqlFamily() ? "bigint unsigned" : "bigint";
    assertThat(wide)
        .containsEntry(column(trip.plan(), "bills", "id"), to)
        .containsEntry(column(trip.plan(), "lines_of", "bill_id"), to)
        .doesNotContainKey(column(trip.plan(), "huge_keys", "id"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.shardwright.testing.TestServers#mySqlFamily")
  void aPartitionBelowZeroKeepsTheSignOfItsKey(TestServer server) throws SQLException {
    KeyWidening widening = Part.widening(parted(server));
    assertThat(widening.changes().values()).extracting(KeyWidening.Change::to).contains("bigint");
    assertThat(widening.signed().values())
        .anyMatch(why -> why.contains("has the partition below below zero"));
  }

  private static Plan parted(TestServer server) throws SQLException {
    RoundTrip trip =
        RoundTrip.of(
            server,
            MYSQL.replace(
                "client_id int NOT NULL, PRIMARY KEY (id, client_id)) PARTITION",
                "x int, client_id int NOT NULL, PRIMARY KEY (id)) PARTITION"),
            "parted");
    trip.proves();
    return trip.plan();
  }

  private static RoundTrip trip(TestServer server) throws SQLException {
    String sql = server.product().isMySqlFamily() ? MYSQL : POSTGRES;
    RoundTrip trip = RoundTrip.of(server, sql, "clients");
    if (!server.product().isMySqlFamily()) {
      return trip;
    }
    // MySQL knows no keys of partitioned tables
    return trip.with(
        new Decision.Virtual(
            column(trip.plan(), "spread", "id").table(),
            List.of("client_id"),
            column(trip.plan(), "clients", "id").table(),
            List.of("id"),
            Optional.empty(),
            false,
            Optional.empty()));
  }

  private static ColumnRef column(Plan plan, String table, String column) {
    return new ColumnRef(
        plan.schema().tables().stream()
            .map(t -> t.name())
            .filter(t -> t.name().equals(table))
            .findFirst()
            .orElseThrow(),
        column);
  }

  private static Map<String, String> places(Plan plan) {
    return NarrowPlaces.of(Part.of(plan, Side.SHARD)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(", ", e.getValue())));
  }

  private static String place(Map<String, String> places, String name) {
    return places.entrySet().stream()
        .filter(e -> e.getKey().matches("(?s).*[.`]" + name + "\\b.*"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
