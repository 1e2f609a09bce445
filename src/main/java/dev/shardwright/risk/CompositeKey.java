package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a possible connection of clients into one that the server refuses: the key to the other
 * parent also carries the owner.
 */
final class CompositeKey {
  private CompositeKey() {}

  /**
   * Only where the table and the other parent both hold the owner in one plain column.
   *
   * @param broken true if rows are known that the new key would refuse
   */
  static Optional<Remedy> of(
      Situation situation, Table table, List<Relation> keys, boolean broken) {
    Optional<Relation> owner = keys.stream().filter(r -> toRoot(situation, r)).findFirst();
    return owner.flatMap(o -> statements(situation, table, o, keys, broken));
  }

  private static boolean toRoot(Situation situation, Relation r) {
    return r.parent().equals(situation.root()) && r.childColumns().size() == 1 && r.declared();
  }

  private static Optional<Remedy> statements(
      Situation situation, Table table, Relation owner, List<Relation> keys, boolean broken) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Change> steps = new ArrayList<>();
    boolean unchecked = false;
    for (Relation key : keys) {
      Optional<Relation> above =
          situation.clientParents(key.parent()).stream()
              .filter(r -> toRoot(situation, r) && !r.nullable())
              .filter(r -> r.parentColumns().equals(owner.parentColumns()))
              .findFirst();
      List<String> up = new ArrayList<>(key.parentColumns());
      List<String> down = new ArrayList<>(key.childColumns());
      if (!key.validated() && key.enforced() && key.declared()) {
        steps.add(new Change.ReplaceKey(key, key.checked()));
        unchecked = true;
      } else if (key.declared() && above.isPresent() && carry(above.get(), owner, up, down)) {
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
  private static boolean carry(Relation above, Relation owner, List<String> up, List<String> down) {
    String there = above.childColumns().getFirst();
    String here = owner.childColumns().getFirst();
    int at = up.indexOf(there);
    if (at >= 0 || down.contains(here)) {
      return at >= 0 && at == down.indexOf(here);
    }
    up.addFirst(there);
    down.addFirst(here);
    return true;
  }
}
