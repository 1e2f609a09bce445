package dev.shardwright.risk;

import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.sql.OperatorUse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's operators and casts of the database's own: they run functions that no text names.
 */
record OwnOperators(List<Own> all) {
  private static final Pattern OPERATOR =
      Pattern.compile("(OPERATOR (?:\"[^\"]*\"|[\\w$]+)\\.(\\S+) \\(.*\\))");
  private static final Pattern CAST =
      Pattern.compile("(CAST \\(.* AS (.*)\\))( WITHOUT FUNCTION| WITH INOUT)?( AS \\w+)?");

  OwnOperators {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param what as it is declared, without its function
   * @param sign of an operator its sign, of a cast the type that it makes
   * @param said true if a text that uses it shows that; casts and comparisons may happen unsaid
   * @param function what it runs; empty if that is not known
   */
  record Own(String what, String sign, boolean cast, boolean said, Optional<String> function) {
    private boolean in(OperatorUse use) {
      return cast ? use.casts(sign) : use.uses(sign);
    }
  }

  static OwnOperators of(Schema schema) {
    return new OwnOperators(schema.skipped().stream().flatMap(s -> own(s).stream()).toList());
  }

  private static Optional<Own> own(Skipped skipped) {
    Matcher operator = OPERATOR.matcher(skipped.statement());
    if (operator.matches()) {
      String sign = operator.group(2);
      return Optional.of(
          new Own(operator.group(1), sign, false, OperatorUse.said(sign), skipped.runs()));
    }
    Matcher cast = CAST.matcher(skipped.statement());
    return cast.matches() && cast.group(3) == null
        ? Optional.of(
            new Own(cast.group(1), cast.group(2), true, cast.group(4) == null, skipped.runs()))
        : Optional.empty();
  }

  /** The functions that a text runs by operators and casts that it shows. */
  List<String> calls(String text) {
    if (all.isEmpty()) {
      return List.of();
    }
    OperatorUse use = new OperatorUse(text);
    return all.stream()
        .filter(own -> own.said() && own.in(use))
        .flatMap(own -> own.function().stream())
        .toList();
  }
}
