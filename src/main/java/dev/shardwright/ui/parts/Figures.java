package dev.shardwright.ui.parts;

import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers as people read them: short in lists, exact where there is room. */
public final class Figures {
  private static final long SHORT_FROM = 10_000;

  private Figures() {}

  /** {@code 8,204}, {@code 41.9 k}, {@code 120 k}, {@code 3.4 M}. */
  public static String brief(long number) {
    if (number < SHORT_FROM) {
      return exact(number);
    }
    double value = number;
    String unit = "";
    for (String next : new String[] {"k", "M", "G", "T"}) {
      if (value < 999.5) {
        break;
      }
      value /= 1000;
      unit = next;
    }
    return String.format(Locale.ENGLISH, value < 99.95 ? "%.1f %s" : "%.0f %s", value, unit);
  }

  /** {@code 41,907}. */
  public static String exact(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code 38 MB}, in powers of 1024 as the servers count. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < 4) {
      value /= 1024;
      unit++;
    }
    String pattern = value < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s";
    return String.format(
        Locale.ENGLISH, pattern, value, new String[] {"B", "KB", "MB", "GB", "TB"}[unit]);
  }

  /** The rows of a table for a list; empty while unknown. */
  public static String rows(Table table) {
    return table.rowCount().are() == RowCount.Exactness.UNKNOWN
        ? ""
        : brief(table.rowCount().rows());
  }

  /** {@code 120,411 rows · 38 MB}; an estimate says so. */
  public static String size(Table table) {
    RowCount count = table.rowCount();
    String rows =
        switch (count.are()) {
          case EXACT -> Texts.of("figures.rows", count.rows());
          case ESTIMATE -> Texts.of("figures.rowsAbout", count.rows());
          case UNKNOWN -> "";
        };
    String bytes = table.bytes().isPresent() ? bytes(table.bytes().getAsLong()) : "";
    return rows.isEmpty() || bytes.isEmpty() ? rows + bytes : rows + " · " + bytes;
  }

  /** The one number of a finding that matters; empty if it has none. */
  public static String of(Finding finding) {
    Map<String, Object> figures = finding.measured().figures();
    return ratio(figures, "exclusive", "referenced")
        .or(() -> ratio(figures, "found", "nonNull"))
        .or(() -> number(figures, "violatingRows"))
        .or(() -> number(figures, "orphans"))
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
        ? Optional.of(exact(n.longValue()))
        : Optional.empty();
  }
}
