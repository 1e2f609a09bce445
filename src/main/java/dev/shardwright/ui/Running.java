package dev.shardwright.ui;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Stops;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A job under way: what it does, how far it is, and the way to cancel it.
 *
 * <p>Steps may come by the thousand; the window sees the newest one each time it looks.
 */
public final class Running implements Progress {
  private final Executor worker;
  private final Executor window;
  private final ReadOnlyStringWrapper what;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final AtomicReference<@Nullable Step> unseen = new AtomicReference<>();
  private final Stops stops = new Stops();
  private volatile String warning = "";

  private record Step(String what, double fraction) {}

  Running(String what, Executor worker, Executor window) {
    this.what = new ReadOnlyStringWrapper(what);
    this.worker = worker;
    this.window = window;
  }

  /** What is being done, in a few words. */
  public ReadOnlyStringProperty whatProperty() {
    return what.getReadOnlyProperty();
  }

  /** From 0 to 1, negative while unknown. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** Asks the job to stop; what it waits for (a statement, a server) is stopped beside it. */
  public void cancel() {
    stops.cancel();
    worker.execute(stops::run);
  }

  @Override
  public void step(String nowDoing, double howFar) {
    if (unseen.getAndSet(new Step(nowDoing, howFar)) == null) {
      window.execute(this::show);
    }
  }

  /** Stands behind every step from now on. */
  @Override
  public void warn(String sentence) {
    warning = " · " + sentence;
  }

  private void show() {
    Step newest = unseen.getAndSet(null);
    if (newest != null) {
      what.set(newest.what + warning);
      fraction.set(newest.fraction);
    }
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
