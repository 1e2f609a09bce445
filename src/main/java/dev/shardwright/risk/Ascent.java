package dev.shardwright.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way from a row up to the client that owns it, over one key at each step.
 *
 * @param joins LEFT JOINs after the row's own table, in order; none where the row's own columns
 *     hold its client's key
 * @param key what then holds the client's key, one expression per column; all NULL without owner
 */
record Ascent(List<String> joins, List<String> key) {

  Ascent {
    joins = List.copyOf(joins);
    key = List.copyOf(key);
  }

  /** The same after a join. */
  Ascent after(String join) {
    List<String> all = new ArrayList<>(List.of(join));
    all.addAll(joins);
    return new Ascent(all, key);
  }

  /** True in SQL where both rows have owners and these differ. */
  String differs(Ascent other) {
    String terms =
        IntStream.range(0, key.size())
            .mapToObj(i -> key.get(i) + " <> " + other.key.get(i))
            .collect(Collectors.joining(" OR "));
    return key.size() == 1 ? terms : "(" + terms + ")";
  }

  /** True in SQL where the row has an owner. */
  String present() {
    return key.getFirst() + " IS NOT NULL";
  }

  /** True in SQL where the row belongs to this client. */
  String is(List<String> client) {
    return IntStream.range(0, key.size())
        .mapToObj(i -> key.get(i) + " = " + client.get(i))
        .collect(Collectors.joining(" AND "));
  }

  /** The joins as the rest of a FROM, each on a line of its own. */
  String joined() {
    return joins.stream().map(join -> "\n" + join).collect(Collectors.joining());
  }
}
