package dev.shardwright.introspect;

import dev.shardwright.model.Schema;
import java.util.Optional;

/**
 * An open source with what must end with it.
 *
 * @param end stops the throwaway server, if there is one
 */
record Opened(Schema schema, Optional<Session> session, Runnable end) implements OpenSource {

  @Override
  public void close() {
    session.ifPresent(Session::close);
    end.run();
  }
}
