package dev.shardwright.ui;

import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.plan.PlanLock;
import dev.shardwright.plan.Salvage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plan file as it was read, and the lock that keeps a second window off it.
 *
 * @param lost what a damaged file no longer tells, in sentences
 */
record OpenedFile(PlanFile file, List<String> lost, Plan plan, Optional<PlanLock> lock)
    implements AutoCloseable {
  private static final double READING = 0.1;
  private static final double PLANNING = 0.5;

  OpenedFile {
    lost = List.copyOf(lost);
  }

  /**
   * Its length is known, and says so: a bar that only moves would repaint the window all the time.
   */
  static OpenedFile of(Path file, Progress progress) {
    String doing = Texts.of("job.openFile", file.getFileName());
    progress.step(doing, READING);
    Salvage read = Salvage.of(file);
    progress.step(doing, PLANNING);
    return new OpenedFile(
        read.file(), read.lost(), plan(read.file()), Optional.of(PlanLock.of(file)));
  }

  /** Work that no file holds yet, or not all of it. */
  static OpenedFile of(PlanFile file, Optional<Path> at) {
    return new OpenedFile(file, List.of(), plan(file), at.map(PlanLock::of));
  }

  private static Plan plan(PlanFile file) {
    return new Inputs(file.schema(), file.decisions(), file.evidence()).plan();
  }

  @Override
  public void close() {
    lock.ifPresent(PlanLock::close);
  }
}
