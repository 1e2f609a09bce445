package dev.shardwright.risk;

import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
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
  private int aliases;

  Owners(Situation situation) {
    this.situation = situation;
    this.sql = new Sql(situation.dialect());
    this.rootKey =
        situation
            .table(situation.root())
            .flatMap(Table::rowIdentity)
            .map(UniqueKey::columns)
            .orElse(List.of());
  }

  /** The owner of the row known as {@code alias}. */
  Optional<Owner> of(TableName table, String alias) {
    if (rootKey.isEmpty() || aliases > MOST_JOINS) {
      return Optional.empty();
    }
    if (table.equals(situation.root())) {
      return Optional.of(at(alias, rootKey));
    }
    Optional<List<String>> columns = held(table);
    if (columns.isPresent()) {
      return Optional.of(at(alias, columns.get()));
    }
    List<Relation> owners = situation.ownership().ownersOf(table);
    return switch (situation.ownership().of(table)) {
      case ROOT, NONE -> Optional.empty();
      case TOTAL, SINGLE -> over(situation.ownership().chainTo(table).getLast(), alias);
      case INHERITS -> over(owners.getFirst(), alias);
      case MULTI -> anyOf(owners, alias);
      case RECURSIVE -> recursive(table, owners, alias);
    };
  }

  /** The owner of the row that a relation leads to from the row known as {@code alias}. */
  Optional<Owner> over(Relation relation, String alias) {
    if (!situation.pointsAtUnique(relation)) {
      return Optional.empty();
    }
    Optional<List<String>> carried = carried(relation);
    if (carried.isPresent()) {
      return Optional.of(at(alias, carried.get()));
    }
    String parent = "p" + ++aliases;
    String join =
        "LEFT JOIN "
            + sql.table(relation.parent())
            + " "
            + parent
            + " ON "
            + sql.joined(alias, relation, parent);
    return of(relation.parent(), parent).map(owner -> owner.after(join));
  }

  private Owner at(String alias, List<String> columns) {
    return new Owner(List.of(), columns.stream().map(c -> sql.column(alias, c)).toList());
  }

  /** The columns of a table that hold its client's key, over keys that are never NULL. */
  private Optional<List<String>> held(TableName table) {
    List<Relation> chain = situation.ownership().chainTo(table);
    List<String> columns = rootKey;
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    for (Relation r : chain) {
      if (r.nullable() || !r.enforced() || !r.validated()) {
        return Optional.empty();
      }
      Optional<List<String>> below = mapped(columns, r);
      if (below.isEmpty()) {
        return Optional.empty();
      }
      columns = below.get();
    }
    return Optional.of(columns);
  }

  /** The child's columns that hold the key of the parent's client, if the relation carries it. */
  private Optional<List<String>> carried(Relation r) {
    boolean sure = r.enforced() && r.validated() && r.discriminator().isEmpty();
    if (!sure || (r.nullable() && r.childColumns().size() > 1)) {
      return Optional.empty();
    }
    return r.parent().equals(situation.root())
        ? mapped(rootKey, r)
        : held(r.parent()).flatMap(columns -> mapped(columns, r));
  }

  private static Optional<List<String>> mapped(List<String> parentColumns, Relation r) {
    return r.parentColumns().containsAll(parentColumns)
        ? Optional.of(
            parentColumns.stream()
                .map(c -> r.childColumns().get(r.parentColumns().indexOf(c)))
                .toList())
        : Optional.empty();
  }

  private Optional<Owner> anyOf(List<Relation> relations, String alias) {
    List<Owner> found = new ArrayList<>();
    for (Relation r : relations) {
      Optional<Owner> owner = over(r, alias);
      if (owner.isEmpty()) {
        return owner;
      }
      found.add(owner.get());
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(first(found));
  }

  private Owner first(List<Owner> owners) {
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
    return new Owner(joins, key);
  }

  /** One self loop: the rows that other keys own, and below them those that only the loop owns. */
  private Optional<Owner> recursive(TableName table, List<Relation> owners, String alias) {
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

  private Owner closure(TableName table, Relation loop, Owner owner, String row, String alias) {
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
    return new Owner(List.of(join), List.of(done + ".owner_key"));
  }
}
