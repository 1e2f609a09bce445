package dev.shardwright.sql;

import dev.shardwright.sql.SqlTokens.Kind;
import dev.shardwright.sql.SqlTokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that a body may mean: tables by the words before them, routines by the bracket behind.
 *
 * <p>A scan of words, no parse: the caller keeps the names that his catalog knows. Comments and
 * strings are no code; what a program puts together at run time cannot be seen.
 *
 * @param tables names as their parts: {@code [schema, table]} or {@code [table]}
 * @param calls names before an opening bracket
 * @param dynamic true if statements are put together at run time
 */
public record BodyNames(Set<List<String>> tables, Set<List<String>> calls, boolean dynamic) {
  private static final Set<String> BEFORE_TABLE =
      Set.of(
          "from",
          "join",
          "into",
          "update",
          "table",
          "using",
          "truncate",
          "only",
          "copy",
          "insert",
          "replace",
          "ignore",
          "references",
          "on",
          "setof",
          "straight_join",
          "returns");

  public BodyNames {
    tables = Set.copyOf(tables);
    calls = Set.copyOf(calls);
  }

  /**
   * The names in a text.
   *
   * @param mySqlFamily true for MySQL and MariaDB, where unquoted names keep their case and {@code
   *     PREPARE} is dynamic; PostgreSQL folds to small letters and has {@code EXECUTE}
   */
  public static BodyNames of(String sql, boolean mySqlFamily) {
    Scan scan = new Scan(SqlTokens.of(sql, mySqlFamily), mySqlFamily);
    scan.run();
    return new BodyNames(scan.tables, scan.calls, scan.dynamic);
  }

  private static final class Scan {
    private final List<Token> tokens;
    private final boolean mySqlFamily;
    private final Set<List<String>> tables = new LinkedHashSet<>();
    private final Set<List<String>> calls = new LinkedHashSet<>();
    private boolean dynamic;
    private int at;

    Scan(List<Token> tokens, boolean mySqlFamily) {
      this.tokens = tokens;
      this.mySqlFamily = mySqlFamily;
    }

    void run() {
      boolean expected = false;
      boolean inList = false;
      while (at < tokens.size()) {
        Token token = tokens.get(at);
        String word = token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
        dynamic |= dynamic(word);
        if (token.name() && !BEFORE_TABLE.contains(word)) {
          List<String> name = name();
          take(name, expected);
          expected = false;
        } else {
          inList = word.equals("from") || word.equals("table") || (inList && !ends(token));
          expected = BEFORE_TABLE.contains(word) || (inList && token.is(","));
          at++;
        }
      }
    }

    private void take(List<String> name, boolean expected) {
      Token next = at < tokens.size() ? tokens.get(at) : new Token(Kind.SIGN, "");
      if (next.is("(")) {
        calls.add(name);
      }
      boolean rowType = next.is("%");
      if (expected || rowType || name.size() > 1) {
        tables.add(name);
        if (rowType && name.size() > 1) {
          tables.add(name.subList(0, name.size() - 1)); // table.column%TYPE
        }
      }
    }

    private boolean dynamic(String word) {
      if (mySqlFamily) {
        return word.equals("prepare");
      }
      if (!word.equals("execute")) {
        return false;
      }
      // EXECUTE FUNCTION of a trigger's definition is none
      Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : new Token(Kind.SIGN, "");
      return !next.is("function") && !next.is("procedure");
    }

    private static boolean ends(Token token) {
      return token.is(";") || token.is(")") || token.is("=");
    }

    /** Reads a dotted name and stops behind it. */
    private List<String> name() {
      List<String> parts = new ArrayList<>();
      parts.add(text(tokens.get(at++)));
      while (at + 1 < tokens.size() && tokens.get(at).is(".") && tokens.get(at + 1).name()) {
        parts.add(text(tokens.get(at + 1)));
        at += 2;
      }
      return List.copyOf(parts);
    }

    private String text(Token token) {
      return token.kind() == Kind.WORD && !mySqlFamily
          ? token.text().toLowerCase(Locale.ROOT)
          : token.text();
    }
  }
}
