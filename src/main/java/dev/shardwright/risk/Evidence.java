package dev.shardwright.risk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the probes counted in the data, keyed by their exact SQL, so that a changed plan never reads
 * an old answer: the third input of a plan.
 */
public record Evidence(SortedMap<String, Answer> answers) {
  public static final Evidence NONE = new Evidence(new TreeMap<>());

  public Evidence {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** Without any answers no question has to be written to find that it has none. */
  public Optional<Answer> answer(Probe probe) {
    return answers.isEmpty() ? Optional.empty() : Optional.ofNullable(answers.get(probe.sql()));
  }

  /** These and one more answer. */
  public Evidence with(String sql, Answer answer) {
    SortedMap<String, Answer> next = new TreeMap<>(answers);
    next.put(sql, answer);
    return new Evidence(next);
  }

  /** These and newer answers. */
  public Evidence with(Evidence newer) {
    SortedMap<String, Answer> next = new TreeMap<>(answers);
    next.putAll(newer.answers());
    return new Evidence(next);
  }

  /**
   * The answer to one probe.
   *
   * @param rows the result by column name, values as text; a NULL is left out of its row
   * @param whyNot why it did not run to its end: time-out, missing right …
   * @param askedAt the moment, ISO
   */
  public record Answer(
      List<Map<String, String>> rows, Optional<String> whyNot, String askedAt, long millis) {
    public Answer {
      rows = List.copyOf(rows);
    }

    /** The same answer with other figures in its first row, as it would be after a change. */
    Answer figures(Map<String, String> others) {
      Map<String, String> row = new TreeMap<>(rows.isEmpty() ? Map.of() : rows.getFirst());
      row.putAll(others);
      return new Answer(List.of(row), whyNot, askedAt, millis);
    }

    public boolean ran() {
      return whyNot.isEmpty();
    }

    /** A whole number of the first row, however large; 0 where it is NULL. */
    public BigInteger whole(String column) {
      String text = rows.isEmpty() ? null : rows.getFirst().get(column);
      return text == null ? BigInteger.ZERO : new BigDecimal(text).toBigInteger();
    }

    /** A number of the first row; 0 where it is NULL, as sums over no rows are. */
    public long number(String column) {
      String text = rows.isEmpty() ? null : rows.getFirst().get(column);
      return text == null ? 0 : new BigDecimal(text).longValue();
    }
  }
}
