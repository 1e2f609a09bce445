package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mends rows that two keys give to two clients: they lose one of the keys, or change the client.
 */
final class Repair {
  private final Situation situation;
  private final TableName table;
  private final Connection asked;

  private Repair(Situation situation, TableName table, Connection asked) {
    this.situation = situation;
    this.table = table;
    this.asked = asked;
  }

  /**
   * The ways there are; the rest is for people, with the rows that the question lists.
   *
   * @param keys one of each class, their owners as the question compares them
   */
  static List<Remedy> remedies(
      Situation situation, Table table, List<Relation> keys, Connection asked) {
    Repair repair = new Repair(situation, table.name(), asked);
    List<Remedy> remedies = new ArrayList<>();
    if (keys.size() == 2) {
      List<Ascent> owners = asked.asked().owners();
      repair.followed(keys.getFirst(), keys.getLast(), owners.getLast()).ifPresent(remedies::add);
      repair.followed(keys.getLast(), keys.getFirst(), owners.getFirst()).ifPresent(remedies::add);
    }
    for (Relation key : keys) {
      repair.emptied(table, key, keys).ifPresent(remedies::add);
    }
    return remedies;
  }

  /** The row's own key to the root takes the client that the other key leads to. */
  private Optional<Remedy> followed(Relation own, Relation other, Ascent owner) {
    boolean plain =
        own.parent().equals(situation.root())
            && own.childColumns().size() == 1
            && !other.childColumns().contains(own.childColumns().getFirst());
    return plain
        ? Optional.of(
            remedy(
                "Give the rows that break it to the client of "
                    + String.join(", ", other.childColumns())
                    + ", with all that hangs below them",
                Map.of(own.childColumns().getFirst(), owner.key().getFirst())))
        : Optional.empty();
  }

  /** The rows lose the key, where nothing else needs its columns. */
  private Optional<Remedy> emptied(Table child, Relation key, List<Relation> keys) {
    Set<String> needed = new LinkedHashSet<>();
    keys.stream().filter(k -> !k.equals(key)).forEach(k -> needed.addAll(k.childColumns()));
    child.rowIdentity().map(UniqueKey::columns).ifPresent(needed::addAll);
    Map<String, String> values = new LinkedHashMap<>();
    key.childColumns().stream()
        .filter(c -> !needed.contains(c))
        .filter(c -> child.column(c).filter(Column::nullable).isPresent())
        .forEach(c -> values.put(c, "NULL"));
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            remedy(
                "Empty " + String.join(", ", values.keySet()) + " in the rows that break it",
                values));
  }

  private Remedy remedy(String title, Map<String, String> values) {
    String sql =
        FoundRows.of(situation, table, asked.asked().joins(), asked.asked().violating())
            .set(values);
    return Remedy.run(
        title,
        new Ddl(situation.dialect()),
        List.of(new Change.Mend(sql, asked.counting(), Map.of("violating_rows", "0"))));
  }
}
