package dev.shardwright.risk;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Schema;
import dev.shardwright.sql.OperatorUse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  // plans that were saved by earlier versions have them among what was skipped
  static OwnOperators of(Schema schema) {
    return new OwnOperators(
        Stream.concat(
                schema.minors().stream().flatMap(each -> own(declared(each), each.runs()).stream()),
                schema.skipped().stream().flatMap(s -> own(s.statement(), s.runs()).stream()))
            .toList());
  }

  // how a cast works and when stands behind its types
  private static String declared(MinorObject object) {
    String making = object.statements().isEmpty() ? "" : object.statements().getFirst();
    return object.kind() == MinorObject.Kind.CAST
        ? making.replaceFirst("^CREATE ", "").replaceFirst(" WITH FUNCTION .*\\)(?=$| AS )", "")
        : object.title();
  }

  private static Optional<Own> own(String declared, Optional<String> runs) {
    Matcher operator = OPERATOR.matcher(declared);
    if (operator.matches()) {
      String sign = operator.group(2);
      return Optional.of(new Own(operator.group(1), sign, false, OperatorUse.said(sign), runs));
    }
    Matcher cast = CAST.matcher(declared);
    return cast.matches() && cast.group(3) == null
        ? Optional.of(new Own(cast.group(1), cast.group(2), true, cast.group(4) == null, runs))
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
