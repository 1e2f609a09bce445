package dev.shardwright.export;

import dev.shardwright.classify.Decision;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of one side with the keys that can hold there.
 *
 * @param tables in an order in which parents come before children
 * @param inline keys that are part of their child's CREATE TABLE, by child
 * @param atEnd keys whose parent comes later, or that exist without having been checked
 * @param leftOut relations of these tables that the file does not carry, by child
 * @param widening new types of keys; none on the neutral side
 */
record Part(
    Plan plan,
    Side side,
    Dialect dialect,
    boolean qualified,
    List<Table> tables,
    Map<TableName, List<Relation>> inline,
    List<Relation> atEnd,
    Map<TableName, List<LeftOut>> leftOut,
    KeyWidening widening) {

  static Part of(Plan plan, Side side) {
    Set<TableName> names =
        plan.schema().tables().stream()
            .map(Table::name)
            .filter(name -> side.holds(plan.kind(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Relation> keys = new ArrayList<>();
    Map<TableName, List<LeftOut>> leftOut = new TreeMap<>();
    Map<String, Finding> findings = findingsByRelation(plan);
    for (PlannedRelation planned : plan.relations()) {
      Relation relation = planned.relation();
      if (names.contains(relation.child())) {
        Optional<String> why = whyNot(plan, planned, names, findings);
        if (why.isEmpty()) {
          keys.add(relation);
        } else if (relation.declared() || !planned.cut()) {
          leftOut
              .computeIfAbsent(relation.child(), _ -> new ArrayList<>())
              .add(new LeftOut(relation, why.get()));
        }
      }
    }
    return arranged(plan, side, names, keys, leftOut);
  }

  private static Part arranged(
      Plan plan,
      Side side,
      Set<TableName> names,
      List<Relation> keys,
      Map<TableName, List<LeftOut>> leftOut) {
    Map<TableName, Table> tables = plan.schema().byName();
    List<Relation> needs = new ArrayList<>(keys);
    names.forEach(name -> needs.addAll(inheritance(tables, name)));
    List<TableName> order = TableOrder.of(names, needs).tables();
    Map<TableName, Integer> place = new HashMap<>();
    order.forEach(name -> place.put(name, place.size()));
    Map<TableName, List<Relation>> inline = new TreeMap<>();
    List<Relation> atEnd = new ArrayList<>();
    for (Relation key : keys) {
      boolean parentIsThere =
          place.getOrDefault(key.parent(), 0) <= place.getOrDefault(key.child(), 0);
      if (parentIsThere && key.validated() && key.enforced()) {
        inline.computeIfAbsent(key.child(), _ -> new ArrayList<>()).add(key);
      } else {
        atEnd.add(key);
      }
    }
    atEnd.sort(
        Comparator.comparing((Relation r) -> place.getOrDefault(r.child(), 0))
            .thenComparing(Relation::name));
    return new Part(
        plan,
        side,
        Dialect.of(plan.schema().origin().product()),
        qualified(plan),
        order.stream().flatMap(name -> Stream.ofNullable(tables.get(name))).toList(),
        inline,
        atEnd,
        leftOut,
        side == Side.SHARD ? widening(plan) : KeyWidening.NONE);
  }

  // a table that inherits must be made after the table it inherits from
  private static List<Relation> inheritance(Map<TableName, Table> tables, TableName name) {
    return Stream.ofNullable(tables.get(name))
        .flatMap(table -> table.inherits().stream())
        .map(up -> Relation.declared(name, "inherits " + up, List.of("-"), up, List.of("-"), false))
        .toList();
  }

  /** PostgreSQL's names always carry their schema; MySQL's only if there are several databases. */
  private static boolean qualified(Plan plan) {
    return plan.schema().origin().product() == Product.POSTGRESQL
        || plan.schema().tables().stream().map(t -> t.name().schema()).distinct().count() > 1;
  }

  /** The new types of the shards' keys. */
  static KeyWidening widening(Plan plan) {
    Set<ColumnRef> plain =
        plan.decisions()
            .of(Decision.PlainId.class)
            .flatMap(p -> p.columns().stream().map(c -> new ColumnRef(p.table(), c)))
            .collect(Collectors.toSet());
    return KeyWidening.of(
        plan.schema(),
        plan.relations().stream().map(PlannedRelation::relation).toList(),
        name ->
            plan.classification().marks().containsKey(name) && Side.SHARD.holds(plan.kind(name)),
        new KeyWidening.Wishes(
            Setting.ONLY_SURROGATE_KEYS.on(plan.decisions()),
            Setting.WIDEN_DECIMAL_KEYS.on(plan.decisions()),
            plain,
            negative(plan)));
  }

  /** Key columns in which the data goes below zero: BIGINT UNSIGNED would refuse those rows. */
  private static Set<ColumnRef> negative(Plan plan) {
    return plan.findings().stream()
        .filter(f -> f.check() == CheckCode.SIGNED_NEGATIVE_KEYS)
        .flatMap(f -> f.columns().stream().map(c -> new ColumnRef(f.table(), c)))
        .collect(Collectors.toSet());
  }

  private static Optional<String> whyNot(
      Plan plan, PlannedRelation planned, Set<TableName> names, Map<String, Finding> findings) {
    Relation relation = planned.relation();
    if (planned.cut()) {
      String finding =
          Optional.ofNullable(findings.get(relation.id())).map(f -> ", " + f.check()).orElse("");
      return Optional.of("cut by decision" + planned.why().map(w -> ": " + w).orElse("") + finding);
    }
    if (!relation.declared()) {
      return Optional.of("virtual, no constraint guards it");
    }
    if (names.contains(relation.parent())) {
      return Optional.empty();
    }
    boolean selected = plan.schema().table(relation.parent()).isPresent();
    return Optional.of(
        selected
            ? "its parent is "
                + plan.kind(relation.parent()).word()
                + " and does not live in this database"
            : "its parent lies outside the selection");
  }

  private static Map<String, Finding> findingsByRelation(Plan plan) {
    Map<String, Finding> byRelation = new HashMap<>();
    plan.findings().forEach(f -> f.relations().forEach(r -> byRelation.putIfAbsent(r, f)));
    return byRelation;
  }

  /** The name by which the file knows a table. */
  String name(TableName table) {
    return qualified ? dialect.qualified(table) : dialect.quote(table.name());
  }

  /** SQL that names tables as the source does, with the names of this file. */
  String here(String sql) {
    if (qualified || plan.schema().tables().isEmpty()) {
      return sql;
    }
    String schema = plan.schema().tables().getFirst().name().schema();
    return MySqlText.without(sql, dialect.quote(schema) + ".");
  }

  /** The type of a column on this side. */
  String type(Table table, Column column) {
    return widening.typeOf(new ColumnRef(table.name(), column.name()), column.type().sql());
  }

  List<Relation> inlineOf(Table table) {
    return inline.getOrDefault(table.name(), List.of());
  }

  List<LeftOut> leftOutOf(Table table) {
    return leftOut.getOrDefault(table.name(), List.of());
  }

  /** True if the side holds the table. */
  boolean holds(TableName name) {
    return plan.classification().marks().containsKey(name) && side.holds(plan.kind(name));
  }

  /** True if a table of PostgreSQL has the check of its own, from none that it inherits from. */
  boolean declares(Table table, Check check) {
    return table.inherits().stream()
        .flatMap(up -> tables.stream().filter(t -> t.name().equals(up)))
        .flatMap(up -> up.checks().stream())
        .noneMatch(check::equals);
  }
}
