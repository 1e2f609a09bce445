package dev.shardwright.export;

import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.util.List;

/**
 * The rows of a database, all as of one moment; closing it ends the snapshot.
 *
 * <p>Implemented where connections live. One thread reads at a time.
 */
public interface RowSource extends AutoCloseable {

  /** Where in the server's history the snapshot stands, in sentences for the head of a file. */
  List<String> standing();

  /** True if the server follows another one, so that a long snapshot hurts nobody who writes. */
  boolean replica();

  /**
   * Makes sure that a statement can run and that its table stays until the snapshot ends, without
   * reading rows.
   *
   * @throws UserError.DatabaseRefused naming the table and the reason
   */
  void check(TableName table, String select);

  /**
   * Reads the answer of a statement row by row; never more than some of it is in memory.
   *
   * @param columns how many columns the statement has
   * @return the number of rows
   * @throws UserError.DatabaseRefused naming the table and the reason
   * @throws Progress.Cancelled if the user cancelled
   * @throws IOException if {@code reader} does
   */
  long read(TableName table, String select, int columns, RowReader reader) throws IOException;

  @Override
  void close();

  /** Takes one row, which is only good until it returns. */
  @FunctionalInterface
  interface RowReader {
    void row(RowText row) throws IOException;
  }

  /** Opens a snapshot when it is needed. */
  @FunctionalInterface
  interface Opener {
    RowSource open(Progress progress);
  }
}
