package dev.shardwright.ui.findings;

import dev.shardwright.model.Figures;
import dev.shardwright.risk.Finding;
import java.util.Map;
import java.util.Optional;

/** The one number of a finding that matters. */
final class FindingFigure {
  private static final String NONE = Figures.exact(0);

  private FindingFigure() {}

  /** {@code 4 / 13}, {@code 2,318}: what breaks, of how many; empty if it has none. */
  static String of(Finding finding) {
    Map<String, Object> figures = finding.measured().figures();
    return ratio(figures, "exclusive", "referenced")
        .or(() -> ratio(figures, "orphans", "nonNull"))
        .or(() -> number(figures, "violatingRows"))
        .or(() -> number(figures, "orphans"))
        .or(() -> number(figures, "overlap").filter(rows -> !rows.equals(NONE)))
        .or(() -> number(figures, "unowned"))
        .or(() -> number(figures, "sharedRows"))
        .or(() -> number(figures, "duplicateKeys"))
        .or(() -> number(figures, "capacity"))
        .orElse("");
  }

  private static Optional<String> ratio(Map<String, Object> figures, String part, String whole) {
    return number(figures, part).flatMap(p -> number(figures, whole).map(w -> p + " / " + w));
  }

  private static Optional<String> number(Map<String, Object> figures, String name) {
    return figures.get(name) instanceof Number n
        ? Optional.of(Figures.exact(n.longValue()))
        : Optional.empty();
  }
}
