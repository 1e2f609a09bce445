package dev.shardwright.sql;

import dev.shardwright.sql.SqlTokens.Kind;
import dev.shardwright.sql.SqlTokens.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns that a text compares for equality with something that is no column: a parameter, a
 * variable, a value. A join of two columns binds nothing.
 */
public final class BoundColumns {
  private BoundColumns() {}

  /**
   * Their bare names in small letters.
   *
   * @param column tells whether a bare name in small letters is a column of some table
   */
  public static Set<String> of(String sql, boolean mySqlFamily, Predicate<String> column) {
    List<Token> tokens = SqlTokens.of(sql, mySqlFamily);
    Set<String> bound = new HashSet<>();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      String left = name(tokens.get(i - 1));
      if (tokens.get(i).is("=") && !sign(tokens, i - 1, "<>!:")) {
        int end = i + 1;
        while (end + 2 < tokens.size() && tokens.get(end + 1).is(".")) {
          end += 2;
        }
        String right = name(tokens.get(end));
        boolean call = end + 1 < tokens.size() && tokens.get(end + 1).is("(");
        boolean leftColumn = column.test(left) && !variable(tokens, i - 1);
        boolean rightColumn = !call && column.test(right) && !variable(tokens, end);
        if (leftColumn != rightColumn) {
          bound.add(leftColumn ? left : right);
        }
      } else if (tokens.get(i).is("in") && tokens.get(i + 1).is("(")) {
        boolean query = i + 2 < tokens.size() && tokens.get(i + 2).is("select");
        if (!query && column.test(left)) {
          bound.add(left);
        }
      }
    }
    return bound;
  }

  private static boolean sign(List<Token> tokens, int at, String signs) {
    Token token = tokens.get(at);
    return token.kind() == Kind.SIGN && signs.contains(token.text());
  }

  /** NEW.x, OLD.x and @x are values, whatever they are called. */
  private static boolean variable(List<Token> tokens, int at) {
    if (at > 0 && tokens.get(at - 1).is("@")) {
      return true;
    }
    return at > 1
        && tokens.get(at - 1).is(".")
        && (tokens.get(at - 2).is("new") || tokens.get(at - 2).is("old"));
  }

  private static String name(Token token) {
    return token.name() ? token.text().toLowerCase(Locale.ROOT) : "";
  }
}
