package dev.shardwright;

import java.nio.file.Path;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the log goes: one file in the user's folder for such things, and nothing on the console.
 */
final class LogFile {
  /** Read by assets/logback.xml. */
  private static final String PROPERTY = "shardwright.log";

  private LogFile() {}

  /** Sets the file up; must run before the first logger is made. */
  static void open() {
    if (System.getProperty(PROPERTY) == null) {
      Path home = Path.of(System.getProperty("user.home", "."));
      Path folder = folder(System.getProperty("os.name", ""), home, System.getenv());
      System.setProperty(PROPERTY, folder.resolve("shardwright.log").toString());
    }
    // SchemaCrawler, drivers and JavaFX log through java.util.logging, by default to the console;
    // SchemaCrawler names URL and user there.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** The platform's folder for logs and other state that may get lost. */
  static Path folder(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("Windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", home + "/AppData/Local");
      return Path.of(local, "Shardwright");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Logs/Shardwright");
    }
    // XDG Base Directory Specification: relative paths there are to be ignored
    Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
    return (state.isAbsolute() ? state : home.resolve(".local/state")).resolve("shardwright");
  }
}
