package dev.shardwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.TestServer.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The servers of the tests are what they say they are. */
class TestServersTest {

  @ParameterizedTest
  @MethodSource("dev.shardwright.testing.TestServers#everyVersion")
  void eachTestHasADatabaseOfItsOwn(TestServer server) throws Exception {
    TestDatabase one = server.newDatabase().with("CREATE TABLE t (id int PRIMARY KEY)");
    TestDatabase two = server.newDatabase().with("CREATE TABLE t (id int PRIMARY KEY)");
    assertThat(one.name()).isNotEqualTo(two.name());
    try (Connection admin = two.admin();
        Statement statement = admin.createStatement();
        ResultSet version = statement.executeQuery("SELECT version()")) {
      assertThat(version.next()).isTrue();
      assertThat(version.getString(1)).contains(server.version().replaceFirst("-.*", ""));
    }
  }
}
