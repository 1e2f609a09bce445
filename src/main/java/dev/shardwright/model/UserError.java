package dev.shardwright.model;

import java.util.Objects;

/** Something the user can mend: one clear sentence that names what is wrong and where. */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String sentence) {
    super(sentence);
  }

  public UserError(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence for the user. */
  public final String sentence() {
    return Objects.requireNonNull(getMessage());
  }

  /** The database refused or was lost, as against wrong use: exit status 3. */
  public static final class DatabaseRefused extends UserError {
    private static final long serialVersionUID = 1L;

    public DatabaseRefused(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }
}
