package dev.shardwright.risk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A question to the data: one read-only SELECT.
 *
 * @param check the check that needs the answer
 * @param question what it asks, in one sentence
 * @param sql its exact text; the answer is stored under it
 */
public record Probe(CheckCode check, String question, String sql) {
  private static final int ID_BYTES = 8;

  /** Stands for the exact text where the text itself would be too long: 16 hexadecimal digits. */
  public String id() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
