package dev.shardwright.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL that tells which client a row belongs to.
 *
 * @param joins LEFT JOINs to add to the row's FROM, in order
 * @param key one expression per column of the root's key; NULL where the row has no owner
 */
record Owner(List<String> joins, List<String> key) {

  Owner {
    joins = List.copyOf(joins);
    key = List.copyOf(key);
  }

  /** The same after a join. */
  Owner after(String join) {
    List<String> all = new ArrayList<>(List.of(join));
    all.addAll(joins);
    return new Owner(all, key);
  }

  /** True in SQL where the row has an owner. */
  String present() {
    return key.getFirst() + " IS NOT NULL";
  }

  /** True in SQL where both rows have owners and these differ. */
  String differs(Owner other) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      terms.add(key.get(i) + " <> " + other.key.get(i));
    }
    return terms.size() == 1 ? terms.getFirst() : "(" + String.join(" OR ", terms) + ")";
  }
}
