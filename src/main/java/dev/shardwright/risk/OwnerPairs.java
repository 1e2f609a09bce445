package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The rows of a table with each of their owners.
 *
 * <p>Rows with equal keys are counted together: what owners a row has depends on its keys alone, so
 * rows need no identity.
 */
final class OwnerPairs {
  private final Sql sql;
  private final PlainOwners plain;
  private final TableName table;
  private final List<Relation> keys;
  private final List<String> kept;
  private final OwnerSets sets;

  /**
   * @param keys those that give the table's rows an owner
   */
  OwnerPairs(
      Situation situation, Sql sql, PlainOwners plain, TableName table, List<Relation> keys) {
    this.sql = sql;
    this.plain = plain;
    this.table = table;
    this.keys = List.copyOf(keys);
    kept = columns(keys);
    sets = OwnerSets.above(situation, sql, plain, keys, Optional.empty());
  }

  private static List<String> columns(List<Relation> keys) {
    TreeSet<String> kept = new TreeSet<>();
    for (Relation key : keys) {
      kept.addAll(key.childColumns());
      key.discriminator().ifPresent(d -> kept.add(d.column()));
    }
    return List.copyOf(kept);
  }

  /** How many columns tell the rows of {@link #select} apart: {@code f1, f2 …}. */
  int width() {
    return kept.size();
  }

  /** WITH: the owners above, and the table's rows counted by their keys. */
  String with() {
    String columns = String.join(", ", sql.columns(kept, sql.row("t")));
    return sets.with(
        "s ("
            + Sql.list(Sql.numbered("f", kept.size()), List.of("n"))
            + ") AS (\n  SELECT "
            + columns
            + ", COUNT(*)\n  FROM "
            + sql.table(table)
            + " t\n  GROUP BY "
            + columns
            + "\n)");
  }

  /** Every pair of rows with equal keys and one of their owners, once: {@code f1 …, n, c1 …}. */
  String select() {
    String shown = Sql.named(Sql.numbered("s.f", kept.size()), "f") + ", s.n AS n, ";
    List<String> selects = new ArrayList<>();
    for (Relation key : keys) {
      Ascent way = way(key);
      selects.add(
          "    SELECT "
              + shown
              + Sql.named(way.key(), "c")
              + "\n    FROM s"
              + way.joined().replace("\n", "\n    "));
    }
    return selects.size() == 1
        ? selects.getFirst().replaceFirst("SELECT ", "SELECT DISTINCT ")
        : String.join("\n    UNION\n", selects);
  }

  private Ascent way(Relation key) {
    UnaryOperator<String> row = column -> "s.f" + (kept.indexOf(column) + 1);
    return plain.plain(key)
        ? plain.over(key, row, Sql.aliases("p"))
        : new Ascent(
            List.of("LEFT JOIN " + sets.set(key) + " o ON " + sets.leads(key, row, "o")),
            sets.owner("o"));
  }
}
