package dev.shardwright.classify;

import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which columns of a client table provably tell a row above it, and by which relations: the proof
 * that several keys of a row lead to one client.
 *
 * <p>Composite keys that carry the owner make it; two relations that know one and the same anchor
 * can only lead to one owner. A proof takes the parents' own consistency for granted; they carry
 * their own finding.
 */
public final class Anchors {
  /** In cycles the columns may be combined over and over; more anchors prove nothing more. */
  private static final int MOST = 200;

  private final Map<TableName, Table> tables;
  private final Map<TableName, Map<Anchor, Set<Relation>>> known = new HashMap<>();

  private final Map<TableName, List<List<String>>> unique = new HashMap<>();

  /** Tables of the same number lead to each other. */
  private final Map<TableName, Integer> cycles = new HashMap<>();

  private Anchors(Map<TableName, Table> tables, SchemaGraph clients) {
    this.tables = tables;
    clients
        .cycles()
        .forEach(cycle -> {
          int number = cycles.size();
          cycle.forEach(table -> cycles.put(table, number));
        });
  }

  /**
   * Anchors of all client tables.
   *
   * @param clients all client tables
   * @param trusted relations whose constraint guards every row
   */
  public static Anchors of(
      SchemaGraph graph,
      Collection<TableName> clients,
      Map<TableName, Table> tables,
      Predicate<Relation> trusted) {
    Set<TableName> within = new HashSet<>(clients);
    Predicate<Relation> inside = r -> within.contains(r.child()) && within.contains(r.parent());
    Anchors anchors = new Anchors(tables, graph.only(inside));
    Predicate<Relation> counts = inside.and(trusted);
    Deque<TableName> changed = new ArrayDeque<>();
    Set<TableName> queued = new HashSet<>();
    Map<TableName, List<Relation>> above = new HashMap<>();
    for (TableName table : within.stream().sorted().toList()) {
      List<Relation> parents = graph.toParents(table).stream().filter(inside).toList();
      parents.stream().filter(counts).forEach(anchors::direct);
      above.put(table, parents);
      changed.add(table);
      queued.add(table);
    }
    for (TableName table = changed.poll(); table != null; table = changed.poll()) {
      queued.remove(table);
      for (Relation r : graph.toChildren(table)) {
        if (counts.test(r)
            && anchors.pull(r, above.getOrDefault(table, List.of()))
            && queued.add(r.child())) {
          changed.add(r.child());
        }
      }
    }
    return anchors;
  }

  /** The anchors of a table, each with the relations it is known by. */
  public Map<Anchor, Set<Relation>> of(TableName table) {
    return Collections.unmodifiableMap(known.getOrDefault(table, Map.of()));
  }

  /**
   * The columns of a table that provably hold the key of the row of {@code above}, if all its
   * relations agree on it.
   */
  public Optional<List<String>> columnsOf(TableName table, TableName above, List<String> key) {
    List<String> sorted = key.stream().sorted().toList();
    return of(table).keySet().stream()
        .filter(a -> a.above().equals(above) && a.key().equals(sorted))
        .min(Anchor.ORDER)
        .map(a -> inOrder(a, key));
  }

  /** True if the relation proves that a table's columns hold the key of the row above. */
  public boolean proves(Relation by, TableName above, List<String> key, List<String> columns) {
    return of(by.child()).entrySet().stream()
        .filter(e -> e.getKey().above().equals(above) && e.getValue().contains(by))
        .filter(e -> Set.copyOf(e.getKey().key()).equals(Set.copyOf(key)))
        .anyMatch(e -> inOrder(e.getKey(), key).equals(columns));
  }

  /**
   * True if a relation that is never NULL already ties these columns to the row above, so that a
   * key of their own would say nothing new.
   */
  public boolean imply(TableName table, List<String> columns, TableName above, List<String> key) {
    return of(table).entrySet().stream()
        .filter(e -> e.getKey().above().equals(above))
        .filter(e -> e.getValue().stream().anyMatch(r -> !r.nullable()))
        .filter(e -> Set.copyOf(e.getKey().key()).equals(Set.copyOf(key)))
        .anyMatch(e -> inOrder(e.getKey(), key).equals(columns));
  }

  /**
   * The relations in classes that provably lead to one owner each; more than one class means that a
   * row may be shared by clients.
   */
  public List<List<Relation>> classes(TableName table, List<Relation> relations) {
    Map<Relation, Set<Relation>> ties = ties(table, relations);
    List<List<Relation>> classes = new ArrayList<>();
    for (Relation r : relations) {
      Set<Relation> same = tied(r, ties);
      classes.stream()
          .filter(same::containsAll)
          .findFirst()
          .orElseGet(() -> {
            classes.add(new ArrayList<>());
            return classes.getLast();
          })
          .add(r);
    }
    return classes.stream().map(List::copyOf).toList();
  }

