package dev.shardwright.risk;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guide's answer to polymorphic data: the shared rows move to a table of their own, and who
 * refers to them has two keys of which one is set.
 *
 * <p>As the guide draws it the key to the private rows may still lead to another client's; the
 * second form lets that key carry the owner.
 */
final class SplitTable {
  private static final String SHARED = "public_";

  private final Situation situation;
  private final Ddl ddl;
  private final Sql sql;
  private final Table table;
  private final Relation owner;
  private final String key;
  private final TableName shared;

  private SplitTable(Situation situation, Table table, Relation owner, String key) {
    this.situation = situation;
    this.ddl = new Ddl(situation.dialect());
    this.sql = Sql.of(situation);
    this.table = table;
    this.owner = owner;
    this.key = key;
    this.shared = new TableName(table.name().schema(), SHARED + table.name().name());
  }

  /**
   * Both forms; none where the table is owned by more than one plain nullable key, refers to
   * itself, or a key to it is part of a row's identity.
   */
  static List<Remedy> remedies(Situation situation, Table table, List<Relation> referencing) {
    List<Relation> owners = situation.ownership().ownersOf(table.name());
    Optional<String> key = table.rowIdentity().map(UniqueKey::columns).flatMap(SplitTable::single);
    boolean plain =
        owners.size() == 1
            && owners.getFirst().declared()
            && owners.getFirst().nullable()
            && owners.getFirst().childColumns().size() == 1
            && table.columns().stream().noneMatch(c -> c.generated().isPresent())
            && situation.graph().toChildren(table.name()).stream().noneMatch(Relation::selfLoop)
            && free(situation, table)
            && referencing.stream().allMatch(r -> movable(situation, table, r));
    if (!plain || key.isEmpty()) {
      return List.of();
    }
    SplitTable split = new SplitTable(situation, table, owners.getFirst(), key.get());
    List<Remedy> remedies = new ArrayList<>();
    remedies.add(split.remedy(referencing, List.of()));
    List<Relation> carrying =
        referencing.stream().filter(r -> split.carries(r).isPresent()).toList();
    if (!carrying.isEmpty()) {
      remedies.add(split.remedy(referencing, carrying));
    }
    return remedies;
  }

  private static Optional<String> single(List<String> columns) {
    return columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty();
  }

  private static boolean free(Situation situation, Table table) {
    TableName made = new TableName(table.name().schema(), SHARED + table.name().name());
    return situation.table(made).isEmpty();
  }

  private static boolean movable(Situation situation, Table table, Relation r) {
    Optional<Table> child = situation.table(r.child());
    String column = r.childColumns().getFirst();
    boolean identity =
        child
            .flatMap(Table::rowIdentity)
            .map(UniqueKey::columns)
            .filter(k -> k.contains(column))
            .isPresent();
    return r.declared()
        && r.childColumns().size() == 1
        && table.rowIdentity().map(UniqueKey::columns).filter(r.parentColumns()::equals).isPresent()
        && !identity
        && child.flatMap(t -> t.column(SHARED + column)).isEmpty();
  }

  private Remedy remedy(List<Relation> referencing, List<Relation> carrying) {
    List<Change> steps = new ArrayList<>();
    steps.add(new Change.MakeTable(made(), keys()));
    steps.add(new Change.Rows(filling()));
    numbering().ifPresent(steps::add);
    referencing.forEach(r -> move(r, steps));
    steps.add(new Change.Rows(unowned().delete()));
    table
        .column(owner.childColumns().getFirst())
        .ifPresent(c -> steps.add(new Change.NotNull(table.name(), c)));
    carrying.forEach(r -> carries(r).ifPresent(with -> carry(r, with, steps)));
    String title = "Split it: shared rows move to " + shared + ", and one of two keys is set";
    return Remedy.run(
        carrying.isEmpty()
            ? title + "; the key to a client's rows may still lead to another's"
            : title
                + "; the key to a client's rows carries the owner, after rows that use another"
                + " client's are repaired",
        ddl,
        steps);
  }

  /** The table's columns without the owner, and its keys that do not need it. */
  private Table made() {
    String client = owner.childColumns().getFirst();
    List<Column> columns = table.columns().stream().filter(c -> !c.name().equals(client)).toList();
    List<UniqueKey> kept =
        table.keys().stream()
            .filter(k -> k.total() && !k.columns().contains(client))
            .filter(k -> k.kind() == UniqueKey.Kind.PRIMARY || k.columns().equals(List.of(key)))
            .toList();
    return Table.of(shared, columns, kept);
  }

