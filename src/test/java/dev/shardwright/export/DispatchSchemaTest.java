package dev.shardwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.export.ExportOptions.Layout;
import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import dev.shardwright.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DispatchSchemaTest {
  private static final String SHOP =
      "clients(id:integer, login:varchar!, email:text, area:varchar!, number:integer!,"
          + " unique[login], unique[area number]) users(id:integer, api_key:text!,"
          + " client_id:integer! -> clients)";

  static Stream<TestServer> servers() {
    return TestServers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void everyLayoutLoads(TestServer server) throws SQLException {
    for (Layout layout : Layout.values()) {
      load(server, text(plan(server.product(), SHOP), layout));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void aClientIsFoundLockedAndMoved(TestServer server) throws SQLException {
    TestDatabase database = load(server, text(plan(server.product(), SHOP), Layout.DIRECTORY));
    try (Connection connection = database.admin();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO shards (shard_no, name, host, port, db, id_slot)"
              + " VALUES (1, 'one', 'a', 1, 'x', 1), (2, 'two', 'b', 1, 'x', 2)");
      statement.execute("INSERT INTO client_dispatch (client_id, shard_no) VALUES (7, 1)");
      statement.execute("INSERT INTO dispatch_clients_login VALUES ('ann', 7)");
      assertThatThrownBy(
              () -> statement.execute("INSERT INTO dispatch_clients_login VALUES ('ann', 7)"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute("UPDATE client_dispatch SET state = 'asleep'"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute("UPDATE client_dispatch SET shard_no = 3"))
          .isInstanceOf(SQLException.class);
      statement.execute("UPDATE client_dispatch SET state = 'locked' WHERE client_id = 7");
      statement.execute(
          "UPDATE client_dispatch SET shard_no = 2, previous_shard_no = 1, state = 'moved'");
      statement.execute("DELETE FROM client_dispatch WHERE client_id = 7");
      assertThat(statement.executeQuery("SELECT 1 FROM dispatch_clients_login").next()).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void aTextKeyNamesClientsToo(TestServer server) throws SQLException {
    String type = server.product().isMySqlFamily() ? "varchar" : "uuid";
    Plan plan = plan(server.product(), "clients(id:" + type + ") orders(id:integer)");
    String text = text(plan, Layout.DIRECTORY);
    if (!server.product().isMySqlFamily()) {
      assertThat(text).contains("client_id uuid NOT NULL");
      load(server, text);
      load(server, text(plan, Layout.RANGE));
    }
  }

  @Test
  void chosenKeysOfOtherTablesLeadToTheClient() {
    Plan plan =
        Plan.of(
            Schemas.parse(SHOP),
            Decisions.root(Schemas.table("clients"))
                .with(new Decision.DispatchKey(Schemas.table("users"), List.of("api_key"))),
            Evidence.NONE);
    String text = text(plan, Layout.DIRECTORY);
    assertThat(text)
        .contains("CREATE TABLE dispatch_users_api_key (\n  value text NOT NULL,")
        .contains("CREATE TABLE dispatch_clients_area_number (\n  area varchar NOT NULL,\n  number")
        .contains("unique nor chosen: email");
  }

  @Test
  void anIndexThatNamesAColumnTwiceIsLookedUpByItOnce() throws SQLException {
    Plan plan =
        plan(
            Product.POSTGRESQL,
            "clients(id:integer, login:varchar!, area:varchar!, number:integer!, unique[login"
                + " login], unique[area number area], unique[login])");
    String text = text(plan, Layout.DIRECTORY);
    assertThat(text).containsOnlyOnce("CREATE TABLE dispatch_clients_login (");
    load(TestServers.postgres(), text);
  }

  @Test
  void wideKeysOfTheRootAreWideInDispatch() {
    assertThat(text(plan(Product.MYSQL, SHOP), Layout.DIRECTORY))
        .contains("client_id bigint unsigned NOT NULL");
    assertThat(text(plan(Product.POSTGRESQL, SHOP), Layout.DIRECTORY))
        .contains("client_id bigint NOT NULL");
  }

  @Test
  void aRootWithoutASingleKeyIsRefusedInOneSentence() {
    Plan plan = plan(Product.POSTGRESQL, "clients(a:integer!, b:integer!, pk[a b])");
    assertThatThrownBy(() -> text(plan, Layout.DIRECTORY))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("public.clients")
        .hasMessageContaining("primary key is (a, b)");
  }

  private static Plan plan(Product product, String schema) {
    String typed = product.isMySqlFamily() ? schema.replace(":varchar", ":varchar_40") : schema;
    return Plan.of(
        MySqlTypes.bracketed(Schemas.parse(product, typed)),
        Decisions.root(Schemas.table("clients")),
        Evidence.NONE);
  }

  private static String text(Plan plan, Layout layout) {
    return Exports.preview(plan, ExportOptions.DEFAULT.with(layout), "dispatch_schema.sql");
  }

  private static TestDatabase load(TestServer server, String text) throws SQLException {
    TestDatabase database = server.newDatabase();
    try (Connection connection = database.admin()) {
      SqlFile.run(connection, text);
    }
    return database;
  }
}
