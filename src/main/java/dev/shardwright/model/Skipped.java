package dev.shardwright.model;

import java.util.Optional;

/**
 * A statement of a dump, or an object of a database, that could not be used.
 *
 * @param statement its text, shortened
 * @param why the reason in one sentence
 * @param runs PostgreSQL: the function by which an operator or a cast works, {@code schema.name}
 */
public record Skipped(String statement, String why, Optional<String> runs) {
  private static final String CUT = "the file ends in the middle of ";

  private static final String HIDDEN = "Its definition is hidden from ";
  private static final String PERHAPS_HIDDEN =
      "The server shows only those with rights on them to ";

  /** What runs no function. */
  public Skipped(String statement, String why) {
    this(statement, why, Optional.empty());
  }

  /** An object whose text a user may not read. */
  public static Skipped hidden(String object, String user, String right) {
    return new Skipped(object, HIDDEN + user + "; GRANT " + right + " to show it.");
  }

  /** Objects of which a user may not even know how many there are. */
  public static Skipped perhapsHidden(String objects, String user, String grant) {
    return new Skipped(objects, PERHAPS_HIDDEN + user + "; " + grant + " to be sure to see all.");
  }

  /** True if a right is missing, so that what is written from here is incomplete. */
  public boolean hidden() {
    return why.startsWith(HIDDEN) || why.startsWith(PERHAPS_HIDDEN);
  }

  /** Why the last statement of a file that was cut off could not be used. */
  public static String cut(String what) {
    return CUT + what;
  }

  /** True if the file ended here before its statement did: what came behind it is missing. */
  public boolean fileEndsHere() {
    return why.startsWith(CUT);
  }
}
