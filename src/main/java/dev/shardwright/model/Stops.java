package dev.shardwright.model;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has to be stopped when the user cancels, from whatever thread he does it. */
public final class Stops {
  private final Set<Runnable> stops = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /** True once the user has cancelled. */
  public boolean cancelled() {
    return cancelled;
  }

  /** From now on everything is cancelled; {@link #run} stops what is waited for. */
  public void cancel() {
    cancelled = true;
  }

  /** Stops all that is registered. */
  public void run() {
    stops.forEach(Runnable::run);
  }

  /** Registers what is to be stopped, until the result is closed; what comes too late stops now. */
  public AutoCloseable add(Runnable stop) {
    stops.add(stop);
    if (cancelled) {
      stop.run();
    }
    return () -> stops.remove(stop);
  }
}
