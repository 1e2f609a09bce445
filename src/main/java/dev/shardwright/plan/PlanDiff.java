package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two plans: the drift of a database, or what a decision would change.
 *
 * @param tables by name; changed means other columns, keys, checks or triggers, not other row
 *     counts
 * @param relations by id
 * @param known how many tables the plan before has
 */
public record PlanDiff(
    Changes tables,
    Changes relations,
    List<Recoloured> kinds,
    List<Finding> found,
    List<Finding> gone,
    int known) {
  private static final double SAME_DATABASE = 0.5;

  public PlanDiff {
    kinds = List.copyOf(kinds);
    found = List.copyOf(found);
    gone = List.copyOf(gone);
  }

  /** How many tables both plans have. */
  public int common() {
    return known - tables.removed().size();
  }

  /** True if so few tables are common that the other plan is probably of another database. */
  public boolean probablyAnother() {
    return common() < SAME_DATABASE * known;
  }

  /** Names that are new, that are gone, and that stand for something else now; each sorted. */
  public record Changes(List<String> added, List<String> removed, List<String> changed) {
    public Changes {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
    }

    boolean isEmpty() {
      return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
  }

  /** A table of both plans whose kind changed. */
  public record Recoloured(TableName table, Kind was, Kind is) {}

  /** The differences from one plan to the other. */
  public static PlanDiff of(Plan was, Plan is) {
    return new PlanDiff(
        changes(tables(was), tables(is)),
        changes(relations(was), relations(is)),
        kinds(was, is),
        without(is, was),
        without(was, is),
        was.schema().tables().size());
  }

  public boolean isEmpty() {
    return tables.isEmpty()
        && relations.isEmpty()
        && kinds.isEmpty()
        && found.isEmpty()
        && gone.isEmpty();
  }

  private static Map<String, Table> tables(Plan plan) {
    Map<String, Table> tables = new TreeMap<>();
    plan.schema().tables().forEach(t -> tables.put(t.name().toString(), t.structure()));
    return tables;
  }

  private static Map<String, PlannedRelation> relations(Plan plan) {
    Map<String, PlannedRelation> relations = new TreeMap<>();
    plan.relations().forEach(r -> relations.put(r.relation().id(), r));
    return relations;
  }

  private static <T> Changes changes(Map<String, T> was, Map<String, T> is) {
    List<String> added = is.keySet().stream().filter(n -> !was.containsKey(n)).toList();
    List<String> removed = was.keySet().stream().filter(n -> !is.containsKey(n)).toList();
    List<String> changed =
        was.entrySet().stream()
            .filter(e -> is.containsKey(e.getKey()) && !e.getValue().equals(is.get(e.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    return new Changes(added, removed, changed);
  }

  private static List<Recoloured> kinds(Plan was, Plan is) {
    List<Recoloured> kinds = new ArrayList<>();
    was.classification()
        .marks()
        .forEach((table, mark) -> {
          var now = is.classification().marks().get(table);
          if (now != null && now.kind() != mark.kind()) {
            kinds.add(new Recoloured(table, mark.kind(), now.kind()));
          }
        });
    return kinds;
  }

  /**
   * The open findings of one plan that are not open in the other, told apart by check, place,
   * subtype and severity: what was accepted is off the list, a blocker that becomes a warning is
   * another finding.
   */
  private static List<Finding> without(Plan plan, Plan other) {
    Function<Finding, Object> place =
        f ->
            List.of(
                f.check(),
                f.subtype(),
                f.severity(),
                f.table(),
                f.relations(),
                f.columns(),
                f.objects());
    var known = open(other).map(place).collect(Collectors.toSet());
    return open(plan).filter(f -> !known.contains(place.apply(f))).toList();
  }

  private static Stream<Finding> open(Plan plan) {
    return plan.findings().stream().filter(f -> f.state() == Decision.FindingState.State.OPEN);
  }
}
