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

  private Anchors(Map<TableName, Table> tables) {
    this.tables = tables;
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
    Anchors anchors = new Anchors(tables);
    Set<TableName> within = Set.copyOf(clients);
    Predicate<Relation> counts =
        r -> within.contains(r.child()) && within.contains(r.parent()) && trusted.test(r);
    Deque<TableName> changed = new ArrayDeque<>();
    Set<TableName> queued = new HashSet<>();
    for (TableName table : within.stream().sorted().toList()) {
      graph.toParents(table).stream().filter(counts).forEach(anchors::direct);
      changed.add(table);
      queued.add(table);
    }
    for (TableName table = changed.poll(); table != null; table = changed.poll()) {
      queued.remove(table);
      for (Relation r : graph.toChildren(table)) {
        if (counts.test(r) && anchors.pull(r) && queued.add(r.child())) {
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
    Map<Relation, Relation> leader = new HashMap<>();
    relations.forEach(r -> leader.put(r, r));
    for (Set<Relation> same : of(table).values()) {
      List<Relation> members = relations.stream().filter(same::contains).toList();
      for (Relation r : members) {
        leader.put(find(leader, r), find(leader, members.getFirst()));
      }
    }
    Map<Relation, List<Relation>> classes = new LinkedHashMap<>();
    for (Relation r : relations) {
      classes.computeIfAbsent(find(leader, r), x -> new ArrayList<>()).add(r);
    }
    return List.copyOf(classes.values());
  }

  private static Relation find(Map<Relation, Relation> leader, Relation relation) {
    Relation at = relation;
    for (Relation up = leader.get(at); up != null && !up.equals(at); up = leader.get(at)) {
      at = up;
    }
    return at;
  }

  private static List<String> inOrder(Anchor anchor, List<String> key) {
    return key.stream().map(k -> anchor.columns().get(anchor.key().indexOf(k))).toList();
  }

  private void direct(Relation r) {
    Table parent = tables.get(r.parent());
    Set<String> over = Set.copyOf(r.parentColumns());
    if (parent == null) {
      add(Anchor.direct(r, r.parentColumns()), r);
      return;
    }
    // Any unique key within the columns tells the parent row.
    for (UniqueKey key : parent.keys()) {
      if (key.total() && over.containsAll(key.columns())) {
        add(Anchor.direct(r, key.columns()), r);
      }
    }
  }

  private boolean pull(Relation r) {
    boolean more = false;
    for (Anchor anchor : List.copyOf(of(r.parent()).keySet())) {
      Optional<Anchor> below = anchor.through(r);
      more |= below.isPresent() && add(below.get(), r);
    }
    return more;
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
    boolean fresh = !all.containsKey(anchor);
    all.computeIfAbsent(anchor, a -> new HashSet<>()).add(by);
    return fresh;
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
