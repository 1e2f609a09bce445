package dev.shardwright.export;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Names;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import dev.shardwright.plan.Plan;
import dev.shardwright.sql.BodyNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where views, routines, triggers and events go: each to the side of the tables that it uses,
 * through other objects too; to both sides if it uses none; to neither if it uses tables of both.
 */
final class Placement {
  private final Plan plan;
  private final boolean mySqlFamily;
  private final Map<TableName, Table> tables;
  private final Map<TableName, View> views = new TreeMap<>();
  private final Map<String, List<Routine>> routines = new HashMap<>();
  private final Set<String> wantedWhenMade = new HashSet<>();
  private final MinorObjects minors;
  private final Map<String, List<TableName>> byBareName = new HashMap<>();
  private final Map<String, Uses> direct = new HashMap<>();
  private final Map<String, Uses> all = new HashMap<>();

  /**
   * What an object uses.
   *
   * @param tables tables and views
   * @param routines keys of routines
   * @param dynamic true if it puts statements together at run time, so that it may use more
   */
  record Uses(Set<TableName> tables, Set<String> routines, boolean dynamic) {
    Uses {
      tables = new TreeSet<>(tables);
      routines = new TreeSet<>(routines);
    }

    Set<TableName> tablesOf(Map<TableName, Table> known) {
      return tables.stream()
          .filter(known::containsKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  Placement(Plan plan) {
    this.plan = plan;
    Schema schema = plan.schema();
    mySqlFamily = schema.origin().product().isMySqlFamily();
    tables = schema.byName();
    schema.views().forEach(view -> views.put(view.name(), view));
    schema
        .routines()
        .forEach(r -> routines.computeIfAbsent(folded(r.name()), _ -> new ArrayList<>()).add(r));
    schema.routines().stream()
        .filter(r -> r.kind() == Routine.Kind.PACKAGE || r.kind() == Routine.Kind.LIBRARY)
        .forEach(r -> wantedWhenMade.add(r.key()));
    Stream.concat(tables.keySet().stream(), views.keySet().stream())
        .forEach(name ->
            byBareName.computeIfAbsent(folded(name.name()), _ -> new ArrayList<>()).add(name));
    minors = new MinorObjects(schema);
    schema.views().forEach(view -> direct.put(id(view), of(view)));
    schema.routines().forEach(routine -> direct.put(id(routine), of(routine)));
  }

  private static String id(View view) {
    return "view " + view.name();
  }

  private static String id(Routine routine) {
    return "routine " + routine.key();
  }

  private Uses of(View view) {
    Uses named = named(view.definition().orElse("") + ";\n" + String.join(";\n", view.extras()));
    Set<TableName> used = view.uses().isEmpty() ? named.tables() : new TreeSet<>(view.uses());
    used.remove(view.name());
    Uses unsaid = minors.usesBelow(view);
    used.addAll(unsaid.tables());
    Set<String> called = new TreeSet<>(named.routines());
    called.addAll(unsaid.routines());
    return new Uses(used, called, false);
  }

  private Uses of(Routine routine) {
    Uses body = named(routine.body().orElse(""));
    Uses head = named(routine.definition().orElse(""));
    Set<TableName> used = new TreeSet<>(body.tables());
    used.addAll(head.tables());
    Set<String> called = new TreeSet<>(body.routines());
    called.addAll(head.routines());
    called.addAll(otherHalf(routine));
    Uses unsaid = minors.usesBelow(routine);
    used.addAll(unsaid.tables());
    called.addAll(unsaid.routines());
    called.remove(routine.key());
    return new Uses(used, called, body.dynamic());
  }

  /** A package lives where its body can, and a body where its package is. */
  private Set<String> otherHalf(Routine routine) {
    return packaged(routine.kind())
        ? same(routines.getOrDefault(folded(routine.name()), List.of()), routine.schema())
            .filter(other -> packaged(other.kind()))
            .map(Routine::key)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean packaged(Routine.Kind kind) {
    return kind == Routine.Kind.PACKAGE || kind == Routine.Kind.PACKAGE_BODY;
  }

  /** All that a view uses, through other objects too. */
  Uses uses(View view) {
    return all.computeIfAbsent(id(view), _ -> closed(of(view)));
  }

  Uses uses(Routine routine) {
    return all.computeIfAbsent(id(routine), _ -> closed(of(routine)));
  }

  Uses uses(Trigger trigger) {
    Uses body = named(trigger.body().orElse(""));
    Uses head = named(trigger.definition().orElse(""));
    Set<TableName> used = new TreeSet<>(body.tables());
    used.addAll(head.tables());
    used.add(trigger.table());
    Set<String> called = new TreeSet<>(body.routines());
    called.addAll(head.routines());
    return closed(new Uses(used, called, body.dynamic()));
  }

  Uses uses(ScheduledEvent event) {
    return closed(named(event.body().or(event::definition).orElse("")));
  }

  /** All that an operator, a cast or the like uses, through other objects too. */
  Uses uses(MinorObject object) {
    return closed(minors.uses(object));
  }

  /** All that a text uses, through other objects too. */
  Uses uses(String sql) {
    return closed(named(sql));
  }

  /** What a text uses at first hand. */
  Uses named(String sql) {
    BodyNames names = BodyNames.of(sql, mySqlFamily);
    Set<TableName> used = new TreeSet<>();
    names.tables().forEach(parts -> table(parts).ifPresent(used::add));
    Set<String> called = new TreeSet<>();
    names.calls().forEach(parts -> routines(parts).forEach(r -> called.add(r.key())));
    names.tables().forEach(parts -> containers(parts).forEach(r -> called.add(r.key())));
    return new Uses(used, called, names.dynamic());
  }

  private Optional<TableName> table(List<String> parts) {
    List<TableName> same = byBareName.getOrDefault(folded(parts.getLast()), List.of());
    if (parts.size() == 1) {
      return same.stream().findFirst();
    }
    String schema = parts.get(parts.size() - 2);
    return same.stream().filter(name -> name.schema().equals(schema)).findFirst();
  }

  private List<Routine> routines(List<String> parts) {
    List<Routine> same = routines.getOrDefault(folded(parts.getLast()), List.of());
    if (parts.size() == 1) {
      return same;
    }
    return same(same, parts.get(parts.size() - 2)).toList();
  }

  private static Stream<Routine> same(List<Routine> routines, String schema) {
    return routines.stream().filter(r -> r.schema().equals(schema));
  }

  /**
   * What holds something that a name of several parts means: of {@code package.routine} and {@code
   * schema.package.routine} the package's body, of {@code schema.library} the library.
   */
  private Stream<Routine> containers(List<String> parts) {
    if (parts.size() < 2) {
      return Stream.empty();
    }
    List<String> before = parts.subList(0, parts.size() - 1);
    return Stream.concat(
        routines(before).stream().filter(r -> r.kind() == Routine.Kind.PACKAGE_BODY),
        routines(parts).stream().filter(r -> r.kind() == Routine.Kind.LIBRARY));
  }

  private Uses closed(Uses first) {
    Set<TableName> used = new TreeSet<>();
    Set<String> called = new TreeSet<>();
    boolean dynamic = false;
    ArrayDeque<Uses> waiting = new ArrayDeque<>(List.of(first));
    while (!waiting.isEmpty()) {
      Uses next = waiting.remove();
      dynamic |= next.dynamic();
      for (TableName table : next.tables()) {
        if (used.add(table)) {
          Optional.ofNullable(direct.get("view " + table)).ifPresent(waiting::add);
        }
      }
      for (String routine : next.routines()) {
        if (called.add(routine)) {
          Optional.ofNullable(direct.get("routine " + routine)).ifPresent(waiting::add);
        }
      }
    }
    return new Uses(used, called, dynamic);
  }

  /** True if all tables that something uses are on the side. */
  boolean fits(Uses uses, Side side) {
    return uses.tablesOf(tables).stream().allMatch(table -> side.holds(plan.kind(table)));
  }

  /** True if some tables are on one side and some on the other, or not decided. */
  boolean fitsNowhere(Uses uses) {
    return !fits(uses, Side.SHARD) && !fits(uses, Side.NEUTRAL);
  }

  /** {@code clients (client), logs (neutral)}. */
  String listed(Uses uses) {
    return uses.tablesOf(tables).stream()
        .map(table -> table + " (" + plan.kind(table).word() + ")")
        .collect(Collectors.joining(", "));
  }

  /** PostgreSQL's operators, casts and the like. */
  MinorObjects minors() {
    return minors;
  }

  /** Views, routines and minor objects of a side, each after those that it stands on. */
  List<Object> ordered(Side side) {
    return ordered(side, Set.of());
  }

  /**
   * The same with routines and minor objects that have to be there wherever the tables live that
   * they use.
   *
   * @param needed their keys and titles
   */
  List<Object> ordered(Side side, Set<String> needed) {
    SortedMap<String, Object> objects = new TreeMap<>();
    plan.schema().routines().stream()
        .filter(r -> fits(uses(r), side) || needed.contains(r.key()))
        .forEach(r -> objects.put(id(r), r));
    plan.schema().views().stream()
        .filter(v -> fits(uses(v), side))
        .forEach(v -> objects.put(id(v), v));
    plan.schema().minors().stream()
        .filter(m -> !m.byHand() && (fits(uses(m), side) || needed.contains(m.title())))
        .forEach(m -> objects.put(MinorObjects.id(m), m));
    return MakingOrder.of(objects, this::standsOn);
  }

  /** The ids of what must be there first. */
  private Set<String> standsOn(String id, Object object) {
    if (object instanceof MinorObject minor) {
      return minors.needs(minor, "view ", "routine ");
    }
    Uses uses = Optional.ofNullable(direct.get(id)).orElseThrow();
    Set<String> ids = minors.below(object);
    if (object instanceof Routine routine && !checkedWhenMade(routine)) {
      // a routine's body is not checked when it is made, but its argument types are, as are its
      // libraries and of a package's body the package
      headTables(routine).forEach(table -> ids.add("view " + table));
      uses.routines().stream()
          .filter(wantedWhenMade::contains)
          .forEach(key -> ids.add("routine " + key));
    } else {
      uses.tables().forEach(table -> ids.add("view " + table));
      uses.routines().forEach(routine -> ids.add("routine " + routine));
    }
    return ids;
  }

  // a body of statements, not of text, is read when it is made; PostgreSQL 14, "CREATE FUNCTION"
  static boolean checkedWhenMade(Routine routine) {
    String definition = routine.definition().orElse("");
    return definition.contains("BEGIN ATOMIC") || definition.startsWith("CREATE AGGREGATE");
  }

  /** True if a routine can be made before all tables and views. */
  boolean early(Routine routine) {
    return headTables(routine).isEmpty()
        && (!checkedWhenMade(routine) || uses(routine).tables().isEmpty());
  }

  /** Tables and views whose rows a routine takes or returns. */
  Set<TableName> headTables(Routine routine) {
    return named(head(routine)).tables();
  }

  /** A routine's definition without its body. */
  static String head(Routine routine) {
    String definition = routine.definition().orElse("");
    int body = definition.toUpperCase(Locale.ROOT).indexOf("\nAS ");
    return body < 0 ? definition : definition.substring(0, body);
  }

  private String folded(String name) {
    return mySqlFamily ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** All that a view, routine, trigger or event uses. */
  Uses uses(Object object) {
    return switch (object) {
      case View view -> uses(view);
      case Routine routine -> uses(routine);
      case Trigger trigger -> uses(trigger);
      case ScheduledEvent event -> uses(event);
      case MinorObject minor -> uses(minor);
      default -> throw new IllegalArgumentException("no view, routine, trigger, event: " + object);
    };
  }

  /** The statement that makes it, as the server tells it; empty if it does not. */
  static String text(Object object) {
    Optional<String> text =
        switch (object) {
          case View view -> view.definition();
          case Routine routine -> routine.definition();
          case Trigger trigger -> trigger.definition();
          case ScheduledEvent event -> event.definition();
          case MinorObject minor -> Optional.of(minor.text());
          default -> Optional.empty();
        };
    return text.orElse("");
  }

  /** A routine's name as people write it. */
  static String title(Object object) {
    return switch (object) {
      case View view -> "view " + view.name();
      case Routine routine -> routine.title();
      case Trigger trigger -> "trigger " + trigger.name() + " of " + trigger.table();
      case ScheduledEvent event -> "event " + Names.join(event.schema(), event.name());
      case MinorObject minor -> minor.title();
      default -> object.toString();
    };
  }
}
