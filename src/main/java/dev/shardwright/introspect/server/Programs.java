package dev.shardwright.introspect.server;

import dev.shardwright.model.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs the programs of a server: short ones to their end, with what they print. */
final class Programs {
  private static final int POLL_MILLIS = 20;

  private Programs() {}

  /** What a program printed (both streams), and how it ended. */
  record Result(int status, String output) {
    boolean ok() {
      return status == 0;
    }
  }

  /** True on Windows. */
  static boolean windows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /**
   * Runs a program to its end, kills it on cancel or after the time.
   *
   * @throws IOException if it cannot be started or takes too long
   */
  static Result run(List<String> command, long timeoutSeconds, Progress progress)
      throws IOException {
    return run(command, nothing(), timeoutSeconds, progress);
  }

  /** The same, with a file as its standard input. */
  static Result run(List<String> command, File input, long timeoutSeconds, Progress progress)
      throws IOException {
    Path output = Files.createTempFile("shardwright", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(input))
              .start();
      await(process, command, timeoutSeconds, progress);
      return new Result(
          process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  static File nothing() {
    return new File(windows() ? "NUL" : "/dev/null");
  }

  private static void await(
      Process process, List<String> command, long timeoutSeconds, Progress progress)
      throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.check();
        if (System.nanoTime() > end) {
          throw new IOException(command.getFirst() + " did not end in " + timeoutSeconds + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Progress.Cancelled();
    } finally {
      process.destroyForcibly();
    }
  }
}
