package dev.shardwright.sql;

import dev.shardwright.sql.SqlTokens.Kind;
import dev.shardwright.sql.SqlTokens.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a text takes numbers in types narrower than 64 bits: parameters, variables, results, casts.
 *
 * <p>A scan of words, no parse: a column of a temporary table counts as a variable does.
 */
public final class NarrowNumbers {
  private static final Set<String> NARROW =
      Set.of("tinyint", "smallint", "mediumint", "int", "integer", "int1", "int2", "int3", "int4");
  // MySQL's casts know these two only; a signed one loses the upper half of an unsigned key
  private static final Set<String> CASTS = Set.of("signed");
  private static final String DOLLARS = "^\\$[A-Za-z_]*\\$|\\$[A-Za-z_]*\\$$";

  private final boolean mySqlFamily;
  private final Set<String> places = new LinkedHashSet<>();

  private NarrowNumbers(boolean mySqlFamily) {
    this.mySqlFamily = mySqlFamily;
  }

  /** The places as they are written, {@code p_client int}, {@code AS signed}, {@code ::integer}. */
  public static List<String> in(String sql, boolean mySqlFamily) {
    NarrowNumbers numbers = new NarrowNumbers(mySqlFamily);
    numbers.scan(sql);
    return List.copyOf(numbers.places);
  }

  private void scan(String sql) {
    List<Token> tokens = SqlTokens.of(sql, mySqlFamily);
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String word = token.text().toLowerCase(Locale.ROOT);
      Token before = tokens.get(i - 1);
      if (token.kind() == Kind.STRING && word.startsWith("$")) {
        scan(token.text().replaceAll(DOLLARS, ""));
      } else if (token.kind() == Kind.WORD && NARROW.contains(word)) {
        place(before, word, followedBy(tokens, i, "unsigned"));
      } else if (token.kind() == Kind.WORD && CASTS.contains(word) && before.is("as")) {
        places.add("AS " + word);
      }
    }
  }

  private static boolean followedBy(List<Token> tokens, int at, String word) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(word);
  }

  private void place(Token before, String type, boolean unsigned) {
    String whole = type + (unsigned ? " unsigned" : "");
    if (before.is("as")) {
      places.add("AS " + whole);
    } else if (before.is("returns")) {
      places.add("RETURNS " + whole);
    } else if (before.is(":")) {
      places.add("::" + whole);
    } else if (before.name()) {
      places.add(before.text() + " " + whole);
    } else {
      places.add(whole);
    }
  }
}