  /** What the shared rows refer to beside their owner. */
  private List<Relation> keys() {
    return situation.graph().toParents(table.name()).stream()
        .filter(r -> r.declared() && !r.equals(owner))
        .map(r -> Change.key(shared, r.childColumns(), r.parent(), r.parentColumns(), r.nullable()))
        .toList();
  }

  private String filling() {
    String columns =
        situation.dialect().quoteAll(made().columns().stream().map(Column::name).toList());
    return "INSERT INTO %s (%s)\nSELECT %s\nFROM %s t\nWHERE %s;"
        .formatted(
            situation.dialect().qualified(shared),
            columns,
            columns,
            sql.table(table.name()),
            none());
  }

  private String none() {
    return sql.column("t", owner.childColumns().getFirst()) + " IS NULL";
  }

  private FoundRows unowned() {
    return FoundRows.of(situation, table.name(), List.of(), none());
  }

  /** PostgreSQL's counters do not follow rows that bring their own numbers. */
  private Optional<Change> numbering() {
    boolean counted =
        !situation.product().isMySqlFamily()
            && table.column(key).filter(c -> c.identity() != Column.Identity.NONE).isPresent();
    String name = situation.dialect().qualified(shared);
    return counted
        ? Optional.of(
            new Change.Rows(
                "SELECT setval(pg_get_serial_sequence(%s, %s), COALESCE((SELECT MAX(%s) FROM %s), 0) + 1, false);"
                    .formatted(
                        situation.dialect().literal(name),
                        situation.dialect().literal(key),
                        situation.dialect().quote(key),
                        name)))
        : Optional.empty();
  }

  /** A second key beside the one there is, of which one is set; or at most one, as before. */
  private void move(Relation r, List<Change> steps) {
    String old = r.childColumns().getFirst();
    String more = SHARED + old;
    Column column = situation.table(r.child()).flatMap(t -> t.column(old)).orElseThrow();
    steps.add(new Change.AddColumn(r.child(), Column.of(more, column.type(), true)));
    if (!column.nullable()) {
      steps.add(new Change.AllowNull(r.child(), column));
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put(more, sql.column("t", old));
    values.put(old, "NULL");
    String join =
        "JOIN %s p ON %s".formatted(situation.dialect().qualified(shared), sql.joined("t", r, "p"));
    steps.add(
        new Change.Rows(
            FoundRows.of(situation, r.child(), List.of(join), sql.column("t", old) + " IS NOT NULL")
                .set(values)));
    steps.add(new Change.AddKey(Change.key(r.child(), List.of(more), shared, List.of(key), true)));
    if (!acting(r)) {
      steps.add(new Change.AddCheck(r.child(), one(r, column, more)));
    }
  }

  /** MySQL 8.4 manual, "CHECK Constraints": not over columns that a key's action changes. */
  private boolean acting(Relation r) {
    return situation.product().isMySqlFamily()
        && (changes(r.onDelete())
            || r.onUpdate() == Relation.Action.CASCADE
            || changes(r.onUpdate()));
  }

  private static boolean changes(Relation.Action action) {
    return action == Relation.Action.SET_NULL || action == Relation.Action.SET_DEFAULT;
  }

  private Check one(Relation r, Column column, String more) {
    String left = situation.dialect().quote(column.name()) + " IS NULL";
    String right = situation.dialect().quote(more) + " IS NULL";
    String expression =
        column.nullable() ? left + " OR " + right : "(" + left + ") <> (" + right + ")";
    String name = r.child().name() + "_" + more + "_check";
    return new Check(name, false, expression, "CHECK (" + expression + ")", true, true);
  }

  /** The child's own key to the root, where both sides can carry it. */
  private Optional<Relation> carries(Relation r) {
    return owner.parent().equals(situation.root())
        ? situation.clientParents(r.child()).stream()
            .filter(o -> o.parent().equals(owner.parent()) && o.declared() && !o.nullable())
            .filter(o -> o.parentColumns().equals(owner.parentColumns()))
            .findFirst()
        : Optional.empty();
  }

  private void carry(Relation r, Relation with, List<Change> steps) {
    List<String> up = List.of(owner.childColumns().getFirst(), key);
    List<String> down = List.of(with.childColumns().getFirst(), r.childColumns().getFirst());
    Change unique = new Change.AddUnique(table.name(), up);
    if (!steps.contains(unique)) {
      steps.add(unique);
    }
    steps.add(new Change.AddKey(Change.key(r.child(), down, table.name(), up, true)));
    steps.add(new Change.DropKey(r));
  }
}
