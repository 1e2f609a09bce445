package dev.shardwright.model;

/**
 * A statement of a dump, or an object of a database, that could not be used.
 *
 * @param statement its text, shortened
 * @param why the reason in one sentence
 */
public record Skipped(String statement, String why) {
  private static final String CUT = "the file ends in the middle of ";

  /** Why the last statement of a file that was cut off could not be used. */
  public static String cut(String what) {
    return CUT + what;
  }

  /** True if the file ended here before its statement did: what came behind it is missing. */
  public boolean fileEndsHere() {
    return why.startsWith(CUT);
  }
}
