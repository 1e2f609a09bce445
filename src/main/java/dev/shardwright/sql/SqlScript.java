package dev.shardwright.sql;

import java.io.IOException;
import java.util.Optional;

/** A file of statements, read one by one, so that its size does not matter. */
public interface SqlScript {

  /** A statement longer than this is not kept; its beginning is, marked incomplete. */
  int LONGEST_STATEMENT_BYTES = 256 << 20;

  /** The next statement; empty at the end. */
  Optional<SqlStatement> next() throws IOException;

  /** How much of the file was read. */
  long bytesRead();
}
