package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Keys that PostgreSQL's INHERITS does not hand down, although columns are. */
final class Inherited {
  private Inherited() {}

  static Stream<KeySuggestion> suggestions(Schema schema, Collection<Relation> relations) {
    return schema.tables().stream()
        .filter(t -> !t.inherits().isEmpty())
        .flatMap(t -> of(relations, t));
  }

  private static Stream<KeySuggestion> of(Collection<Relation> relations, Table table) {
    List<Relation> own = relations.stream().filter(r -> r.child().equals(table.name())).toList();
    return table.inherits().stream()
        .flatMap(parent -> keys(relations, parent))
        .filter(r -> own.stream().noneMatch(o -> o.childColumns().equals(r.childColumns())))
        .filter(r -> r.childColumns().stream().allMatch(c -> table.column(c).isPresent()))
        .map(r ->
            new KeySuggestion(
                table.name(),
                r.childColumns(),
                r.parent(),
                r.parentColumns(),
                0.99,
                r.child().name() + ", from which it inherits, has this key"));
  }

  private static Stream<Relation> keys(Collection<Relation> relations, TableName parent) {
    return relations.stream().filter(r -> r.child().equals(parent));
  }
}
