package dev.shardwright.introspect.dump;

import dev.shardwright.model.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A load under way: tells how far it is by the bytes of the file, and cuts the connection when the
 * user cancels, since the server is thrown away anyway.
 */
final class Loading implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loading.class);
  private static final int STEPS = 200;

  private final String name;
  private final long bytes;
  private final Progress progress;
  private final AutoCloseable watch;
  private long told = -1;

  Loading(String name, long bytes, Connection connection, Progress progress) {
    this.name = name;
    this.bytes = Math.max(1, bytes);
    this.progress = progress;
    this.watch = progress.onCancel(() -> abort(connection));
  }

  /** Tells the progress, at most 200 times in a file. */
  void at(long position) {
    progress.check();
    long step = position * STEPS / bytes;
    if (step != told) {
      told = step;
      progress.step("loading " + name, Math.min(1.0, (double) position / bytes));
    }
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.warn("cannot abort a load", e);
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (Exception e) {
      LOG.warn("cannot stop watching for cancel", e);
    }
  }
}
