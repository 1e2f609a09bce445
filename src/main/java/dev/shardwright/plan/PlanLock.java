package dev.shardwright.plan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two windows from writing one plan file: an empty file beside it that the system itself
 * unlocks when the program ends, however it ends.
 */
public final class PlanLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlanLock.class);

  private final Path planFile;
  private final Path file;
  private final @Nullable FileChannel channel;
  private final boolean busy;

  private PlanLock(Path planFile, Path file, @Nullable FileChannel channel, boolean busy) {
    this.planFile = planFile;
    this.file = file;
    this.channel = channel;
    this.busy = busy;
  }

  /**
   * Tries to be the only one who writes a plan file. Where no lock can be made, in a folder that
   * may only be read, say, nobody is kept out.
   */
  public static PlanLock of(Path planFile) {
    Path target = planFile.toAbsolutePath();
    Path file = target.resolveSibling("." + target.getFileName() + ".lock");
    try {
      return lock(planFile, file);
    } catch (IOException e) {
      LOG.info("no lock beside {}: {}", planFile, e.getMessage());
      return new PlanLock(planFile, file, null, false);
    }
  }

  private static PlanLock lock(Path planFile, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new PlanLock(planFile, file, channel, false);
      }
    } catch (OverlappingFileLockException e) {
      // Another window of this very program has it.
    }
    channel.close();
    return new PlanLock(planFile, file, null, true);
  }

  /** The file that it keeps others from. */
  public Path planFile() {
    return planFile;
  }

  /** True if another window has the file open. */
  public boolean busy() {
    return busy;
  }

  /** Lets others write it. */
  @Override
  public void close() {
    if (channel == null || !channel.isOpen()) {
      return;
    }
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      LOG.info("the lock {} stays behind: {}", file, e.getMessage());
    }
  }
}
