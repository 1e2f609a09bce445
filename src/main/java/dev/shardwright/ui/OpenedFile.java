package dev.shardwright.ui;

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

  OpenedFile {
    lost = List.copyOf(lost);
  }

  static OpenedFile of(Path file) {
    Salvage read = Salvage.of(file);
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
