package dev.shardwright.introspect.server;

import dev.shardwright.model.UserError;

/** A throwaway server could not be started; the sentence says why and what to do. */
public final class ServerFailure extends UserError {
  private static final long serialVersionUID = 1L;

  public ServerFailure(String sentence) {
    super(sentence);
  }

  public ServerFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
