package dev.shardwright.ui;

import dev.shardwright.model.Progress;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plan file that is read and planned while the window is built: that keeps one processor busy, so
 * on a second one the plan is there when the window is.
 */
final class ReadAhead {
  private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
  private static final double HALF = 0.5;

  private final Path file;
  private final FutureTask<OpenedFile> read;

  private ReadAhead(Path file) {
    this.file = file;
    this.read = new FutureTask<>(() -> OpenedFile.of(file, Progress.SILENT));
  }

  /** Begins to read at once. */
  static ReadAhead of(Path file, Background background) {
    ReadAhead ahead = new ReadAhead(file);
    background.run(
        "read-ahead",
        "",
        progress -> {
          ahead.read.run(); // what goes wrong is kept for whoever takes the result
          return true;
        },
        done -> {},
        failure -> LOG.warn("a plan file could not be read ahead", failure));
    return ahead;
  }

  Path file() {
    return file;
  }

  /** What was read, as soon as it is there; throws what the reading threw. */
  OpenedFile take(Progress progress) throws Exception {
    progress.step(Texts.of("job.openFile", file.getFileName()), HALF);
    try {
      return read.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
