package dev.shardwright.plan;

import dev.shardwright.model.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that no plan file holds yet, kept in the user's folder after every decision, so that neither
 * a crash nor a closed window loses it.
 */
public final class Unsaved implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Unsaved.class);
  private static final String ENDING = ".shardplan";
  private static final String FILE_NAME = ".file";

  private final Path kept;
  private final PlanLock lock;

  private Unsaved(Path kept, PlanLock lock) {
    this.kept = kept;
    this.lock = lock;
  }

  /**
   * What an earlier run left.
   *
   * @param planFile where the work belongs; empty if it was never saved
   * @param about the plan's source, for people
   */
  public record Left(Path kept, Optional<Path> planFile, String about, Instant when) {

    /**
     * The work itself.
     *
     * @throws UserError if it cannot be read
     */
    public PlanFile read() {
      return PlanFile.read(kept);
    }

    /** Forgets it. */
    public void discard() {
      delete(kept);
      delete(nameFile(kept));
    }
  }

  /**
   * A place for the work of one window.
   *
   * @throws UserError if the folder cannot be made
   */
  public static Unsaved in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError(
          "Unsaved work cannot be kept in " + folder + ": " + e.getMessage() + ".", e);
    }
    Path kept = folder.resolve(UUID.randomUUID() + ENDING);
    return new Unsaved(kept, PlanLock.of(kept));
  }

  /**
   * Keeps the work as it is now.
   *
   * @throws UserError if it cannot be written
   */
  public void keep(PlanFile work, Optional<Path> planFile) {
    try {
      if (planFile.isPresent()) {
        Files.writeString(nameFile(kept), planFile.get().toAbsolutePath().toString());
      } else {
        Files.deleteIfExists(nameFile(kept));
      }
    } catch (IOException e) {
      throw new UserError("Unsaved work cannot be kept: " + e.getMessage() + ".", e);
    }
    work.write(kept);
  }

  /** There is nothing unsaved any more. */
  public void clear() {
    delete(kept);
    delete(nameFile(kept));
  }

  /** Ends the keeping; what is unsaved stays for the next start. */
  @Override
  public void close() {
    lock.close();
  }

  /** What earlier runs left in a folder, newest first; that of a window still open is its own. */
  public static List<Left> left(Path folder) {
    List<Left> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(f -> f.toString().endsWith(ENDING)).forEach(f -> left(f, all));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      LOG.info("no unsaved work can be found in {}: {}", folder, e.getMessage());
    }
    all.sort(Comparator.comparing(Left::when).reversed());
    return all;
  }

  private static void left(Path kept, List<Left> all) {
    try (PlanLock lock = PlanLock.of(kept)) {
      if (!lock.busy()) {
        String about = PlanFile.read(kept).schema().origin().described();
        all.add(new Left(kept, planFile(kept), about, Files.getLastModifiedTime(kept).toInstant()));
      }
    } catch (UserError | IOException e) {
      LOG.warn("unsaved work in {} cannot be read", kept, e);
    }
  }

  private static Optional<Path> planFile(Path kept) throws IOException {
    Path name = nameFile(kept);
    return Files.exists(name)
        ? Optional.of(Path.of(Files.readString(name, StandardCharsets.UTF_8).strip()))
        : Optional.empty();
  }

  private static Path nameFile(Path kept) {
    return kept.resolveSibling(kept.getFileName() + FILE_NAME);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.info("{} stays behind: {}", file, e.getMessage());
    }
  }
}