  /** Relations that share an anchor whose columns are set whenever both lead to a row. */
  private Map<Relation, Set<Relation>> ties(TableName table, List<Relation> relations) {
    Map<Relation, Set<Relation>> ties = new HashMap<>();
    of(table)
        .forEach((anchor, by) -> {
          List<Relation> members = relations.stream().filter(by::contains).toList();
          for (Relation one : members) {
            for (Relation other : members) {
              if (set(anchor.columns(), table, one.childColumns(), other.childColumns())) {
                ties.computeIfAbsent(one, r -> new HashSet<>()).add(other);
              }
            }
          }
        });
    return ties;
  }

  /** What is tied to a relation, also by way of others, if these lead to a row in every row. */
  private static Set<Relation> tied(Relation relation, Map<Relation, Set<Relation>> ties) {
    Set<Relation> tied = new HashSet<>(Set.of(relation));
    Deque<Relation> from = new ArrayDeque<>(List.of(relation));
    for (Relation at = from.poll(); at != null; at = from.poll()) {
      for (Relation next : ties.getOrDefault(at, Set.of())) {
        if (tied.add(next) && !next.nullable()) {
          from.add(next);
        }
      }
    }
    return tied;
  }

  /** True if columns cannot be NULL in a row in which the given ones are set. */
  private boolean set(
      List<String> columns, TableName table, List<String> some, List<String> others) {
    Table found = tables.get(table);
    return columns.stream()
        .filter(c -> !some.contains(c) && !others.contains(c))
        .allMatch(c -> found != null && found.column(c).filter(x -> !x.nullable()).isPresent());
  }

  private static List<String> inOrder(Anchor anchor, List<String> key) {
    return key.stream().map(k -> anchor.columns().get(anchor.key().indexOf(k))).toList();
  }

  private void direct(Relation r) {
    Table parent = tables.get(r.parent());
    if (parent == null) {
      add(Anchor.direct(r, r.parentColumns()), r);
      return;
    }
    // Any unique key within the columns tells the parent row.
    for (List<String> key : unique.computeIfAbsent(parent.name(), t -> totalKeys(parent))) {
      if (r.parentColumns().containsAll(key)) {
        add(Anchor.direct(r, key), r);
      }
    }
  }

  private static List<List<String>> totalKeys(Table table) {
    return table.keys().stream().filter(UniqueKey::total).map(UniqueKey::columns).toList();
  }

  private boolean pull(Relation r, List<Relation> above) {
    boolean more = false;
    for (Anchor anchor : carried(r)) {
      if (holds(anchor, r, above)) {
        more |= add(anchor.through(r).orElseThrow(), r);
      }
    }
    return more;
  }

  /** What the parent knows in columns that the relation repeats: mostly nothing. */
  private List<Anchor> carried(Relation r) {
    Map<Anchor, Set<Relation>> all = known.getOrDefault(r.parent(), Map.of());
    return all.keySet().stream().filter(a -> r.parentColumns().containsAll(a.columns())).toList();
  }

  /**
   * True if an anchor tells the owner of every row of a relation's parent in which its columns are
   * set: by a relation that then leads to a row, or by whichever does. In a cycle the parent's
   * consistency may hang on this very proof; there all that leads out of the cycle must know it.
   */
  private boolean holds(Anchor anchor, Relation r, List<Relation> above) {
    Set<Relation> by = of(r.parent()).getOrDefault(anchor, Set.of());
    boolean tells =
        by.containsAll(above)
            || by.stream()
                .anyMatch(p -> set(p.childColumns(), r.parent(), anchor.columns(), List.of()));
    return tells && (!cyclic(r) || above.stream().allMatch(p -> cyclic(p) || by.contains(p)));
  }

  private boolean cyclic(Relation r) {
    Integer cycle = cycles.get(r.child());
    return r.selfLoop() || (cycle != null && cycle.equals(cycles.get(r.parent())));
  }

  private boolean add(Anchor anchor, Relation by) {
    boolean more = put(anchor, by);
    for (Map.Entry<String, String> equal : equalities(by.child()).entrySet()) {
      if (anchor.columns().contains(equal.getKey())) {
        more |= put(anchor.replacing(equal.getKey(), equal.getValue()), by);
      }
    }
    return more;
  }

  private boolean put(Anchor anchor, Relation by) {
    Map<Anchor, Set<Relation>> all = known.computeIfAbsent(by.child(), t -> new LinkedHashMap<>());
    if (all.size() >= MOST && !all.containsKey(anchor)) {
      return false;
    }
    return all.computeIfAbsent(anchor, a -> new HashSet<>()).add(by);
  }

  /** Columns that a CHECK or a generated column keeps equal. */
  private Map<String, String> equalities(TableName table) {
    Table found = tables.get(table);
    return found == null ? Map.of() : Equalities.of(found);
  }

  /** For tests and reports: every table's anchors, sorted. */
  public Map<TableName, List<Anchor>> all() {
    Map<TableName, List<Anchor>> sorted = new TreeMap<>();
    known.forEach(
        (table, map) -> sorted.put(table, map.keySet().stream().sorted(Anchor.ORDER).toList()));
    return sorted;
  }
}
