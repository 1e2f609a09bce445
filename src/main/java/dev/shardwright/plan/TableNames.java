package dev.shardwright.plan;

import dev.shardwright.model.Names;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Finds the table that a person means by {@code table}, {@code schema.table} or a name quoted as in
 * SQL.
 *
 * <p>An exact name wins. PostgreSQL folds unquoted names to lower case; whether MySQL and MariaDB
 * tell case apart depends on the server, so there any case is taken as long as one table fits.
 */
public final class TableNames {
  private static final int MOST_PROPOSALS = 3;

  private final Schema schema;
  private final List<TableName> names;

  public TableNames(Schema schema) {
    this.schema = schema;
    this.names = schema.tables().stream().map(t -> t.name()).toList();
  }

  /**
   * The one table of that name.
   *
   * @throws UserError if there is none or more than one; the sentence names the candidates
   */
  public TableName find(String text) {
    if (text.isBlank()) {
      throw new UserError("A table's name is missing where one is needed.");
    }
    List<TableName> found = candidates(text.strip());
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw new UserError(
          "There is no table " + text + " in " + schema.origin().described() + proposals(text));
    }
    throw new UserError("The table name " + text + " is ambiguous: it may be " + list(found) + ".");
  }

  /** All tables that the name may mean; exact names first, and alone. */
  List<TableName> candidates(String text) {
    List<String> parts = split(text);
    List<TableName> exact = matching(parts, String::equals);
    boolean quoted = text.indexOf('"') >= 0 || text.indexOf('`') >= 0;
    if (!exact.isEmpty()) {
      return exact;
    }
    if (schema.origin().product().isMySqlFamily()) {
      return matching(parts, String::equalsIgnoreCase);
    }
    return quoted
        ? List.of()
        : matching(parts, (name, given) -> name.equals(given.toLowerCase(Locale.ROOT)));
  }

  private List<TableName> matching(List<String> parts, BiPredicate<String, String> same) {
    int last = parts.size() - 1;
    if (last > 1) {
      return List.of();
    }
    return names.stream()
        .filter(n -> same.test(n.name(), parts.get(last)))
        .filter(n -> last == 0 || same.test(n.schema(), parts.getFirst()))
        .toList();
  }

  private String proposals(String text) {
    String wanted = split(text).getLast().toLowerCase(Locale.ROOT);
    int limit = Math.max(1, wanted.length() / 3);
    List<TableName> near =
        names.stream()
            .filter(n -> distance(wanted, n.name().toLowerCase(Locale.ROOT)) <= limit)
            .sorted(
                Comparator.comparingInt(
                    (TableName n) -> distance(wanted, n.name().toLowerCase(Locale.ROOT))))
            .limit(MOST_PROPOSALS)
            .toList();
    return near.isEmpty() ? "." : "; did you mean " + list(near) + "?";
  }

  static List<String> split(String text) {
    try {
      return Names.split(text);
    } catch (IllegalArgumentException e) {
      throw new UserError("The name " + text + " cannot be read: a quote is not closed.", e);
    }
  }

  private static String list(List<TableName> names) {
    return names.stream().map(TableName::toString).collect(Collectors.joining(" or "));
  }

  /** Levenshtein's: how many letters to add, drop or change. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
