package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work that recurses deeply: the layered layout needs more stack than a thread has. */
final class LargeStack {
  private static final long STACK_BYTES = 64L << 20;
  private static final int MOST_THREADS = 4;

  private LargeStack() {}

  /** The results in the order of the jobs, whichever ends first. */
  static <T> List<T> all(List<Callable<T>> jobs) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.clamp(jobs.size(), 1, threads),
            Thread.ofPlatform().daemon().name("layout").stackSize(STACK_BYTES).factory())) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(jobs)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Progress.Cancelled();
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException("the layout failed", failed);
    };
  }
}
