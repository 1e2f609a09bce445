package dev.shardwright.export;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.OwnerSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a data file in the order of their keys (planner.md 9.3).
 *
 * @param deferrable true if keys among them can be checked at the end of the transaction
 */
record DataTables(Part part, List<DataTable> tables, boolean deferrable) {

  DataTables {
    tables = List.copyOf(tables);
  }

  /** All rows of the neutral tables. */
  static DataTables neutral(Plan plan) {
    Part part = Part.of(plan, Side.NEUTRAL);
    Map<TableName, Optional<String>> all = new TreeMap<>();
    part.tables().forEach(t -> all.put(t.name(), Optional.empty()));
    return of(part, all);
  }

  /** All rows of the context tables, and the shared rows of mixed tables. */
  static DataTables context(Plan plan) {
    Part part = Part.of(plan, Side.SHARD);
    Map<TableName, Optional<String>> all = new TreeMap<>();
    part.tables().stream()
        .map(Table::name)
        .filter(name -> plan.kind(name) == Kind.CONTEXT)
        .forEach(name -> all.put(name, Optional.empty()));
    all.putAll(mixed(plan));
    return of(part, all);
  }

  /**
   * The rows of one client.
   *
   * @param client his key, one SQL expression per column of the root's
   */
  static DataTables ofClient(Plan plan, OwnerSql owners, List<String> client) {
    Part part = Part.of(plan, Side.SHARD);
    Map<TableName, Optional<String>> his = new TreeMap<>();
    part.tables().stream()
        .map(Table::name)
        .filter(name -> plan.kind(name) == Kind.CLIENT)
        .forEach(name ->
            owners.owned(name, "t", client).ifPresent(mine -> his.put(name, Optional.of(mine))));
    return of(part, his);
  }

  /** The tables that the DBA accepted as mixed, with the condition for their shared rows. */
  static Map<TableName, Optional<String>> mixed(Plan plan) {
    Map<TableName, Optional<String>> mixed = new TreeMap<>();
    Optional<OwnerSql> owners = plan.owners();
    plan.findings().stream()
        .filter(f -> f.check() == CheckCode.POLYMORPHIC_DATA && f.state() == State.ACCEPTED)
        .forEach(f -> mixed.put(f.table(), owners.map(o -> o.unowned(f.table(), "t"))));
    return mixed;
  }

  private static DataTables of(Part part, Map<TableName, Optional<String>> conditions) {
    List<Relation> keys =
        part.plan().relations().stream()
            .filter(planned -> !planned.cut())
            .map(PlannedRelation::relation)
            .filter(r -> conditions.containsKey(r.child()) && conditions.containsKey(r.parent()))
            .toList();
    TableOrder order = TableOrder.of(conditions.keySet(), keys);
    order
        .unbreakableCycle()
        .ifPresent(cycle -> {
          throw new UserError(
              "No order of rows satisfies the keys "
                  + cycle
                  + ": none of them may be NULL or be checked later. Make one of them so, or cut"
                  + " it.");
        });
    Set<TableName> inherited =
        part.plan().schema().tables().stream()
            .map(Table::inherits)
            .flatMap(Collection::stream)
            .collect(Collectors.toSet());
    Map<TableName, Table> byName = part.plan().schema().byName();
    List<DataTable> tables =
        order.tables().stream()
            .flatMap(name -> Stream.ofNullable(byName.get(name)))
            .map(table ->
                table(
                    part,
                    table,
                    inherited.contains(table.name()),
                    conditions.getOrDefault(table.name(), Optional.empty()),
                    keys.stream()
                        .filter(r -> r.child().equals(table.name()) && r.enforced())
                        .filter(r -> r.selfLoop() || order.later().contains(r))
                        .filter(r -> !deferrable(r))
                        .toList()))
            .toList();
    return new DataTables(part, tables, keys.stream().anyMatch(DataTables::deferrable));
  }

  private static boolean deferrable(Relation relation) {
    return relation.deferral() != Relation.Deferral.NOT_DEFERRABLE;
  }

  private static DataTable table(
      Part part,
      Table table,
      boolean inherited,
      Optional<String> condition,
      List<Relation> backwards) {
    Dialect dialect = part.dialect();
    List<String> key = table.rowIdentity().map(UniqueKey::columns).orElse(List.of());
    List<DataTable.Late> late = new ArrayList<>();
    Optional<Relation> deep = Optional.empty();
    for (Relation r : backwards) {
      List<String> free = r.childColumns().stream().filter(c -> canWait(table, key, c)).toList();
      if (free.isEmpty()) {
        deep = Optional.of(r);
      } else if (key.isEmpty()) {
        throw new UserError(
            table.name()
                + " has no key that tells its rows apart, so that "
                + r.id()
                + " cannot be set once all rows are there. Give the table a key, or cut the"
                + " relation.");
      } else {
        late.add(new DataTable.Late(r, free, waits(table, key, r, dialect)));
      }
    }
    return new DataTable(
        table,
        (inherited ? "ONLY " : "") + dialect.qualified(table.name()),
        part.name(table.name()),
        columns(table, dialect),
        condition,
        key,
        late,
        deep,
        dialect);
  }

  /** The columns of a table that hold values of their own. */
  static List<DataColumn> columns(Table table, Dialect dialect) {
    return table.columns().stream()
        .filter(c -> c.generated().isEmpty())
        .map(c -> DataColumn.of(c, dialect))
        .toList();
  }

  private static boolean canWait(Table table, List<String> key, String column) {
    return !key.contains(column) && table.column(column).map(Column::nullable).orElse(false);
  }

  /** In the order of a numeric key, a row whose parent has a smaller key need not wait. */
  private static String waits(Table table, List<String> key, Relation r, Dialect dialect) {
    String set =
        r.childColumns().stream()
            .map(c -> "t." + dialect.quote(c) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    boolean ordered =
        r.selfLoop()
            && key.size() == 1
            && key.equals(r.parentColumns())
            && table
                .column(key.getFirst())
                .filter(c -> c.type().family() == TypeFamily.INTEGER)
                .isPresent();
    return ordered
        ? "t."
            + dialect.quote(r.childColumns().getFirst())
            + " > t."
            + dialect.quote(key.getFirst())
        : set;
  }
}
