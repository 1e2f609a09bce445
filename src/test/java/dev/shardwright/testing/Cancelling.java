package dev.shardwright.testing;

import dev.shardwright.model.Progress;

/** A user who cancels when the test says so. */
public final class Cancelling implements Progress {
  private volatile boolean cancelled;
  private volatile Runnable stop = () -> {};

  /** He cancels. */
  public void cancel() {
    cancelled = true;
    stop.run();
  }

  @Override
  public void step(String what, double fraction) {
    // nobody watches
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public AutoCloseable onCancel(Runnable action) {
    stop = action;
    return () -> stop = () -> {};
  }
}
