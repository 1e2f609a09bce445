package dev.shardwright.risk;

import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes, for one question, the SQL that leads from a row up to the client it belongs to.
 *
 * <p>It joins no further up than to columns that provably hold the client's key. What cannot be
 * written, such as ownership through a loop of several tables, is empty: then the question cannot
 * be asked, and the answer is unknown, never 0.
 */
final class Owners {
  /** Longer questions would not come back in time. */
  private static final int MOST_JOINS = 40;

  private final Situation situation;
  private final Sql sql;
  private final List<String> rootKey;
  private final PlainOwners plain;
  private int aliases;

  Owners(Situation situation) {
    this(situation, PlainOwners.of(situation));
  }

  /** With what other questions found of the ways up. */
  Owners(Situation situation, PlainOwners plain) {
    this.situation = situation;
    this.sql = Sql.of(situation);
    this.rootKey = plain.rootKey();
    this.plain = plain;
  }

  /** The owner of the row known as {@code alias}. */
  Optional<Ascent> of(TableName table, String alias) {
    if (rootKey.isEmpty() || aliases > MOST_JOINS) {
      return Optional.empty();
    }
    if (table.equals(situation.root())) {
      return Optional.of(new Ascent(List.of(), sql.columns(rootKey, sql.row(alias))));
    }
    List<Relation> owners = situation.ownership().ownersOf(table);
    return switch (situation.ownership().of(table)) {
      case ROOT, NONE -> Optional.empty();
      case TOTAL, SINGLE -> over(plain.last(table), alias);
      case INHERITS -> over(owners.getFirst(), alias);
      case MULTI -> anyOf(owners, alias);
      case RECURSIVE -> recursive(table, owners, alias);
    };
  }

  /** The owner of the row that a relation leads to from the row known as {@code alias}. */
  Optional<Ascent> over(Relation relation, String alias) {
    if (rootKey.isEmpty() || !situation.pointsAtUnique(relation)) {
      return Optional.empty();
    }
    if (plain.plain(relation)) {
      return Optional.of(plain.over(relation, sql.row(alias), this::parentAlias));
    }
    String parent = parentAlias();
    String join =
        "LEFT JOIN "
            + sql.table(relation.parent())
            + " "
            + parent
            + " ON "
            + sql.joined(alias, relation, parent);
    return of(relation.parent(), parent).map(owner -> owner.after(join));
  }

  private String parentAlias() {
    return "p" + ++aliases;
  }

  private Optional<Ascent> anyOf(List<Relation> relations, String alias) {
    List<Ascent> found = new ArrayList<>();
    for (Relation r : relations) {
      Optional<Ascent> owner = over(r, alias);
      if (owner.isEmpty()) {
        return owner;
      }
      found.add(owner.get());
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(first(found));
  }

  private Ascent first(List<Ascent> owners) {
    if (owners.size() == 1) {
      return owners.getFirst();
    }
    List<String> joins = owners.stream().flatMap(o -> o.joins().stream()).toList();
    List<String> key = new ArrayList<>();
    for (int i = 0; i < rootKey.size(); i++) {
      int column = i;
      key.add(
          "COALESCE("
              + String.join(", ", owners.stream().map(o -> o.key().get(column)).toList())
              + ")");
    }
    return new Ascent(joins, key);
  }

  /** One self loop: the rows that other keys own, and below them those that only the loop owns. */
  private Optional<Ascent> recursive(TableName table, List<Relation> owners, String alias) {
    List<Relation> loops = owners.stream().filter(Relation::selfLoop).toList();
    List<Relation> others = owners.stream().filter(r -> !r.selfLoop()).toList();
    if (loops.size() != 1
        || rootKey.size() != 1
        || others.stream().anyMatch(r -> inLoop(r.parent()))
        || !situation.pointsAtUnique(loops.getFirst())) {
      return Optional.empty();
    }
    Relation loop = loops.getFirst();
    String row = "r" + ++aliases;
    return anyOf(others, row).map(owner -> closure(table, loop, owner, row, alias));
  }

  private boolean inLoop(TableName parent) {
    return situation.ownership().of(parent) == Ownership.RECURSIVE;
  }

  private Ascent closure(TableName table, Relation loop, Ascent owner, String row, String alias) {
    String done = "o" + ++aliases;
    String joins = owner.joins().stream().map(j -> "\n    " + j).reduce("", String::concat);
    List<String> keys = new ArrayList<>();
    List<String> up = new ArrayList<>();
    List<String> match = new ArrayList<>();
    for (int i = 0; i < loop.parentColumns().size(); i++) {
      keys.add(sql.column(row, loop.parentColumns().get(i)) + " AS k" + i);
      up.add("owned.k" + i + " = " + sql.column(row, loop.childColumns().get(i)));
      match.add(done + ".k" + i + " = " + sql.column(alias, loop.parentColumns().get(i)));
    }
    String join =
        """
        LEFT JOIN (
          WITH RECURSIVE owned AS (
            SELECT {keys}, {owner} AS owner_key
            FROM {table} {row}{joins}
            WHERE {owner} IS NOT NULL
            UNION ALL
            SELECT {keys}, owned.owner_key
            FROM owned
            JOIN {table} {row} ON {up}{joins}
            WHERE {owner} IS NULL
          )
          SELECT * FROM owned
        ) {done} ON {match}\
        """
            .replace("{keys}", String.join(", ", keys))
            .replace("{owner}", owner.key().getFirst())
            .replace("{table}", sql.table(table))
            .replace("{row}", row)
            .replace("{joins}", joins)
            .replace("{up}", String.join(" AND ", up))
            .replace("{done}", done)
            .replace("{match}", String.join(" AND ", match));
    return new Ascent(List.of(join), List.of(done + ".owner_key"));
  }
}
