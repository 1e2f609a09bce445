package dev.shardwright.introspect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A question of a reader as a collection script and its output file name it: by its text without
 * the schemas that it is about.
 */
record Question(String sql) {
  /** Stands in a script for a list of schemas, before the script's own way to name them. */
  static final String SCHEMAS = "@SCHEMAS@";

  private static final int ID_LENGTH = 12;

  /** The question that a statement asks about some schemas. */
  static Question of(String statement, List<String> schemas, boolean mySqlFamily) {
    String names = Dictionary.literals(schemas, mySqlFamily);
    // In brackets, as every list stands: a statement may name a schema for another reason too.
    return new Question(
        names.isEmpty() ? statement : statement.replace("(" + names + ")", "(" + SCHEMAS + ")"));
  }

  /** The same for the same text, whatever its line breaks. */
  String id() {
    String text = sql.strip().replaceAll("\\s+", " ");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
