package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements for the rows whose key leads nowhere.
 *
 * @param nullable those of its columns that may be NULL
 */
record Orphans(List<String> nullable, FoundRows rows) {
  Orphans {
    nullable = List.copyOf(nullable);
  }

  static Orphans of(Situation situation, Relation key) {
    Sql sql = Sql.of(situation);
    String join =
        "LEFT JOIN %s p ON %s".formatted(sql.table(key.parent()), sql.joined("t", key, "p"));
    String where =
        sql.allSet("t", key.childColumns())
            + " AND "
            + sql.column("p", key.parentColumns().getFirst())
            + " IS NULL"
            + key.discriminator().map(d -> " AND " + sql.holds(d, sql.row("t"))).orElse("");
    List<String> nullable =
        situation.table(key.child()).stream()
            .flatMap(t -> key.childColumns().stream().filter(c -> t.anyNullable(List.of(c))))
            .toList();
    return new Orphans(nullable, FoundRows.of(situation, key.child(), List.of(join), where));
  }

  /** The rows stay, their key is emptied. */
  String emptied() {
    Map<String, String> values = new LinkedHashMap<>();
    nullable.forEach(c -> values.put(c, "NULL"));
    return rows.set(values);
  }

  String deleted() {
    return rows.delete();
  }
}
