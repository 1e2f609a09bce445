package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private JdbcSource completed(String url, Optional<String> user, Secret password)
      throws IOException {
    Path file = folder.resolve("my.cnf");
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
    return Credentials.completed(new JdbcSource(url, user, password, List.of()), file);
  }
}
