package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void addressesAndPasswordsAreMaskedInTheLog() throws Exception {
    String log =
        logged(
            "cannot reach jdbc:postgresql://ada:secret1@db.example.org/shop?password=secret2 now",
            new IllegalStateException("refused, password=secret3 for jdbc:mysql://host/db"));

    assertThat(log).contains("cannot reach jdbc:postgresql:… now", "jdbc:mysql:…", "refused");
    assertThat(log).doesNotContain("secret", "example.org", "//host");
  }

  /** What the program's own log settings write for one message. */
  private String logged(String message, Exception cause) throws Exception {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("shardwright.log", folder.resolve("test.log").toString());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogFileTest.class.getResource("/logback.xml"));
    context.getLogger("dev.shardwright.Test").warn(message, cause);
    context.stop();
    return Files.readString(folder.resolve("test.log"));
  }
}
