package dev.shardwright;

import dev.shardwright.cli.ShardwrightCommand;
import dev.shardwright.ui.App;
import java.util.Optional;

/** Starts Shardwright: the command line with a verb, else the window, else the text job. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    LogFile.open();
    System.exit(run(args));
  }

  private static int run(String... args) {
    if (ShardwrightCommand.isFor(args)) {
      return ShardwrightCommand.run(args, System.out, System.err);
    }
    Optional<String> missing =
        Screen.missing(
            System.getProperty("os.name", ""),
            System.getProperty("glass.platform", ""),
            System.getenv());
    if (missing.isEmpty()) {
      missing = window(args);
    }
    return missing.map(why -> new TextJob(System.out, System.err).run(why, args)).orElse(0);
  }

  /** Opens the window and waits until it is closed; answers why it could not open. */
  private static Optional<String> window(String... args) {
    try {
      App.open(args);
      return Optional.empty();
    } catch (RuntimeException | UnsatisfiedLinkError e) {
      Optional<String> missing = Screen.missing(e);
      if (missing.isEmpty()) {
        throw e;
      }
      return missing;
    }
  }
}
