package dev.shardwright;

import dev.shardwright.model.UserFolders;
import java.nio.file.Path;
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
      Path folder = UserFolders.ofThisUser().state();
      System.setProperty(PROPERTY, folder.resolve("shardwright.log").toString());
    }
    // SchemaCrawler, drivers and JavaFX log through java.util.logging, by default to the console;
    // SchemaCrawler names URL and user there.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
