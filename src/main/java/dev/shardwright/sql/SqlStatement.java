package dev.shardwright.sql;

/**
 * A statement of a script, without what ended it.
 *
 * @param line where it begins, from 1
 * @param complete false if the script ended in the middle of it
 */
public record SqlStatement(String text, long line, boolean complete) {

  /** The first words in capitals, comments aside: enough to tell what it is. */
  public String start() {
    return SqlText.firstWords(text, 4);
  }
}
