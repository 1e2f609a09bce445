package dev.shardwright;

import dev.shardwright.cli.ShardwrightCommand;
import dev.shardwright.ui.App;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Starts Shardwright: the command line with a verb, else the window, else the text job. */
public final class Launcher {
  private static final int CANCELLED = 130;

  private Launcher() {}

  public static void main(String[] args) {
    // SQL, JSON and SVG take no other digits than 0 to 9, and the program's texts are English: the
    // user's language counts for what Java and the desktop say themselves, never for numbers.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.setOut(wide(System.out, FileDescriptor.out));
    System.setErr(wide(System.err, FileDescriptor.err));
    LogFile.open();
    int status = run(args);
    // After Ctrl-C the JVM is ending already, with 130 of its own, and waits for this thread: an
    // exit from here would wait for the JVM in turn.
    if (status != CANCELLED) {
      System.exit(status);
    }
  }

  /**
   * Where no language is set, as in containers and cron, Java prints a ? for all that is not ASCII.
   */
  private static PrintStream wide(PrintStream stream, FileDescriptor to) {
    return stream.charset().equals(StandardCharsets.US_ASCII)
        ? new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8)
        : stream;
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
    return missing.map(why -> textJob().run(why, args)).orElse(0);
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

  /** In a build tree the build says where the exports go. */
  private static TextJob textJob() {
    String folder = System.getProperty("shardwright.exports", "shardwright-export/car-rental");
    return new TextJob(Path.of(folder), System.out, System.err);
  }
}
