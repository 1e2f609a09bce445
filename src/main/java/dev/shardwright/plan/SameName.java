package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.risk.KeySuggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One suggested key applied to every column of its name: in many systems a name such as {@code
 * provider_id} means the same table wherever it stands.
 */
public final class SameName {
  private SameName() {}

  private record Place(TableName table, String column) {}

  /**
   * The suggestion and the same relation from every other column of that name and type that is part
   * of no key and no plain id; the suggestion alone if it joins several columns.
   */
  public static List<Decision.Virtual> of(Plan plan, KeySuggestion suggestion) {
    if (suggestion.childColumns().size() != 1) {
      return List.of(suggestion.accepted());
    }
    String name = suggestion.childColumns().getFirst();
    Set<Place> settled = settled(plan);
    Optional<TypeFamily> family =
        plan.schema().table(suggestion.child()).flatMap(t -> t.column(name)).map(SameName::family);
    return plan.schema().tables().stream()
        .filter(t -> !t.name().equals(suggestion.parent()))
        .filter(t -> t.column(name).map(SameName::family).equals(family))
        .map(Table::name)
        .filter(t -> t.equals(suggestion.child()) || !settled.contains(new Place(t, name)))
        .map(t -> from(t, suggestion))
        .toList();
  }

  private static TypeFamily family(Column column) {
    return column.type().family();
  }

  private static Set<Place> settled(Plan plan) {
    Set<Place> settled = new HashSet<>();
    plan.relations()
        .forEach(r ->
            r.relation()
                .childColumns()
                .forEach(c -> settled.add(new Place(r.relation().child(), c))));
    plan.decisions()
        .of(Decision.PlainId.class)
        .forEach(p -> p.columns().forEach(c -> settled.add(new Place(p.table(), c))));
    return settled;
  }

  private static Decision.Virtual from(TableName child, KeySuggestion s) {
    String why =
        child.equals(s.child()) ? s.why() : "the same name as " + s.child() + "." + name(s);
    return new Decision.Virtual(
        child,
        s.childColumns(),
        s.parent(),
        s.parentColumns(),
        Optional.empty(),
        true,
        Optional.of(why));
  }

  private static String name(KeySuggestion s) {
    return s.childColumns().getFirst();
  }
}
