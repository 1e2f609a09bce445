package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Stops;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress on a terminal's one line, or one line a step where nobody watches; silent on request.
 */
final class ConsoleProgress implements Progress {
  private static final int BAR_CELLS = 24;

  private final PrintStream err;
  private final Style style;
  private final Stops stops = new Stops();
  private String last = "";

  ConsoleProgress(PrintStream err, Style style) {
    this.err = err;
    this.style = style;
  }

  /** How progress is shown. */
  enum Style {
    BAR,
    LINES,
    SILENT
  }

  @Override
  public synchronized void step(String what, double fraction) {
    switch (style) {
      case BAR -> bar(what, fraction);
      case LINES -> {
        if (!what.equals(last)) {
          err.println(what);
        }
      }
      case SILENT -> {}
    }
    last = what;
  }

  /** A warning is for everybody, also for those who want no progress. */
  @Override
  public synchronized void warn(String sentence) {
    done();
    err.println(sentence);
  }

  private void bar(String what, double fraction) {
    int full = (int) Math.round(Math.clamp(fraction, 0, 1) * BAR_CELLS);
    String cells = "█".repeat(full) + "░".repeat(BAR_CELLS - full);
    err.print(String.format(Locale.ROOT, "\r\u001b[2K%s %s", fraction < 0 ? "" : cells, what));
    err.flush();
  }

  /** Takes the bar away, so that what follows starts on a clean line. */
  synchronized void done() {
    if (style == Style.BAR && !last.isEmpty()) {
      err.print("\r\u001b[2K");
      err.flush();
    }
  }

  /** Cancels the work, as Ctrl-C does. */
  void cancel() {
    stops.cancel();
    stops.run();
  }

  @Override
  public boolean cancelled() {
    return stops.cancelled();
  }

  @Override
  public AutoCloseable onCancel(Runnable stop) {
    return stops.add(stop);
  }
}
