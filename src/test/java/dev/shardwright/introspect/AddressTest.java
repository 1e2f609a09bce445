package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL says in one way that a socket is meant, and every other way is put right. */
class AddressTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          jdbc:postgresql:///shop?host=/var/run/postgresql, /var/run/postgresql/.s.PGSQL.5432
          jdbc:postgresql:///shop?host=/run/pg&port=5433, /run/pg/.s.PGSQL.5433
          jdbc:postgresql://localhost:5434/shop?host=/run/pg, /run/pg/.s.PGSQL.5434
          jdbc:postgresql:///shop?host=%2Frun%2Fmy%20pg, /run/my pg/.s.PGSQL.5432
          jdbc:postgresql:///?host=/run/pg, /run/pg/.s.PGSQL.5432
          jdbc:mysql:///shop?localSocket=/run/mysqld/mysqld.sock, /run/mysqld/mysqld.sock
          jdbc:mariadb://localhost:3306/shop?sslMode=disable&localSocket=/run/s, /run/s
          """)
  void aSocketIsUnderstood(String url, String file) {
    Address address = Address.parse(url).orElseThrow();
    assertThat(address.local()).isTrue();
    assertThat(address.socket().orElseThrow().file()).isEqualTo(Path.of(file));
    assertThat(Address.parse(address.url())).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:///shop?localSocket=/run/pg",
        "jdbc:postgresql:///shop?host=db1",
        "jdbc:postgresql://%2Fvar%2Frun%2Fpostgresql/shop",
        "jdbc:postgresql:shop?host=/var/run/postgresql",
        "jdbc:postgresql://db1/shop?host=/var/run/postgresql",
        "jdbc:postgresql://db1/shop?socketFactory=org.example.Sockets",
        "jdbc:postgresql:///shop?host=%zz"
      })
  void anyOtherWayIsPutRightForPostgreSql(String url) {
    assertThatThrownBy(() -> Address.parse(url))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            url.endsWith("%zz") ? "badly escaped" : "jdbc:postgresql:///database?host=/var/run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql:///shop?socket=/run/mysqld/mysqld.sock",
        "jdbc:mysql:///shop?unix_socket=/run/mysqld/mysqld.sock",
        "jdbc:mysql:///shop?host=/run/mysqld/mysqld.sock",
        "jdbc:mysql:///shop?localSocket=mysqld.sock",
        "jdbc:mysql://db1/shop?localSocket=/run/mysqld/mysqld.sock",
        "jdbc:mysql:///shop?socketFactory=org.example.Sockets&junixsocket.file=/run/s"
      })
  void anyOtherWayIsPutRightForMySqlAndMariaDb(String url) {
    for (String product : List.of("mysql", "mariadb")) {
      assertThatThrownBy(() -> Address.parse(url.replace("mysql:", product + ":")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("jdbc:" + product + ":///database?localSocket=/run");
    }
  }

  @Test
  void whatIsSaidOfASourceNamesTheSocketAndNoSecret() {
    JdbcSource source =
        new JdbcSource(
            "jdbc:postgresql:///shop?host=/run/pg&port=5433&password=geheim",
            Optional.of("dba"),
            Secret.NONE,
            List.of());
    assertThat(source.described()).isEqualTo("jdbc:postgresql:///shop?host=/run/pg&port=5433");
    Connections.Remembered remembered = Connections.Remembered.of(source);
    assertThat(remembered.name()).isEqualTo("shop on /run/pg:5433");
    assertThat(remembered.url()).isEqualTo("jdbc:postgresql:///shop?host=/run/pg&port=5433");
  }

  @Test
  void aHostStaysAHost() {
    Address address = Address.parse("jdbc:mysql://h:3307/shop?a=b").orElseThrow();
    assertThat(address).isEqualTo(new Address(Product.MYSQL, "h", "3307", "shop", "a=b"));
    assertThat(address.socket()).isEmpty();
    assertThat(address.url()).isEqualTo("jdbc:mysql://h:3307/shop?a=b");
    assertThat(Address.parse("jdbc:postgresql://a,b/shop?targetServerType=any")).isPresent();
    assertThat(Address.parse("jdbc:postgresql://[::1]/shop")).isEmpty();
  }
}
