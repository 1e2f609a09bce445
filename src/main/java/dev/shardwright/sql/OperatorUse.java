package dev.shardwright.sql;

import dev.shardwright.sql.PostgresTokens.Token;
import java.util.List;
import java.util.Set;

/** Whether a PostgreSQL text uses an operator or a type; a guess errs on the side of yes. */
public final class OperatorUse {
  // Words such as IN, DISTINCT, ORDER BY and LIKE use these without their sign.
  private static final Set<String> UNSAID =
      Set.of("=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~");

  private final List<Token> tokens;
  private final List<String> operators;

  public OperatorUse(String code) {
    tokens = PostgresTokens.of(code);
    operators = PostgresTokens.operators(code);
  }

  /** True if an operator can only be used by its sign. */
  public static boolean said(String sign) {
    return !UNSAID.contains(sign);
  }

  /** True if the sign stands in the text, alone or among others. */
  public boolean uses(String sign) {
    return operators.stream().anyMatch(o -> o.contains(sign));
  }

  /** True if something is made a value of the type: {@code x::t}, {@code CAST (x AS t)}. */
  public boolean casts(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1).replace("\"", "");
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.name() && token.text().equalsIgnoreCase(name)) {
        int first = i >= 2 && tokens.get(i - 1).sign(".") ? i - 2 : i;
        Token before = first >= 1 ? tokens.get(first - 1) : token;
        if (before.sign(":") || before.is("as") || call(i)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code t(x)} is a cast as well. */
  private boolean call(int i) {
    return i + 1 < tokens.size() && tokens.get(i + 1).sign("(");
  }
}
