package dev.shardwright.risk;

import dev.shardwright.model.Check;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a CHECK condition for what it says about NULLs: whether it can hold at all when certain
 * columns are set.
 *
 * <p>It reckons with ranges of what an expression may be; whatever it does not know may be
 * anything, so that only a real contradiction counts as one.
 */
final class NullPatterns {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|'(?:[^']|'')*'|::|<=|>=|<>|!=|\\|\\||&&"
              + "|[A-Za-z_][\\w$]*|\\d+(?:\\.\\d+)?|.)",
          Pattern.DOTALL);

  private final List<String> tokens = new ArrayList<>();
  private final Set<String> set;
  private int at;

  /** What an expression may be: a number or truth value within bounds, or a column. */
  private record Range(long low, long high, String column) {
    static final Range ANY = new Range(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4, "");
    static final Range MAYBE = new Range(0, 1, "");

    static Range of(long value) {
      return new Range(value, value, "");
    }

    static Range of(boolean value) {
      return of(value ? 1 : 0);
    }

    boolean surelyTrue() {
      return low > 0 || high < 0;
    }

    boolean surelyFalse() {
      return low == 0 && high == 0;
    }

    Range truth() {
      return surelyTrue() ? of(true) : surelyFalse() ? of(false) : MAYBE;
    }

    Range not() {
      Range truth = truth();
      return new Range(1 - truth.high, 1 - truth.low, "");
    }
  }

  private NullPatterns(String expression, Set<String> set) {
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      if (!token.group(1).isBlank()) {
        tokens.add(token.group(1));
      }
    }
    this.set = set;
  }

  /** True if some enforced CHECK of the table forbids that all these columns are set at once. */
  static boolean forbids(Table table, Set<String> columns) {
    return table.checks().stream()
        .filter(c -> c.enforced() && c.validated() && !c.exclusion())
        .anyMatch(c -> impossible(c, columns));
  }

  private static boolean impossible(Check check, Set<String> columns) {
    NullPatterns reader = new NullPatterns(check.expression(), columns);
    Range whole = reader.or();
    return reader.at == reader.tokens.size() && whole.surelyFalse();
  }

  private Range or() {
    Range left = exclusiveOr();
    while (word("or") || word("||")) {
      Range a = left.truth();
      Range b = exclusiveOr().truth();
      left = new Range(Math.max(a.low, b.low), Math.max(a.high, b.high), "");
    }
    return left;
  }

  private Range exclusiveOr() {
    Range left = and();
    while (word("xor")) {
      left = compare(left.truth(), and().truth(), "<>");
    }
    return left;
  }

  private Range and() {
    Range left = not();
    while (word("and") || word("&&")) {
      Range a = left.truth();
      Range b = not().truth();
      left = new Range(Math.min(a.low, b.low), Math.min(a.high, b.high), "");
    }
    return left;
  }

  private Range not() {
    return word("not") ? not().not() : comparison();
  }

  private Range comparison() {
    Range left = sum();
    while (true) {
      String operator = peek();
      if (Set.of("=", "<>", "!=", "<", ">", "<=", ">=").contains(operator)) {
        at++;
        left = compare(left, sum(), operator.equals("!=") ? "<>" : operator);
      } else if (word("is")) {
        left = is(left);
      } else {
        return left;
      }
    }
  }

  private Range is(Range left) {
    boolean negated = word("not");
    Range found;
    if (word("null")) {
      found = set.contains(left.column()) ? Range.of(false) : Range.MAYBE;
    } else if (word("true")) {
      found = left.truth();
    } else if (word("false")) {
      found = left.truth().not();
    } else {
      skip();
      found = Range.MAYBE;
    }
    return negated ? found.not() : found;
  }

  private Range sum() {
    Range left = operand();
    while (peek().equals("+") || peek().equals("-")) {
      boolean plus = tokens.get(at++).equals("+");
      Range right = operand();
      left =
          plus
              ? new Range(left.low + right.low, left.high + right.high, "")
              : new Range(left.low - right.high, left.high - right.low, "");
    }
    return left;
  }

  private Range operand() {
    Range found = primary();
    while (peek().equals("::")) {
      at += 2;
      if (peek().equals("(")) {
        arguments();
      }
    }
    return found;
  }

  private Range primary() {
    String token = peek();
    skip();
    if (token.equals("(")) {
      Range inner = or();
      return close() ? inner : Range.ANY;
    }
    if (token.matches("\\d{1,9}")) {
      return Range.of(Long.parseLong(token));
    }
    String name = token.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "true" -> Range.of(true);
      case "false" -> Range.of(false);
      case "case" -> cases();
      case "cast" -> cast();
      default ->
          peek().equals("(") ? call(name) : new Range(Range.ANY.low, Range.ANY.high, bare(token));
    };
  }

  private Range call(String name) {
    List<Range> arguments = arguments();
    long known = arguments.stream().filter(a -> set.contains(a.column())).count();
    long all = arguments.size();
    return switch (name) {
      case "num_nonnulls" -> new Range(known, all, "");
      case "num_nulls" -> new Range(0, all - known, "");
      case "isnull" -> known == all ? Range.of(false) : Range.MAYBE;
      case "if" -> all == 3 ? chosen(arguments) : Range.ANY;
      default -> Range.ANY;
    };
  }

  private static Range chosen(List<Range> arguments) {
    Range condition = arguments.getFirst();
    return condition.surelyTrue()
        ? arguments.get(1)
        : condition.surelyFalse() ? arguments.get(2) : hull(arguments.get(1), arguments.get(2));
  }

  private Range cases() {
    List<Range> possible = new ArrayList<>();
    boolean settled = false;
    while (word("when")) {
      Range condition = or();
      boolean then = word("then");
      Range value = or();
      if (!then) {
        return Range.ANY;
      }
      if (!settled && !condition.surelyFalse()) {
        possible.add(value);
      }
      settled |= condition.surelyTrue();
    }
    Range otherwise = word("else") ? or() : Range.ANY;
    if (!settled) {
      possible.add(otherwise);
    }
    return word("end") ? possible.stream().reduce(NullPatterns::hull).orElse(Range.ANY) : Range.ANY;
  }

  private Range cast() {
    if (!peek().equals("(")) {
      return Range.ANY;
    }
    skip();
    Range inner = or();
    int depth = 1;
    while (depth > 0 && at < tokens.size()) {
      String token = tokens.get(at++);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }
    return inner;
  }

  private List<Range> arguments() {
    List<Range> all = new ArrayList<>();
    skip();
    while (at < tokens.size() && !peek().equals(")")) {
      int before = at;
      all.add(or());
      if (peek().equals(",") || at == before) {
        skip();
      }
    }
    skip();
    return all;
  }

  private boolean close() {
    boolean closed = peek().equals(")");
    skip();
    return closed;
  }

  private static Range hull(Range a, Range b) {
    return new Range(Math.min(a.low, b.low), Math.max(a.high, b.high), "");
  }

  private static Range compare(Range a, Range b, String operator) {
    return switch (operator) {
      case "=" -> equal(a, b);
      case "<>" -> equal(a, b).not();
      case "<" -> less(a, b);
      case ">" -> less(b, a);
      case "<=" -> less(b, a).not();
      default -> less(a, b).not();
    };
  }

  private static Range equal(Range a, Range b) {
    if (a.low > b.high || b.low > a.high) {
      return Range.of(false);
    }
    boolean points = a.low == a.high && b.low == b.high;
    return points ? Range.of(true) : Range.MAYBE;
  }

  private static Range less(Range a, Range b) {
    return a.high < b.low ? Range.of(true) : a.low >= b.high ? Range.of(false) : Range.MAYBE;
  }

  private boolean word(String word) {
    boolean is = peek().equalsIgnoreCase(word);
    if (is) {
      at++;
    }
    return is;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private void skip() {
    at++;
  }

  private static String bare(String token) {
    boolean quoted = token.startsWith("\"") || token.startsWith("`");
    String inner = quoted ? token.substring(1, token.length() - 1) : token;
    return quoted ? inner.replace(token.substring(0, 1).repeat(2), token.substring(0, 1)) : inner;
  }
}
