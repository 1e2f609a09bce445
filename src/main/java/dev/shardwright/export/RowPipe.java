package dev.shardwright.export;

import dev.shardwright.model.Progress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Gathers rows in blocks, so that short loops go over many of them. Where writing is work, a second
 * thread does it while the next rows are read; a table that fits into one block is written by the
 * reading thread.
 */
final class RowPipe implements RowSource.RowReader, AutoCloseable {
  private static final int BLOCKS = 4;

  /** Rows of more bytes are not copied: they wait until all before them are written. */
  private static final long LARGE = 1 << 20;

  private final int columns;
  private final Taker to;
  private final boolean beside;
  private final Deque<Future<RowBlock>> waiting = new ArrayDeque<>();
  private Optional<ExecutorService> writer = Optional.empty();
  private RowBlock block;

  /** What rows go to, one at a time or many. */
  interface Taker {
    void row(RowText row) throws IOException;

    void rows(RowBlock block) throws IOException;
  }

  /**
   * A pipe for the rows of one table.
   *
   * @param beside true to write in a second thread; rows that stay as they came gain nothing by it,
   *     and the threads waiting for each other cost a fifth of the processor's time
   */
  RowPipe(int columns, Taker to, boolean beside) {
    this.columns = columns;
    this.to = to;
    this.beside = beside;
    block = new RowBlock(columns);
  }

  @Override
  public void row(RowText row) throws IOException {
    if (row.size() > LARGE) {
      finish();
      to.row(row);
      return;
    }
    block.add(row);
    if (block.full()) {
      if (beside) {
        hand();
      } else {
        write();
      }
    }
  }

  /** Waits until all rows are written. */
  void finish() throws IOException {
    while (!waiting.isEmpty()) {
      written(waiting.remove());
    }
    write();
  }

  private void write() throws IOException {
    to.rows(block);
    block.clear();
  }

  private void hand() throws IOException {
    RowBlock full = block;
    ExecutorService thread = writer.orElseGet(RowPipe::thread);
    writer = Optional.of(thread);
    waiting.add(
        thread.submit(() -> {
          to.rows(full);
          full.clear();
          return full;
        }));
    block = waiting.size() < BLOCKS ? new RowBlock(columns) : written(waiting.remove());
  }

  private static ExecutorService thread() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("writing rows").factory());
  }

  private static RowBlock written(Future<RowBlock> block) throws IOException {
    try {
      return block.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException failed -> throw failed;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Progress.Cancelled();
    }
  }

  /** Waits for what is being written, so that nobody writes to the file any more. */
  @Override
  public void close() {
    writer.ifPresent(ExecutorService::close);
  }
}
