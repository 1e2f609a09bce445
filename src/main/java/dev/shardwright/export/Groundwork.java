package dev.shardwright.export;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Routine;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What tables stand on: types, the routines that they or the tables call, operators, casts and the
 * like. A domain's check may call a routine, whose arguments may be of another type: each comes
 * after what it stands on.
 */
final class Groundwork {
  private final Placement placement;
  private final Function<String, Set<TableName>> types;
  private final SortedMap<String, Object> objects = new TreeMap<>();

  private Groundwork(Part part, List<Object> early) {
    placement = new Placement(part.plan());
    types = PostgresTypes.reader(part);
    PostgresTypes.needed(part).forEach(type -> objects.put(id(type.name()), type));
    for (Object object : early) {
      switch (object) {
        case Routine routine -> objects.put(id(routine.key()), routine);
        case MinorObject minor -> objects.put(MinorObjects.id(minor), minor);
        default -> throw new IllegalStateException("no routine or minor object: " + object);
      }
    }
  }

  // shells and types first, then routines, then what works by them, as far as they can
  private static String id(TableName type) {
    return "1 " + type;
  }

  private static String id(String routine) {
    return "2 " + routine;
  }

  /** Types, routines and minor objects in the order in which they can be made. */
  static List<Object> of(Part part, SideObjects objects) {
    Groundwork ground = new Groundwork(part, objects.early());
    return MakingOrder.of(ground.objects, (_, object) -> ground.standsOn(object));
  }

  private Set<String> standsOn(Object object) {
    return switch (object) {
      case TypeDefinition type -> with(type, type.definition(), PostgresTypes.text(type));
      case Routine routine when Placement.checkedWhenMade(routine) ->
          with(routine, routine.definition().orElse(""), routine.definition().orElse(""));
      case Routine routine -> with(routine, Placement.head(routine), "");
      case MinorObject minor -> placement.minors().needs(minor, "1 ", "2 ");
      default -> throw new IllegalStateException("no type or routine: " + object);
    };
  }

  private Set<String> with(Object object, String withTypes, String withCalls) {
    Set<String> ids = placement.minors().below(object);
    types.apply(withTypes).forEach(type -> ids.add(id(type)));
    placement.named(withCalls).routines().forEach(routine -> ids.add(id(routine)));
    return ids;
  }
}
