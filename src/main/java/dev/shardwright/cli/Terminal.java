package dev.shardwright.cli;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.model.WholeFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Where a command prints: results to one stream, progress and warnings to the other. */
final class Terminal {
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .build()
          .writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private final PrintStream out;
  private final PrintStream err;
  private final boolean watched;
  private volatile ConsoleProgress progress;
  private volatile boolean cancelled;

  /**
   * A terminal.
   *
   * @param watched true if a person sees the error stream, so that a bar may move there
   */
  Terminal(PrintStream out, PrintStream err, boolean watched) {
    this.out = out;
    this.err = err;
    this.watched = watched;
    this.progress = new ConsoleProgress(err, ConsoleProgress.Style.SILENT);
  }

  /** Starts showing progress, unless the user wants silence. */
  Progress progress(boolean quiet) {
    ConsoleProgress.Style loud = watched ? ConsoleProgress.Style.BAR : ConsoleProgress.Style.LINES;
    progress = new ConsoleProgress(err, quiet ? ConsoleProgress.Style.SILENT : loud);
    if (cancelled) {
      progress.cancel();
    }
    return progress;
  }

  /** Cancels whatever is running. */
  void cancel() {
    cancelled = true;
    progress.cancel();
  }

  /** True once {@link #cancel()} was called: whatever fails from then on fails because of it. */
  boolean cancelled() {
    return cancelled;
  }

  /**
   * Prints a result.
   *
   * @throws UserError if it did not get there whole, as on a full disk: half of it must not pass
   *     for all
   */
  void print(String text) {
    print(text.getBytes(out.charset()));
  }

  private void print(byte[] bytes) {
    progress.done();
    out.write(bytes, 0, bytes.length);
    if (out.checkError()) {
      throw new UserError("The result could not be printed to its end.");
    }
  }

  /** One JSON document as a file or a terminal shows it. */
  static String text(JsonNode document) {
    return JSON.writeValueAsString(document) + "\n";
  }

  /** Prints one JSON document and nothing else, in UTF-8 whatever the user's language is. */
  void print(JsonNode document) {
    print(text(document).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes one JSON document to a file, complete or not at all. */
  void write(JsonNode document, Path file) {
    WholeFile.write(file, text(document));
  }

  /** A sentence for the user beside the result. */
  void warn(String sentence) {
    progress.done();
    err.println(sentence);
    err.flush();
  }
}
