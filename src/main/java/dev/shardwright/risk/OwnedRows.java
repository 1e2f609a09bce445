package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Conditions that are true for the rows of one client, or of any: keys compared by nested
 * semi-joins, so that rows never multiply (planner.md 11.3).
 */
final class OwnedRows {
  private final Situation situation;
  private final Sql sql;
  private final PlainOwners plain;

  OwnedRows(Situation situation, Sql sql, PlainOwners plain) {
    this.situation = situation;
    this.sql = sql;
    this.plain = plain;
  }

  /** True for the rows of one client, or of any if none is named. */
  Optional<String> belong(TableName table, String alias, Optional<List<String>> client) {
    UnaryOperator<String> row = sql.row(alias);
    if (table.equals(situation.root())) {
      return Optional.of(is(new Ascent(List.of(), sql.columns(plain.rootKey(), row)), client));
    }
    List<String> terms =
        plain.branches(table).stream().map(key -> owned(key, row, client, 1)).distinct().toList();
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(terms.getFirst());
      default -> Optional.of("(" + String.join("\n  OR ", terms) + ")");
    };
  }

  private static String is(Ascent way, Optional<List<String>> client) {
    return client.map(way::is).orElseGet(way::present);
  }

  private String owned(
      Relation key, UnaryOperator<String> row, Optional<List<String>> client, int depth) {
    Optional<List<String>> held = plain.carried(key);
    if (held.isPresent()) {
      return is(new Ascent(List.of(), sql.columns(held.get(), row)), client);
    }
    String pair = key.discriminator().map(d -> sql.holds(d, row) + " AND ").orElse("");
    return pair
        + tuple(sql.columns(key.childColumns(), row))
        + " IN ("
        + above(key, client, depth)
        + ")";
  }

  /** The values of the parent's columns in the rows of one client. */
  private String above(Relation key, Optional<List<String>> client, int depth) {
    if (!plain.plain(key)) {
      OwnerSets sets = OwnerSets.above(situation, sql, plain, List.of(key), client);
      return sets.with()
          + "SELECT "
          + String.join(", ", sets.keyColumns(key))
          + " FROM "
          + sets.set(key);
    }
    UnaryOperator<String> parent = sql.row("p" + depth);
    String belongs =
        key.parent().equals(situation.root())
            ? is(new Ascent(List.of(), sql.columns(plain.rootKey(), parent)), client)
            : owned(plain.last(key.parent()), parent, client, depth + 1);
    return "SELECT "
        + String.join(", ", sql.columns(key.parentColumns(), parent))
        + " FROM "
        + sql.table(key.parent())
        + " p"
        + depth
        + " WHERE "
        + belongs;
  }

  private static String tuple(List<String> columns) {
    return columns.size() == 1 ? columns.getFirst() : "(" + String.join(", ", columns) + ")";
  }
}
