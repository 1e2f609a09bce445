package dev.shardwright.introspect;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps every statement of a session, and which one runs now. */
final class Journal {
  private final List<Entry> entries = new ArrayList<>();
  private volatile @Nullable Statement running;

  /** A statement while its rows are still being read. */
  static final class Entry {
    private final String sql;
    private long nanos;
    private long rows;
    private @Nullable SQLException error;

    private Entry(String sql) {
      this.sql = sql;
    }

    synchronized void row() {
      rows++;
    }

    /** Notes that its rows could not be read, which libraries tend to swallow. */
    synchronized void failed(SQLException failure) {
      error = failure;
    }

    private synchronized Ran ran() {
      return new Ran(sql, nanos / 1_000_000, rows, failure().map(SQLException::getMessage));
    }

    private synchronized Optional<SQLException> failure() {
      return Optional.ofNullable(error);
    }

    private synchronized void ended(long nanosTaken, @Nullable SQLException failure) {
      nanos = nanosTaken;
      error = failure;
    }
  }

  /** Work that talks to the server. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws SQLException;
  }

  /** Notes a statement that is about to run. */
  Entry begin(String sql) {
    Entry entry = new Entry(sql);
    synchronized (entries) {
      entries.add(entry);
    }
    return entry;
  }

  /** Runs a statement and notes how long it took and how it failed. */
  <T> T time(Entry entry, Statement statement, Call<T> call) throws SQLException {
    long start = System.nanoTime();
    running = statement;
    try {
      T result = call.run();
      entry.ended(System.nanoTime() - start, null);
      return result;
    } catch (SQLException e) {
      entry.ended(System.nanoTime() - start, e);
      throw e;
    } finally {
      running = null;
    }
  }

  Optional<Statement> running() {
    return Optional.ofNullable(running);
  }

  List<Ran> statements() {
    synchronized (entries) {
      return entries.stream().map(Entry::ran).toList();
    }
  }

  int count() {
    synchronized (entries) {
      return entries.size();
    }
  }
}
