package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.ConnectionTest.Role;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.testing.TestServer;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Before a schema is read one can see what answers, how big it is and what one may not see. */
class ConnectionTestTest {
  private static final String EVERY = "dev.shardwright.testing.TestServers#everyVersion";

  @ParameterizedTest
  @MethodSource(EVERY)
  void theServerTellsWhatItIs(TestServer server) throws Exception {
    TestDatabase database = filled(server);
    ConnectionTest test = ConnectionTest.of(database.source(), Progress.SILENT);
    assertThat(test.product()).isEqualTo(server.product());
    assertThat(test.version()).startsWith(server.version().substring(0, 2));
    assertThat(test.database()).isEqualTo(database.name());
    assertThat(test.role()).isIn(Role.PRIMARY, Role.UNKNOWN);
    assertThat(test.schemas())
        .extracting(SchemaSize::name)
        .contains(home(database, server.product()));
    assertThat(test.statements()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void eachSchemaComesWithItsSize(TestServer server) throws Exception {
    TestDatabase database = filled(server);
    SchemaSize size =
        ConnectionTest.of(database.source(), Progress.SILENT).schemas().stream()
            .filter(schema -> schema.name().equals(home(database, server.product())))
            .findFirst()
            .orElseThrow();
    assertThat(size.tables()).isEqualTo(2);
    assertThat(size.bytes().orElseThrow()).isPositive();
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void anOwnerSeesAllButWhatIsTheServersOwn(TestServer server) throws Exception {
    ConnectionTest test = ConnectionTest.of(filled(server).source(), Progress.SILENT);
    assertThat(test.missing())
        .extracting(MissingRight::objects)
        .allMatch(what ->
            what.startsWith("texts of routines") || what.equals("whether the server is a replica"));
  }

  @ParameterizedTest
  @MethodSource(EVERY)
  void everyGrantThatIsNamedGivesWhatWasMissing(TestServer server) throws Exception {
    TestDatabase database = filled(server);
    JdbcSource stranger = stranger(database, server.product());
    ConnectionTest before = ConnectionTest.of(stranger, Progress.SILENT);
    assertThat(before.missing())
        .extracting(MissingRight::objects)
        .anyMatch(what -> what.endsWith(" of " + home(database, server.product())));
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      for (MissingRight right : before.missing()) {
        statement.execute(right.grant());
      }
    }
    assertThat(ConnectionTest.of(stranger, Progress.SILENT).missing()).isEmpty();
  }

  private static TestDatabase filled(TestServer server) throws Exception {
    TestDatabase database =
        server
            .newDatabase()
            .with(
                "CREATE TABLE clients (id int PRIMARY KEY)",
                "CREATE TABLE orders (id int PRIMARY KEY, client_id int REFERENCES clients (id))",
                "INSERT INTO clients VALUES (1), (2)");
    if (server.product() == Product.POSTGRESQL) {
      database.with(
          "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
          "CREATE POLICY own ON orders USING (client_id = 1)",
          "ANALYZE");
    }
    return database;
  }

  private static String home(TestDatabase database, Product product) {
    return product == Product.POSTGRESQL ? "public" : database.name();
  }

  /** A user who may connect and no more than must be. */
  private static JdbcSource stranger(TestDatabase database, Product product) throws Exception {
    String user = "stranger_" + Long.toString(System.nanoTime(), 36);
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement()) {
      if (product == Product.POSTGRESQL) {
        statement.execute("CREATE ROLE \"" + user + "\" LOGIN PASSWORD 'Secret-1'");
        statement.execute(
            "GRANT CONNECT ON DATABASE \"" + database.name() + "\" TO \"" + user + '"');
        statement.execute("REVOKE USAGE ON SCHEMA public FROM PUBLIC");
      } else {
        statement.execute("CREATE USER `" + user + "` IDENTIFIED BY 'Secret-1'");
        statement.execute("GRANT SELECT ON `" + database.name() + "`.clients TO `" + user + "`");
      }
    }
    return new JdbcSource(
        database.source().url(),
        Optional.of(user),
        Secret.of("Secret-1"),
        database.source().schemas());
  }
}
