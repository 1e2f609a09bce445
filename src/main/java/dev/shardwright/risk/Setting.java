package dev.shardwright.risk;

import dev.shardwright.classify.Decisions;
import java.util.Arrays;
import java.util.Optional;

/** The numbers and switches that tune the rules, with what holds when the DBA says nothing. */
public enum Setting {
  /** Rows of two owners up to this share are a slip of the data. */
  ACCIDENTAL_SHARE("accidentalShare", "0.01", Sort.NUMBER),
  /** Rows of two owners above this share are by design. */
  NESTED_SHARE("nestedShare", "0.3", Sort.NUMBER),
  /** With fewer checked rows a share says nothing. */
  MIN_CHECKED_ROWS("minCheckedRows", "100", Sort.WHOLE),
  /** Referenced rows of one client only, as a share, that make context suspect. */
  EXCLUSIVE_SHARE("exclusiveShare", "0.99", Sort.NUMBER),
  /** A context table above this size is too big to be copied to every shard. */
  CONTEXT_MAX_BYTES("contextMaxBytes", "1073741824", Sort.WHOLE),
  /** Rows expected to be inserted per table and day while clients move. */
  INSERTS_PER_DAY("insertsPerDay", "0", Sort.WHOLE),
  /** Days the migration is to take. */
  MIGRATION_DAYS("migrationDays", "30", Sort.WHOLE),
  /** The increment of the id slots. */
  SLOTS("slots", "100", Sort.WHOLE),
  /** Leave small parts of composite keys as narrow as they are. */
  ONLY_SURROGATE_KEYS("onlySurrogateKeys", "false", Sort.SWITCH),
  /** Make whole DECIMAL keys of up to 18 digits bigint on the shards. */
  WIDEN_DECIMAL_KEYS("widenDecimalKeys", "false", Sort.SWITCH),
  /** Count nullable paths as the guide and UpRooted do, for comparison. */
  LITERAL("literal", "false", Sort.SWITCH),
  /** Suggested keys below this confidence are not reported. */
  MISSING_KEY_CONFIDENCE("missingKeyConfidence", "0.7", Sort.NUMBER),

  /** Of a table with more rows only a sample is looked at. */
  SAMPLE_ABOVE("sampleAbove", "20000000", Sort.WHOLE),

  /** So many rows are looked at then. */
  SAMPLE_ROWS("sampleRows", "500000", Sort.WHOLE),
  /** Steps of the order of work that the DBA ticked off, by name with commas; tunes nothing. */
  STEPS_DONE("stepsDone", "", Sort.WORDS);

  private final String word;
  private final String otherwise;
  private final Sort sort;

  Setting(String word, String otherwise, Sort sort) {
    this.word = word;
    this.otherwise = otherwise;
    this.sort = sort;
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
    return switch (sort) {
      case NUMBER -> value.matches("\\d{1,15}(\\.\\d{1,15})?");
      case WHOLE -> value.matches("\\d{1,18}");
      case WORDS -> value.matches("[A-Za-z_,]*");
      case SWITCH -> value.equals("true") || value.equals("false");
    };
  }

  public double number(Decisions decisions) {
    return Double.parseDouble(text(decisions));
  }

  public boolean on(Decisions decisions) {
    return text(decisions).equals("true");
  }

  /** What holds, as it was written. */
  public String text(Decisions decisions) {
    return decisions.setting(word, v -> v, otherwise);
  }

  private enum Sort {
    NUMBER,
    WHOLE,
    SWITCH,
    WORDS
  }
}
