package dev.shardwright.ui;

import dev.shardwright.model.Progress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door between slow work and the window.
 *
 * <p>Work runs on a thread of its own and its end is told on the window's thread. Each job belongs
 * to a lane; a newer job in the same lane cancels the older one, whose result is then dropped. All
 * methods are called on the window's thread.
 */
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  /** The lane of the drawing. */
  public static final String PICTURE = "diagram";

  /** The layered layout recurses deeply on large graphs; address space only, not memory. */
  private static final long STACK_BYTES = 64L << 20;

  private final Executor worker;
  private final Executor window;
  private final Map<String, Running> newest = new HashMap<>();
  private final Map<String, Runnable> waiting = new LinkedHashMap<>();
  private final ObservableList<Running> running = FXCollections.observableArrayList();
  private final ObservableList<Running> runningView =
      FXCollections.unmodifiableObservableList(running);

  private Background(Executor worker, Executor window) {
    this.worker = worker;
    this.window = window;
  }

  /** Work on daemon threads, results on the FX thread. */
  public static Background live() {
    return new Background(
        work ->
            Thread.ofPlatform()
                .daemon()
                .name("background")
                .stackSize(STACK_BYTES)
                .unstarted(work)
                .start(),
        Platform::runLater);
  }

  /** Everything at once on the caller's thread: for tests without a toolkit. */
  public static Background direct() {
    return new Background(Runnable::run, Runnable::run);
  }

  /** Slow work that tells its progress and stops when cancelled. */
  @FunctionalInterface
  public interface Job<T> {
    T run(Progress progress) throws Exception;
  }

  /** Work that needs nobody to watch it. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws Exception;
  }

  /**
   * Starts a job and cancels the older one of its lane.
   *
   * @param lane what the result is for: {@code open}, {@code plan}, {@code layout} …
   * @param what a few words for the status line; empty for work too short to be shown
   * @param done gets the result, unless the job was cancelled or a newer one has started
   * @param failed gets what went wrong, {@link Progress.Cancelled} if the user cancelled
   */
  public <T> Running run(
      String lane, String what, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
    cancel(lane);
    Running task = new Running(what, worker, window);
    newest.put(lane, task);
    if (!what.isEmpty()) {
      running.add(task);
    }
    worker.execute(() -> work(lane, task, job, done, failed));
    return task;
  }

  /**
   * Starts a job that nobody watches as soon as no picture is being made: what is looked at comes
   * first.
   */
  public <T> void runAfterPicture(
      String lane, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
    cancel(lane);
    waiting.put(lane, () -> run(lane, "", job, done, failed));
    startWaiting();
  }

  private void startWaiting() {
    if (!newest.containsKey(PICTURE)) {
      List.copyOf(waiting.values()).forEach(Runnable::run);
    }
  }

  /** Runs something on the window's thread soon; may be called from any thread. */
  public void later(Runnable onWindow) {
    window.execute(onWindow);
  }

  /** Cancels the newest job of a lane and drops its result without a word. */
  public void cancel(String lane) {
    waiting.remove(lane);
    Running older = newest.remove(lane);
    if (older != null) {
      running.remove(older);
      older.cancel();
      later(this::startWaiting);
    }
  }

  /** Cancels everything, at the program's end. */
  public void cancelAll() {
    waiting.clear();
    newest.keySet().stream().toList().forEach(this::cancel);
  }

  /** The jobs that can be shown, oldest first. */
  public ObservableList<Running> running() {
    return runningView;
  }

  private <T> void work(
      String lane, Running task, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
    try {
      T result = job.run(task);
      window.execute(() -> finish(lane, task, () -> done.accept(result), failed, result));
    } catch (Exception | Error e) {
      window.execute(() -> finish(lane, task, () -> failed.accept(e), failed, e));
    }
  }

  private void finish(
      String lane, Running task, Runnable tell, Consumer<Throwable> failed, Object result) {
    running.remove(task);
    boolean wanted = newest.remove(lane, task);
    if (wanted && !task.cancelled()) {
      tell.run();
    } else {
      discard(result);
      if (wanted) {
        failed.accept(new Progress.Cancelled());
      }
    }
    startWaiting();
  }

  /** A connection or server that nobody waits for any more must not stay open. */
  private void discard(Object result) {
    if (result instanceof AutoCloseable unwanted) {
      worker.execute(() -> close(unwanted));
    }
  }

  private static void close(AutoCloseable unwanted) {
    try {
      unwanted.close();
    } catch (Exception e) {
      LOG.warn("a result that was no longer wanted could not be closed", e);
    }
  }
}
