package dev.shardwright.introspect;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import java.util.Optional;

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
    return switch (source) {
      case JdbcSource live -> live(Credentials.completed(live), progress);
      case SqlFileSource file -> SqlFiles.open(SqlContent.of(file), progress);
      case CollectedSource collected -> CollectedFile.open(collected, progress);
      case SampleSource sample -> SqlFiles.open(SqlContent.of(sample), progress);
    };
  }

  private static OpenSource live(JdbcSource source, Progress progress) {
    Session session = Session.open(source, progress);
    try {
      Schema schema = Introspector.read(session, source.schemas(), source.described(), progress);
      return new Opened(schema, Optional.of(session), () -> {});
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }
}
