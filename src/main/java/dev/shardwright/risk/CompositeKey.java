package dev.shardwright.risk;

import dev.shardwright.classify.Anchor;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a possible connection of clients into one that the server refuses: the key to the other
 * parent also carries the owner.
 */
final class CompositeKey {
  private CompositeKey() {}

  /**
   * A column of a table that holds the root's key.
   *
   * @param key the column of the root
   * @param by the relations that prove it
   */
  private record Owner(String column, String key, Set<Relation> by) {}

  /**
   * Only where the table and the other parent both hold the owner in one plain column.
   *
   * @param broken true if rows are known that the new key would refuse
   */
  static Optional<Remedy> of(
      Situation situation, Table table, List<Relation> keys, boolean broken) {
    return owner(situation, table.name(), keys)
        .flatMap(o -> statements(situation, table, o, keys, broken));
  }

  /** By a key to the root, or by one that carries the root's key down from further above. */
  private static Optional<Owner> owner(
      Situation situation, TableName table, Collection<Relation> keys) {
    return keys.stream()
        .filter(r -> toRoot(situation, r))
        .findFirst()
        .map(r -> new Owner(r.childColumns().getFirst(), r.parentColumns().getFirst(), Set.of(r)))
        .or(() -> carried(situation, table, keys));
  }

  private static Optional<Owner> carried(
      Situation situation, TableName table, Collection<Relation> keys) {
    return situation.anchors().of(table).entrySet().stream()
        .filter(e -> e.getKey().above().equals(situation.root()))
        .filter(e -> e.getKey().columns().size() == 1)
        .filter(e -> !Collections.disjoint(e.getValue(), keys))
        .min(Map.Entry.comparingByKey(Anchor.ORDER))
        .map(e ->
            new Owner(e.getKey().columns().getFirst(), e.getKey().key().getFirst(), e.getValue()));
  }

  private static boolean toRoot(Situation situation, Relation r) {
    return r.parent().equals(situation.root()) && r.childColumns().size() == 1 && r.declared();
  }

  /** The owner of a parent's rows, each of which has one. */
  private static Optional<Owner> above(Situation situation, TableName parent, Owner owner) {
    List<Relation> always =
        situation.clientParents(parent).stream().filter(r -> !r.nullable()).toList();
    return owner(situation, parent, always).filter(a -> a.key().equals(owner.key()));
  }

  private static Optional<Remedy> statements(
      Situation situation, Table table, Owner owner, List<Relation> keys, boolean broken) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Change> steps = new ArrayList<>();
    boolean unchecked = false;
    for (Relation key : keys) {
      Optional<Owner> above = above(situation, key.parent(), owner);
      List<String> up = new ArrayList<>(key.parentColumns());
      List<String> down = new ArrayList<>(key.childColumns());
      if (!key.validated() && key.enforced() && key.declared()) {
        steps.add(new Change.ReplaceKey(key, key.checked()));
        unchecked = true;
      } else if (key.declared()
          && !owner.by().contains(key)
          && above.isPresent()
          && carry(above.get(), owner, up, down)) {
        steps.add(new Change.AddUnique(key.parent(), up));
        steps.add(
            new Change.AddKey(
                Change.key(table.name(), down, key.parent(), up, table.anyNullable(down))));
        steps.add(new Change.DropKey(key));
      }
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Remedy.run(
                "Make it provable: the key carries the owner, and the server refuses rows of two"
                    + " clients"
                    + (broken || unchecked ? ", after the rows that break it are repaired" : ""),
                ddl,
                steps));
  }

  /**
   * Puts the owner before both sides of a key, unless it is there already.
   *
   * @return false if a column of one side would stand against two of the other
   */
  private static boolean carry(Owner above, Owner owner, List<String> up, List<String> down) {
    int at = up.indexOf(above.column());
    if (at >= 0 || down.contains(owner.column())) {
      return at >= 0 && at == down.indexOf(owner.column());
    }
    up.addFirst(above.column());
    down.addFirst(owner.column());
    return true;
  }
}
