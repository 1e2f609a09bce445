package dev.shardwright.introspect.server;

import dev.shardwright.model.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A server process in its throwaway folder. It ends and the folder goes when it is closed, at the
 * latest with the program.
 */
final class RunningServer implements AutoCloseable {
  private static final int POLL_MILLIS = 20;
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Process process;
  private final Path folder;
  private final Consumer<Process> stop;
  private final Thread hook;

  private RunningServer(Process process, Path folder, Consumer<Process> stop) {
    this.process = process;
    this.folder = folder;
    this.stop = stop;
    this.hook = new Thread(this::end, "end of " + folder.getFileName());
  }

  /** Tries whether the server answers already. */
  interface Knock {
    boolean answered();
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param stop asks the process to end at once; it is killed if it does not
   */
  static RunningServer start(
      List<String> command, Path folder, Consumer<Process> stop, Knock knock, Progress progress)
      throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(folder).toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Programs.nothing()))
            .start();
    RunningServer server = new RunningServer(process, folder, stop);
    Runtime.getRuntime().addShutdownHook(server.hook);
    boolean ready = false;
    try {
      server.await(knock, progress);
      ready = true;
    } finally {
      if (!ready) {
        server.close();
      }
    }
    return server;
  }

  /** A port of the loopback address that was free a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String randomPassword() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the program is ending: the hook does the work
    }
    end();
  }

  private void end() {
    try {
      if (process.isAlive()) {
        stop.accept(process);
      }
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      ThrowawayFolder.delete(folder);
    }
  }

  private void await(Knock knock, Progress progress) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    try {
      while (!knock.answered()) {
        progress.check();
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new IOException("the server ended at once: " + lastLines(folder));
        }
        if (System.nanoTime() > end) {
          throw new IOException("no answer in " + START_SECONDS + " s: " + lastLines(folder));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Progress.Cancelled();
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  private static String lastLines(Path folder) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log(folder)), StandardCharsets.UTF_8).lines().toList();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
