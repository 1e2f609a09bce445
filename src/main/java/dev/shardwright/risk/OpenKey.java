package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Relation.Deferral;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens a loop at one key: rows may be written before those that they point at. */
final class OpenKey {
  private OpenKey() {}

  static List<Remedy> remedies(Situation situation, Relation key) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Remedy> remedies = new ArrayList<>();
    String columns = key.child() + " (" + String.join(", ", key.childColumns()) + ")";
    if (!situation.product().isMySqlFamily()) {
      remedies.add(
          Remedy.run(
              "Let the server check the key of " + columns + " at commit",
              ddl,
              List.of(new Change.ReplaceKey(key, key.deferral(Deferral.DEFERRABLE)))));
    }
    emptied(situation, key)
        .ifPresent(column ->
            remedies.add(
                Remedy.run(
                    "Let the key of " + columns + " be empty, and copy in two passes",
                    ddl,
                    List.of(new Change.AllowNull(key.child(), column)))));
    return remedies;
  }

  /** One column is enough, unless the row is told by it. */
  private static Optional<Column> emptied(Situation situation, Relation key) {
    return situation.table(key.child()).stream()
        .flatMap(t ->
            key.childColumns().stream()
                .filter(c ->
                    t.rowIdentity().map(UniqueKey::columns).filter(k -> k.contains(c)).isEmpty())
                .flatMap(c -> t.column(c).stream()))
        .findFirst();
  }
}
