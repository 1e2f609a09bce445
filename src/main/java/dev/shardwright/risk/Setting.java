package dev.shardwright.risk;

import dev.shardwright.classify.Decisions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The numbers and switches that tune the rules, with what holds when the DBA says nothing. */
public enum Setting {
  /** Rows of two owners up to this share are a slip of the data. */
  ACCIDENTAL_SHARE("accidentalShare", "0.01", Double::valueOf),
  /** Rows of two owners above this share are by design. */
  NESTED_SHARE("nestedShare", "0.3", Double::valueOf),
  /** With fewer checked rows a share says nothing. */
  MIN_CHECKED_ROWS("minCheckedRows", "100", Long::valueOf),
  /** Referenced rows of one client only, as a share, that make context suspect. */
  EXCLUSIVE_SHARE("exclusiveShare", "0.99", Double::valueOf),
  /** A context table above this size is too big to be copied to every shard. */
  CONTEXT_MAX_BYTES("contextMaxBytes", "1073741824", Long::valueOf),
  /** Rows expected to be inserted per table and day while clients move. */
  INSERTS_PER_DAY("insertsPerDay", "0", Long::valueOf),
  /** Days the migration is to take. */
  MIGRATION_DAYS("migrationDays", "30", Long::valueOf),
  /** The increment of the id slots. */
  SLOTS("slots", "100", Long::valueOf),
  /** Count nullable paths as the guide and UpRooted do, for comparison. */
  LITERAL("literal", "false", Setting::bool),
  /** Suggested keys below this confidence are not reported. */
  MISSING_KEY_CONFIDENCE("missingKeyConfidence", "0.7", Double::valueOf);

  private final String word;
  private final String otherwise;
  private final Function<String, ?> parse;

  Setting(String word, String otherwise, Function<String, ?> parse) {
    this.word = word;
    this.otherwise = otherwise;
    this.parse = parse;
  }

  /** The name in files. */
  public String word() {
    return word;
  }

  /** What holds when the DBA says nothing. */
  public String otherwise() {
    return otherwise;
  }

  public static Optional<Setting> named(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** True if the text is a value of this setting. */
  public boolean accepts(String value) {
    try {
      return parse.apply(value) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public double number(Decisions decisions) {
    return Double.parseDouble(text(decisions));
  }

  public boolean on(Decisions decisions) {
    return bool(text(decisions));
  }

  private String text(Decisions decisions) {
    return decisions.setting(word, v -> v, otherwise);
  }

  private static boolean bool(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }
}
