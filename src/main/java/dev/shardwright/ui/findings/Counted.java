package dev.shardwright.ui.findings;

import static java.util.stream.Collectors.joining;

import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** What the data answered about a finding, in a line. */
final class Counted {
  private static final int MOST_LISTED = 8;

  private Counted() {}

  /** The figures with the time the count took; what was not counted says so. */
  static String of(Plan plan, Finding finding) {
    StringJoiner words = new StringJoiner(" · ");
    finding.measured().figures().forEach((name, figure) -> words.add(words(name, figure)));
    if (finding.measured().sql().isPresent() && !finding.measured().ran()) {
      words.add(Texts.of("findings.notRun"));
    }
    finding
        .measured()
        .sql()
        .flatMap(sql -> Optional.ofNullable(plan.evidence().answers().get(sql)))
        .ifPresent(a -> words.add(took(a.millis())));
    return words.toString();
  }

  /** {@code 4 ms}, {@code 2.3 s}. */
  private static String took(long millis) {
    return millis < 1000
        ? Texts.of("findings.tookMillis", millis)
        : Texts.of("findings.took", millis / 1000.0);
  }

  /** {@code violatingRows} → {@code violating rows 2,318}. */
  private static String words(String name, Object figure) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words + " " + shown(figure);
  }

  /** Of a long list the first; all of it is in the plan file and the JSON. */
  private static String shown(Object figure) {
    return switch (figure) {
      case Number number -> Texts.of("number", number);
      case Boolean is -> Texts.of(is ? "yes" : "no");
      case Map<?, ?> pair -> pair(pair);
      case List<?> list ->
          list.stream().limit(MOST_LISTED).map(Counted::shown).collect(joining("; "))
              + (list.size() > MOST_LISTED ? "; …" : "");
      default -> String.valueOf(figure);
    };
  }

  /** {@code Order 65 of 70}: so many of the rows of that type were found. */
  private static String pair(Map<?, ?> pair) {
    String found = number(pair, "found");
    String rows = number(pair, "rows");
    String value = String.valueOf(pair.get("value"));
    return found.isEmpty() ? value + " " + rows : Texts.of("findings.pair", value, found, rows);
  }

  private static String number(Map<?, ?> pair, String name) {
    return pair.get(name) instanceof Number number ? shown(number) : "";
  }
}
