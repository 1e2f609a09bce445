package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that may be mixed: rows without an owner that the rows of clients reference.
 *
 * @param referencing the relations of other client tables to this one
 * @param probe the question; empty if its owner cannot be followed in one plain statement
 */
record SharedRows(Table table, List<Relation> referencing, Optional<Probe> probe) {

  /** True if the table's rows need not have an owner. */
  static boolean mayLackOwner(Situation situation, Table table) {
    return switch (situation.ownership().of(table.name())) {
      case SINGLE, MULTI, RECURSIVE, INHERITS -> true;
      case ROOT, TOTAL, NONE -> false;
    };
  }

  static Optional<SharedRows> of(Situation situation, Table table) {
    List<Relation> referencing =
        situation.graph().toChildren(table.name()).stream()
            .filter(r -> !r.selfLoop() && situation.client(r.child()))
            .toList();
    return mayLackOwner(situation, table) && !referencing.isEmpty()
        ? Optional.of(new SharedRows(table, referencing, probe(situation, table, referencing)))
        : Optional.empty();
  }

  boolean confirmed(Situation situation) {
    return probe
        .flatMap(situation::answer)
        .filter(a -> a.number("shared_rows") > 0 && a.number("owned_rows") > 0)
        .isPresent();
  }

  Optional<Map<String, Object>> figures(Situation situation) {
    return probe
        .flatMap(situation::answer)
        .map(a -> {
          Map<String, Object> figures = new LinkedHashMap<>();
          figures.put("sharedRows", a.number("shared_rows"));
          figures.put("ownedRows", a.number("owned_rows"));
          figures.put("referencesToShared", a.number("references_to_shared"));
          return figures;
        });
  }

  private static Optional<Probe> probe(
      Situation situation, Table table, List<Relation> referencing) {
    Owners owners = new Owners(situation);
    Optional<Ascent> own = owners.of(table.name(), "t");
    List<Ascent> shared = new ArrayList<>();
    for (int i = 0; own.isPresent() && i < referencing.size(); i++) {
      owners.of(table.name(), "s").ifPresent(shared::add);
    }
    return own.filter(o -> shared.size() == referencing.size())
        .map(o ->
            Probe.of(
                CheckCode.POLYMORPHIC_DATA,
                () ->
                    "How many rows of "
                        + table.name()
                        + " are shared, owned, and referenced as shared?",
                () -> counted(situation, table, o, referenced(situation, referencing, shared))));
  }

  private static String counted(
      Situation situation, Table table, Ascent own, List<String> references) {
    return """
    SELECT
      COALESCE(SUM(CASE WHEN {owner} IS NULL THEN 1 ELSE 0 END), 0) AS shared_rows,
      COALESCE(SUM(CASE WHEN {owner} IS NOT NULL THEN 1 ELSE 0 END), 0) AS owned_rows,
      {references} AS references_to_shared
    FROM {table} t{joins}\
    """
        .replace("{owner}", own.key().getFirst())
        .replace("{references}", String.join("\n  + ", references))
        .replace("{table}", Sql.of(situation).table(table.name()))
        .replace("{joins}", own.joined());
  }

  private static List<String> referenced(
      Situation situation, List<Relation> referencing, List<Ascent> shared) {
    Sql sql = Sql.of(situation);
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < referencing.size(); i++) {
      Relation r = referencing.get(i);
      counts.add(
          "(SELECT COUNT(*) FROM %s c JOIN %s s ON %s%s WHERE %s IS NULL)"
              .formatted(
                  sql.table(r.child()),
                  sql.table(r.parent()),
                  sql.joined("c", r, "s"),
                  shared.get(i).joined(),
                  shared.get(i).key().getFirst()));
    }
    return counts;
  }
}
