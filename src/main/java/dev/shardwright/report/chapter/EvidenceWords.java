package dev.shardwright.report.chapter;

import dev.shardwright.model.Figures;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Measured;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was counted for a finding, in words. */
final class EvidenceWords {
  private static final int MOST_LISTED = 20;
  private static final int MINUTE = "2026-11-26T17:29".length();

  private EvidenceWords() {}

  /** The figures, when they were counted and how long it took; or that nobody counted. */
  static String of(Plan plan, Finding finding) {
    Measured measured = finding.measured();
    List<String> parts = new ArrayList<>();
    measured
        .figures()
        .forEach((name, figure) -> {
          if (!List.of().equals(figure)) {
            parts.add(words(name) + " " + value(figure));
          }
        });
    Optional<Evidence.Answer> answer =
        measured.sql().flatMap(sql -> Optional.ofNullable(plan.evidence().answers().get(sql)));
    if (answer.isPresent()) {
      answer.get().whyNot().ifPresent(why -> parts.add("not answered: " + why));
      parts.add("asked " + moment(answer.get().askedAt()) + ", " + answer.get().millis() + " ms");
    } else if (measured.sql().isPresent() && !measured.ran()) {
      parts.add("not counted in the data");
    }
    return String.join(" · ", parts);
  }

  private static String list(List<?> list) {
    String shown =
        list.stream()
            .limit(MOST_LISTED)
            .map(EvidenceWords::value)
            .collect(Collectors.joining("; "));
    return list.size() <= MOST_LISTED
        ? shown
        : shown + " … and " + Figures.exact(list.size() - MOST_LISTED) + " more";
  }

  /** To the minute: {@code 2026-11-26 17:29}. */
  private static String moment(String iso) {
    return iso.length() < MINUTE ? iso : iso.substring(0, MINUTE).replace('T', ' ');
  }

  /** {@code violatingRows} as {@code violating rows}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String value(Object figure) {
    return switch (figure) {
      case BigInteger big -> Figures.exact(big);
      case Integer number -> Figures.exact(number);
      case Long number -> Figures.exact(number);
      case List<?> list -> list(list);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> words(e.getKey().toString()) + " " + value(e.getValue()))
              .collect(Collectors.joining(", "));
      default -> figure.toString();
    };
  }
}
