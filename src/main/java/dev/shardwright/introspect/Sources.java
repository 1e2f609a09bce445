package dev.shardwright.introspect;

import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;

/** Opens sources: connects, loads or parses, and reads the schema. */
public final class Sources {
  private Sources() {}

  /**
   * Opens a source and reads its schema. The caller closes the result.
   *
   * @throws UserError if the source cannot be read, {@link UserError.DatabaseRefused} if a server
   *     refused or was lost
   * @throws Progress.Cancelled if the user cancelled; nothing stays behind
   */
  public static OpenSource open(Source source, Progress progress) {
    progress.check();
    throw new UnsupportedOperationException("not built yet: " + source.described());
  }
}
