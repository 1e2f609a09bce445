package dev.shardwright.export;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Routine;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeDefinition;
import dev.shardwright.model.View;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What PostgreSQL's operators, casts and the like stand on, and what stands on them. */
final class MinorObjects {
  private final List<MinorObject> all;
  private final Map<String, MinorObject> byTitle = new HashMap<>();
  private final Map<String, TableName> tables = new HashMap<>();
  private final Map<String, Routine> routines = new HashMap<>();
  private final Map<String, Set<String>> below = new HashMap<>();

  MinorObjects(Schema schema) {
    all = schema.minors();
    if (all.isEmpty()) {
      return;
    }
    Stream.concat(
            schema.tables().stream().map(Table::name), schema.views().stream().map(View::name))
        .forEach(name -> tables.put(name.toString(), name));
    schema.routines().forEach(routine -> routines.put(routine.id(), routine));
    for (MinorObject object : all) {
      byTitle.put(object.title(), object);
      // a base type's own functions are made on its shell
      object.users().stream()
          .filter(user -> !object.needs().contains(user))
          .forEach(user -> below.computeIfAbsent(user, _ -> new TreeSet<>()).add(id(object)));
    }
  }

  /** A shell before all else, for the functions of its type name it. */
  static String id(MinorObject object) {
    return (object.kind() == MinorObject.Kind.SHELL_TYPE ? "0 " : "minor ") + object.title();
  }

  /** The ids of those that a view, a type or a routine stands on. */
  Set<String> below(Object user) {
    String name =
        switch (user) {
          case View view -> view.name().toString();
          case TypeDefinition type -> type.name().toString();
          case Routine routine -> routine.id();
          default -> "";
        };
    return new TreeSet<>(below.getOrDefault(name, Set.of()));
  }

  /**
   * The ids of what an object stands on.
   *
   * @param relation what stands before the names of types, tables and views
   * @param routine what stands before the keys of routines
   */
  Set<String> needs(MinorObject object, String relation, String routine) {
    Set<String> ids = new TreeSet<>();
    for (String need : object.needs()) {
      if (routines.containsKey(need)) {
        ids.add(routine + routines.get(need).key());
      } else if (byTitle.containsKey(need)) {
        ids.add(id(byTitle.get(need)));
      } else {
        ids.add(relation + need);
      }
    }
    return ids;
  }

  /** The tables, views and routines that an object names, through others of its sort too. */
  Placement.Uses uses(MinorObject object) {
    Set<TableName> used = new TreeSet<>();
    Set<String> called = new TreeSet<>();
    walk(object, new TreeSet<>(), used, called);
    return new Placement.Uses(used, called, false);
  }

  /** What a view or a routine uses by operators and casts, whose functions no text names. */
  Placement.Uses usesBelow(Object user) {
    Set<TableName> used = new TreeSet<>();
    Set<String> called = new TreeSet<>();
    Set<String> ids = below(user);
    all.stream()
        .filter(object -> !ids.isEmpty() && ids.contains(id(object)))
        .forEach(object -> walk(object, new TreeSet<>(), used, called));
    return new Placement.Uses(used, called, false);
  }

  private void walk(MinorObject object, Set<String> seen, Set<TableName> used, Set<String> called) {
    if (seen.add(object.title())) {
      for (String need : object.needs()) {
        Optional.ofNullable(tables.get(need)).ifPresent(used::add);
        Optional.ofNullable(routines.get(need)).ifPresent(routine -> called.add(routine.key()));
        Optional.ofNullable(byTitle.get(need)).ifPresent(o -> walk(o, seen, used, called));
      }
    }
  }

  /** The routines by which an object works, through others of its sort too. */
  List<Routine> routines(MinorObject object) {
    Set<String> keys = uses(object).routines();
    return routines.values().stream()
        .filter(routine -> keys.contains(routine.key()))
        .sorted(Comparator.comparing(Routine::key))
        .toList();
  }

  /** Those of a side that are made before its tables, as they take no table's rows. */
  List<MinorObject> early(Placement placement, Side side, Set<String> users) {
    return all.stream()
        .filter(o -> !o.byHand())
        .filter(o ->
            placement.fits(placement.uses(o), side) || o.users().stream().anyMatch(users::contains))
        .filter(o -> uses(o).tables().isEmpty() && routines(o).stream().allMatch(placement::early))
        .toList();
  }
}
