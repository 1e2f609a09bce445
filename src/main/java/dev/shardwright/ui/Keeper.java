package dev.shardwright.ui;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.plan.PlanLock;
import dev.shardwright.plan.Unsaved;
import dev.shardwright.plan.Unsaved.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no decision is lost: saves the plan, keeps what is not saved yet, and stops two
 * windows from writing one file.
 */
public final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final Background background;
  private final Optional<Path> folder;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<Optional<Path>> planFile =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LocalTime>> savedAt =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Left>> left = new ReadOnlyObjectWrapper<>(List.of());
  private Optional<PlanLock> lock = Optional.empty();
  private Place place = new Place(Optional.empty());
  private Optional<Work> unsaved = Optional.empty();
  private Optional<Left> restored = Optional.empty();
  private boolean complained;

  /** A plan's inputs and the file they belong to. */
  private record Work(PlanFile plan, Optional<Path> file) {}

  /** Where one plan's unsaved work is kept; writes come one after the other. */
  private static final class Place {
    private final Optional<Path> file;
    private Optional<Unsaved> unsaved = Optional.empty();
    private Optional<FileTime> stamp;

    Place(Optional<Path> file) {
      this.file = file;
      this.stamp = file.flatMap(Keeper::changed);
    }

    synchronized boolean keep(Path in, Work work, Progress progress) {
      progress.check(); // what a newer write has overtaken is not written at all
      if (unsaved.isEmpty()) {
        unsaved = Optional.of(Unsaved.in(in));
      }
      unsaved.get().keep(work.plan, work.file);
      return true;
    }

    synchronized boolean clear() {
      unsaved.ifPresent(Unsaved::clear);
      return true;
    }

    /** Writes a file under a lock of ours; {@code held} is the one of the file it was read from. */
    synchronized PlanLock save(PlanFile work, Path to, Optional<PlanLock> held, Progress progress) {
      progress.check();
      boolean ours = file.filter(to::equals).isPresent();
      PlanLock taken = ours && held.isPresent() ? held.get() : PlanLock.of(to);
      if (taken.busy()) {
        throw new UserError(Texts.of("keeper.busy", to.getFileName()));
      }
      if (ours && stamp.isPresent() && Files.exists(to) && !stamp.equals(changed(to))) {
        throw new UserError(Texts.of("keeper.changed", to.getFileName()));
      }
      work.write(to);
      stamp = ours ? changed(to) : stamp;
      return taken;
    }

    synchronized void close() {
      unsaved.ifPresent(Unsaved::close);
    }
  }

  /** Keeps unsaved work in the user's folder, or nowhere if none is given. */
  Keeper(Background background, Optional<UserFolders> folders, Consumer<Throwable> failed) {
    this.background = background;
    this.folder = folders.map(f -> f.state().resolve("unsaved"));
    this.failed = failed;
  }

  /** The file that the plan was read from or saved to. */
  public ReadOnlyObjectProperty<Optional<Path>> planFileProperty() {
    return planFile.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<LocalTime>> savedAtProperty() {
    return savedAt.getReadOnlyProperty();
  }

  /** True if another window has the file: here it may be read, and saved under another name. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Unsaved work of earlier runs, newest first. */
  public ReadOnlyObjectProperty<List<Left>> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** Looks for what earlier runs could not save. */
  void look() {
    folder.ifPresent(
        f -> background.run("left", "", progress -> Unsaved.left(f), left::set, failed));
  }

  /** Forgets unsaved work of an earlier run. */
  public void discard(Left work) {
    work.discard();
    left.set(left.get().stream().filter(l -> !l.equals(work)).toList());
  }

  /** Another plan is shown: one of a file with its lock, or one that no file holds yet. */
  void holds(Optional<Path> file, Optional<PlanLock> taken) {
    leave();
    lock.ifPresent(PlanLock::close);
    lock = taken;
    planFile.set(file);
    busy.set(taken.map(PlanLock::busy).orElse(false));
    place = new Place(file);
    savedAt.set(Optional.empty());
    restored = Optional.empty();
  }

  /** What the plan before did not save stays, to be gone on with. */
  private void leave() {
    Place old = place;
    background.cancel("keep");
    Optional<Work> work = unsaved;
    unsaved = Optional.empty();
    if (folder.isPresent() && work.isPresent()) {
      Path in = folder.get();
      background.run(
          "leave",
          "",
          progress -> {
            old.keep(in, work.get(), Progress.SILENT);
            old.close();
            return Unsaved.left(in);
          },
          left::set,
          failed);
    }
  }

  /** The plan shown is the work of an earlier run: once it is kept here, it is forgotten there. */
  void restored(Left work) {
    restored = Optional.of(work);
    left.set(left.get().stream().filter(l -> !l.equals(work)).toList());
  }

  /** Keeps the work as it is now, or forgets it if everything is saved. */
  void keep(PlanFile work, boolean dirty) {
    if (folder.isEmpty()) {
      return;
    }
    Path in = folder.get();
    Work now = new Work(work, planFile.get());
    unsaved = dirty ? Optional.of(now) : Optional.empty();
    Place at = place;
    Optional<Left> old = restored;
    background.run(
        "keep",
        "",
        progress -> dirty ? kept(at.keep(in, now, progress), old) : at.clear(),
        kept -> complained &= !dirty,
        this::complainOnce);
  }

  private static boolean kept(boolean here, Optional<Left> old) {
    old.ifPresent(Left::discard);
    return here;
  }

  /** A full disk or a home that cannot be written is said once; the work goes on. */
  private void complainOnce(Throwable cause) {
    if (!complained && !(cause instanceof Progress.Cancelled)) {
      complained = true;
      failed.accept(cause);
    }
  }

  /**
   * Saves the plan.
   *
   * @param done told when it is on the disk
   */
  void save(PlanFile work, Path file, Runnable done) {
    String doing = Texts.of("job.save", file.getFileName());
    boolean same = planFile.get().filter(file::equals).isPresent();
    Place at = place;
    Optional<PlanLock> held = lock;
    background.run(
        "save",
        doing,
        progress -> at.save(work, file, held, progress),
        taken -> {
          if (!same) {
            lock.ifPresent(PlanLock::close);
          }
          lock = Optional.of(taken);
          busy.set(false);
          planFile.set(Optional.of(file));
          if (!same) {
            place.clear();
            place.close();
            place = new Place(Optional.of(file));
            unsaved = Optional.empty();
          }
          savedAt.set(Optional.of(LocalTime.now(ZoneId.systemDefault())));
          done.run();
        },
        failed);
  }

  /** When the file was last written; empty if there is none or nobody can tell. */
  private static Optional<FileTime> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The window closes: what is unsaved stays for the next start. */
  void close() {
    lock.ifPresent(PlanLock::close);
    if (folder.isPresent() && unsaved.isPresent()) {
      try {
        place.keep(folder.get(), unsaved.get(), Progress.SILENT);
      } catch (UserError e) {
        LOG.error("unsaved work could not be kept at the end", e);
      }
    }
    place.close();
  }
}
