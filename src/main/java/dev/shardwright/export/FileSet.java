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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

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
   * @param overwrite true to replace files that Shardwright did not write, or that a hand changed
   */
  FileSet(Path folder, boolean overwrite) {
    this.folder = folder;
    this.overwrite = overwrite;
  }

  /**
   * Writes all files.
   *
   * @param whole true if they are all that the plan calls for, so that others are stale
   */
  Written write(
      List<Export> exports,
      boolean whole,
      BiConsumer<Export, Appendable> content,
      Progress progress) {
    boolean existed = Files.exists(folder);
    try {
      Files.createDirectories(folder);
      FileSums sums = FileSums.in(folder);
      requireConsent(exports, sums);
      Path beside = Files.createTempDirectory(folder, ".shardwright-");
      try {
        Map<String, String> written = writeAll(exports, content, progress, beside);
        List<Written.Item> items = moveAll(exports, beside, sums, written);
        return new Written(items, whole ? sums.others(folder, written::containsKey) : List.of());
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

  /** The checksums of the files by name. */
  private static Map<String, String> writeAll(
      List<Export> exports, BiConsumer<Export, Appendable> content, Progress progress, Path beside)
      throws IOException {
    beside.toFile().deleteOnExit();
    Map<String, String> sums = new HashMap<>();
    for (Export export : exports) {
      progress.check();
      progress.step("writing " + export.fileName(), (double) sums.size() / exports.size());
      Path file = beside.resolve(export.fileName());
      file.toFile().deleteOnExit(); // a kill while writing runs this too
      Checksum sum = FileSums.begin();
      try (Cancellable out =
          new Cancellable(new CheckedOutputStream(Files.newOutputStream(file), sum), progress)) {
        content.accept(export, out);
      }
      sums.put(export.fileName(), FileSums.told(sum));
    }
    progress.check();
    return sums;
  }

  /** A file that is equal but for its time stays, so that its own time tells when it changed. */
  private List<Written.Item> moveAll(
      List<Export> exports, Path beside, FileSums sums, Map<String, String> written)
      throws IOException {
    List<Written.Item> items = new ArrayList<>();
    List<Path> places = new ArrayList<>();
    Map<String, String> newer = new HashMap<>(written);
    for (Export export : exports) {
      Path place = folder.resolve(export.fileName());
      Written.Item item = FileChange.of(place, beside.resolve(export.fileName()));
      items.add(item);
      if (item.state() == Written.State.UNCHANGED) {
        newer.put(export.fileName(), FileSums.of(place));
      } else {
        places.add(place);
      }
    }
    if (sums.take(newer)) {
      sums.write(beside);
      places.add(folder.resolve(FileSums.FILE));
    }
    new FileSwap(beside).moveAll(places);
    return items;
  }

  private void requireConsent(List<Export> exports, FileSums sums) throws IOException {
    List<Path> foreign = new ArrayList<>();
    List<Path> edited = new ArrayList<>();
    for (Export export : exports) {
      Path file = folder.resolve(export.fileName());
      if (Files.isDirectory(file)) {
        throw new UserError(file + " is a folder, where a file shall be; move it away first.");
      }
      if (!overwrite && Files.exists(file)) {
        if (!ours(file)) {
          foreign.add(file);
        } else if (sums.edited(file)) {
          edited.add(file);
        }
      }
    }
    refuse(foreign, "there already and not written by Shardwright");
    refuse(edited, "edited since Shardwright wrote it");
  }

  private static void refuse(List<Path> files, String why) {
    if (!files.isEmpty()) {
      throw new UserError(
          files.stream().map(Path::toString).collect(Collectors.joining(", "))
              + (files.size() == 1 ? " is " : " are ")
              + why
              + "; move away what you need, or write over it with --force. Nothing was written.");
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
      List<Path> all = left.toList();
      for (Path file : all) {
        if (!file.toString().endsWith(FileSwap.WAS)) {
          Files.delete(file);
        }
      }
      if (all.stream().noneMatch(Files::exists)) {
        Files.delete(beside);
      }
    }
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
