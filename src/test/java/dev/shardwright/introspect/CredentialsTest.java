package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing was given, the user's own option file says who he is; and only then. */
class CredentialsTest {
  @TempDir Path folder;

  @Test
  void theClientGroupGivesUserAndPassword() throws Exception {
    JdbcSource source = completed("jdbc:mysql://h/d", Optional.empty(), Secret.NONE);
    assertThat(source.user()).contains("dba");
    assertThat(source.password().reveal()).isEqualTo("se#cret");
    assertThat(source.toString()).doesNotContain("se#cret");
  }

  @Test
  void whatWasGivenStays() throws Exception {
    JdbcSource given = completed("jdbc:mysql://h/d", Optional.of("me"), Secret.of("mine"));
    assertThat(given.user()).contains("me");
    assertThat(given.password().reveal()).isEqualTo("mine");
    assertThat(completed("jdbc:mysql://h/d", Optional.of("me"), Secret.NONE).password().isEmpty())
        .isTrue();
  }

  @Test
  void theFileIsNotForOtherServers() throws Exception {
    assertThat(completed("jdbc:postgresql://h/d", Optional.empty(), Secret.NONE).user()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          password=plain                     | plain
          password = "with # and 'quotes'"   | with # and 'quotes'
          password='back\\\\slash\\ts'        | back\\slash	s
          password="two\\sblanks"            | two blanks
          password=before # the comment      | before
          loose_password=loose               | loose
          """)
  void valuesAreReadAsTheClientsReadThem(String line, String password) throws Exception {
    Files.writeString(folder.resolve(".my.cnf"), "[client]\n" + line + "\n");
    assertThat(mine("jdbc:mysql://h/d").password().reveal()).isEqualTo(password);
  }

  @Test
  void theLastOptionCountsAndOtherFilesAreTakenIn() throws Exception {
    Path more = Files.createDirectory(folder.resolve("more.d"));
    Files.writeString(more.resolve("b.cnf"), "[client]\npassword=of b\n");
    Files.writeString(more.resolve("a.cnf"), "[client]\npassword=of a\n");
    Files.writeString(more.resolve("c.txt"), "[client]\npassword=of c\n");
    Path one = Files.writeString(folder.resolve("one.cnf"), "[client]\nuser=included\n");
    Files.writeString(
        folder.resolve(".my.cnf"),
        "[client]\npassword=mine\n!include " + one + "\n!includedir " + more + "\n");
    assertThat(mine("jdbc:mysql://h/d").user()).contains("included");
    assertThat(mine("jdbc:mysql://h/d").password().reveal()).isEqualTo("of b");
    Files.writeString(one, "!include " + folder.resolve(".my.cnf") + "\n[client]\nuser=round\n");
    assertThat(mine("jdbc:mysql://h/d").user()).contains("round");
  }

  @Test
  void onlyTheGroupsOfTheServersOwnClientCount() throws Exception {
    Files.writeString(
        folder.resolve(".my.cnf"),
        """
        [client]
        user=all
        ; a comment
        [client-mariadb]
        user=maria
        [mysqld]
        user=server
        """);
    assertThat(mine("jdbc:mysql://h/d").user()).contains("all");
    assertThat(mine("jdbc:mariadb://h/d").user()).contains("maria");
  }

  @Test
  void aFileThatEverybodyMayWriteIsNotRead() throws Exception {
    Path file = Files.writeString(folder.resolve(".my.cnf"), "[client]\nuser=anybody\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----rw-"));
    assertThat(mine("jdbc:mysql://h/d").user()).isEmpty();
  }

  @Test
  void aUrlWithoutHostGoesWhereTheClientsGo() throws Exception {
    Files.writeString(
        folder.resolve(".my.cnf"), "[client]\nsocket=/run/mysqld/mysqld.sock\nuser=dba\n");
    assertThat(mine("jdbc:mariadb:///shop?sslMode=disable").url())
        .isEqualTo("jdbc:mariadb:///shop?localSocket=/run/mysqld/mysqld.sock&sslMode=disable");
    assertThat(mine("jdbc:mysql://localhost/shop").url()).isEqualTo("jdbc:mysql://localhost/shop");
    Files.writeString(folder.resolve(".my.cnf"), "[client]\nsocket=/run/s\nhost=db1\nport=3307\n");
    assertThat(mine("jdbc:mysql:///shop").url()).isEqualTo("jdbc:mysql://db1:3307/shop");
  }

  @Test
  void theEnvironmentOfPsqlCounts() {
    Map<String, String> environment =
        Map.of("PGHOST", "/run/pg", "PGPORT", "5433", "PGUSER", "dba", "PGPASSWORD", "se#cret");
    JdbcSource source = in(environment, "jdbc:postgresql:///shop");
    assertThat(source.url()).isEqualTo("jdbc:postgresql:///shop?host=/run/pg&port=5433");
    assertThat(source.user()).contains("dba");
    assertThat(source.password().reveal()).isEqualTo("se#cret");
    assertThat(in(environment, "jdbc:postgresql://h/shop").url())
        .isEqualTo("jdbc:postgresql://h/shop");
    assertThat(in(Map.of("PGHOST", "db1"), "jdbc:postgresql:///shop").url())
        .isEqualTo("jdbc:postgresql://db1/shop");
  }

  @Test
  void overASocketWhoIsNotNamedIsWhoIsLoggedIn() {
    JdbcSource source = mine("jdbc:postgresql:///shop?host=/run/pg");
    assertThat(source.user()).contains(System.getProperty("user.name"));
    assertThat(source.password().isEmpty()).isTrue();
  }

  private JdbcSource mine(String url) {
    return in(Map.of(), url);
  }

  private JdbcSource in(Map<String, String> environment, String url) {
    return new Credentials(folder, environment)
        .on(new JdbcSource(url, Optional.empty(), Secret.NONE, List.of()));
  }

  private JdbcSource completed(String url, Optional<String> user, Secret password)
      throws IOException {
    Path file = folder.resolve(".my.cnf");
    Files.writeString(
        file,
        """
        [mysqldump]
        user=other
        [client]
        # who I am
        user = dba
        password="se#cret"
        """);
    return new Credentials(folder, Map.of()).on(new JdbcSource(url, user, password, List.of()));
  }
}
