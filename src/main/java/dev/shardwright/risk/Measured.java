package dev.shardwright.risk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was counted for a finding.
 *
 * @param figures by the names of the JSON contract; values are numbers, words or lists of them
 * @param probe the question, where rows were or would be asked
 * @param ran true if the figures were counted in the data
 */
public record Measured(Map<String, Object> figures, Optional<Probe> probe, boolean ran) {
  /** A finding that the schema alone proves. */
  public static final Measured BY_SCHEMA = bySchema(Map.of());

  private static final List<String> BROKEN =
      List.of("violatingRows", "orphans", "unowned", "duplicateKeys");

  public Measured {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** Figures that the schema alone gives. */
  public static Measured bySchema(Map<String, Object> figures) {
    return new Measured(figures, Optional.empty(), false);
  }

  /** Figures that a probe counted. */
  public static Measured counted(Probe probe, Map<String, Object> figures) {
    Map<String, Object> all = new LinkedHashMap<>(figures);
    probe.sample().ifPresent(s -> all.put("sampleRows", s.rows()));
    return new Measured(all, Optional.of(probe), true);
  }

  /** Nothing counted yet; the probe could. */
  public static Measured notRun(Probe probe) {
    return new Measured(Map.of(), Optional.of(probe), false);
  }

  /** How many rows were counted that break the rule; 0 if none was, or nobody counted. */
  public long brokenRows() {
    return BROKEN.stream()
        .map(figures::get)
        .filter(Number.class::isInstance)
        .mapToLong(figure -> ((Number) figure).longValue())
        .max()
        .orElse(0);
  }

  /** The question's exact text. */
  public Optional<String> sql() {
    return probe.map(Probe::sql);
  }
}
