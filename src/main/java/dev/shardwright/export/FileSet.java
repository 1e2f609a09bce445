package dev.shardwright.export;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Files that appear together and complete, or not at all: they are written into a folder beside
 * their place and then moved.
 */
final class FileSet {
  private static final String SIGN = "Shardwright";
  private final Path folder;
  private final boolean overwrite;

  /**
   * Files to be written into a folder.
   *
   * @param overwrite true to replace files that Shardwright did not write
   */
  FileSet(Path folder, boolean overwrite) {
    this.folder = folder;
    this.overwrite = overwrite;
  }

  List<Path> write(
      List<Export> exports, BiConsumer<Export, Appendable> content, Progress progress) {
    boolean existed = Files.exists(folder);
    try {
      Files.createDirectories(folder);
      for (Export export : exports) {
        requireConsent(folder.resolve(export.fileName()));
      }
      Path beside = Files.createTempDirectory(folder, ".shardwright-");
      try {
        writeAll(exports, content, progress, beside);
        return moveAll(exports, beside);
      } finally {
        delete(beside);
      }
    } catch (IOException e) {
      throw failed(e);
    } catch (UncheckedIOException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    } finally {
      removeIfEmpty(existed);
    }
  }

  private static void writeAll(
      List<Export> exports, BiConsumer<Export, Appendable> content, Progress progress, Path beside)
      throws IOException {
    beside.toFile().deleteOnExit();
    int done = 0;
    for (Export export : exports) {
      progress.check();
      progress.step("writing " + export.fileName(), (double) done++ / exports.size());
      Path file = beside.resolve(export.fileName());
      file.toFile().deleteOnExit(); // a kill while writing runs this too
      try (Cancellable out = new Cancellable(Files.newOutputStream(file), progress)) {
        content.accept(export, out);
      }
    }
    progress.check();
  }

  private List<Path> moveAll(List<Export> exports, Path beside) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Export export : exports) {
      Path target = folder.resolve(export.fileName());
      Files.move(
          beside.resolve(export.fileName()),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      written.add(target);
    }
    return written;
  }

  private void requireConsent(Path file) throws IOException {
    if (!overwrite && Files.exists(file) && !ours(file)) {
      throw new UserError(
          file + " is there already and was not written by Shardwright; move it away first.");
    }
  }

  private static boolean ours(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file);
        Stream<String> lines = reader.lines()) {
      return lines.limit(12).anyMatch(line -> line.contains(SIGN));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        return false;
      }
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static void delete(Path beside) throws IOException {
    try (Stream<Path> left = Files.list(beside)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(beside);
  }

  private void removeIfEmpty(boolean existed) {
    if (!existed) {
      File made = folder.toFile();
      String[] inside = made.list();
      if (inside != null && inside.length == 0 && !made.delete()) {
        made.deleteOnExit();
      }
    }
  }

  private UserError failed(IOException cause) {
    String reason =
        switch (cause) {
          case AccessDeniedException denied -> "no right to write " + denied.getFile();
          case FileAlreadyExistsException there -> there.getFile() + " is no folder";
          case NoSuchFileException gone -> gone.getFile() + " is not there";
          default -> String.valueOf(cause.getMessage());
        };
    return new UserError("Cannot write to " + folder + ": " + reason + ".", cause);
  }

  /** Passes text on and stops when the user cancels. */
  private static final class Cancellable extends Writer implements Utf8Sink {
    private final OutputStream bytes;
    private final Writer text;
    private final Progress progress;
    private boolean waiting;

    Cancellable(OutputStream file, Progress progress) {
      bytes = new BufferedOutputStream(file, 1 << 16);
      text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
      this.progress = progress;
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
      progress.check();
      text.write(chars, from, length);
      waiting = true;
    }

    @Override
    public void utf8(byte[] utf8, int from, int length) throws IOException {
      progress.check();
      if (waiting) {
        text.flush();
        waiting = false;
      }
      bytes.write(utf8, from, length);
    }

    @Override
    public void flush() throws IOException {
      text.flush();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
