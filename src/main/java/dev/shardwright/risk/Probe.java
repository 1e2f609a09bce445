package dev.shardwright.risk;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question to the data: one read-only SELECT.
 *
 * <p>Its texts are written when they are asked for and not kept: a plan of thousands of tables
 * holds thousands of questions that nobody reads, and below tables of unclear ownership each is
 * long.
 */
public final class Probe {
  private static final int ID_BYTES = 8;

  private final CheckCode check;
  private final Supplier<String> asking;
  private final Supplier<String> writing;
  private final Optional<Sample> sample;

  /** The text as long as somebody reads it or there is room; whenever written, it is the same. */
  private WeakReference<String> sql = new WeakReference<>(null);

  private Probe(
      CheckCode check, Supplier<String> asking, Supplier<String> writing, Optional<Sample> sample) {
    this.check = check;
    this.sample = sample;
    this.asking = asking;
    this.writing = writing;
  }

  /**
   * A question whose texts are written later, and whenever the same.
   *
   * @param check the check that needs the answer
   * @param question what it asks, in one sentence
   * @param sql its exact text; the answer is stored under it
   */
  public static Probe of(CheckCode check, Supplier<String> question, Supplier<String> sql) {
    return new Probe(check, question, sql, Optional.empty());
  }

  /** A question in words that are there already. */
  public static Probe of(CheckCode check, String question, String sql) {
    return new Probe(check, () -> question, () -> sql, Optional.empty());
  }

  /** The same question, which looks at part of the table only. */
  Probe sampled(Optional<Sample> part) {
    return new Probe(check, asking, writing, part);
  }

  /** The part of the table that is looked at; empty for all of it. */
  Optional<Sample> sample() {
    return sample;
  }

  /** The check that needs the answer. */
  public CheckCode check() {
    return check;
  }

  /** What it asks, in one sentence. */
  public String question() {
    return asking.get();
  }

  /** Its exact text; the answer is stored under it. */
  public String sql() {
    String written = sql.get();
    if (written == null) {
      written = writing.get();
      sql = new WeakReference<>(written);
    }
    return written;
  }

  /** Stands for the exact text where the text itself would be too long: 16 hexadecimal digits. */
  public String id() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sql().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Probe that && check == that.check && sql().equals(that.sql()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(check, sql());
  }

  @Override
  public String toString() {
    return sql();
  }
}
