package dev.shardwright.introspect;

import dev.shardwright.model.Schema;
import java.util.Optional;

/**
 * A source whose schema was read; its session stays open for probes until it is closed.
 *
 * <p>Closing also stops the throwaway server of a .sql file and removes its folder, as the end of
 * the program does.
 */
public interface OpenSource extends AutoCloseable {

  Schema schema();

  /** Where probes can run; empty for a file that was parsed without a server. */
  Optional<Session> session();

  @Override
  void close();
}
