package dev.shardwright.export;

import dev.shardwright.model.Routine;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What tables stand on: types, and the routines that they or the tables call. A domain's check may
 * call a routine, whose arguments may be of another type: each comes after what it stands on.
 */
final class Groundwork {
  private final Placement placement;
  private final Function<String, Set<TableName>> types;
  private final SortedMap<String, Object> objects = new TreeMap<>();

  private Groundwork(Part part, List<Routine> early) {
    placement = new Placement(part.plan());
    types = PostgresTypes.reader(part);
    PostgresTypes.needed(part).forEach(type -> objects.put(id(type.name()), type));
    early.forEach(routine -> objects.put(id(routine.key()), routine));
  }

  // types first, as far as they can
  private static String id(TableName type) {
    return "1 " + type;
  }

  private static String id(String routine) {
    return "2 " + routine;
  }

  /** Types and routines in the order in which they can be made. */
  static List<Object> of(Part part, SideObjects objects) {
    Groundwork ground = new Groundwork(part, objects.early());
    return MakingOrder.of(ground.objects, (_, object) -> ground.standsOn(object));
  }

  private Set<String> standsOn(Object object) {
    return switch (object) {
      case TypeDefinition type -> named(type.definition(), PostgresTypes.text(type));
      case Routine routine when Placement.checkedWhenMade(routine) ->
          named(routine.definition().orElse(""), routine.definition().orElse(""));
      case Routine routine -> named(Placement.head(routine), "");
      default -> throw new IllegalStateException("no type or routine: " + object);
    };
  }

  private Set<String> named(String withTypes, String withCalls) {
    Set<String> ids = new TreeSet<>();
    types.apply(withTypes).forEach(type -> ids.add(id(type)));
    placement.named(withCalls).routines().forEach(routine -> ids.add(id(routine)));
    return ids;
  }
}
