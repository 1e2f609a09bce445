package dev.shardwright.sql;

import dev.shardwright.sql.SqlTokens.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a query's select list shows as it is: columns, not what functions make of them. */
public final class ShownColumns {
  private ShownColumns() {}

  /** Bare names in small letters, aliases and qualifiers among them; {@code *} for a star. */
  public static Set<String> of(String sql, boolean mySqlFamily) {
    List<Token> tokens = SqlTokens.of(sql, mySqlFamily);
    Set<String> shown = new HashSet<>();
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is("select")) {
      at++;
    }
    int depth = 0;
    for (int i = at + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (depth == 0 && token.is("from")) {
        break;
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && (token.name() || token.is("*"))) {
        shown.add(token.text().toLowerCase(Locale.ROOT));
      }
    }
    return shown;
  }
}
