package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The guide's answer to a long loop: one of its keys moves to a table of its own, filled when both
 * sides are there; where both sides know their client, the new keys carry it.
 */
final class LinkTable {
  private final Situation situation;
  private final Table child;
  private final Relation key;
  private final List<String> identity;
  private final TableName made;

  /** The child's and the parent's column that hold the client, if both have one. */
  private final Optional<Owners> owners;

  private record Owners(String child, String parent) {

    /** A column joins one other: where the key has it lead elsewhere, the owner is not carried. */
    boolean fit(Relation key) {
      return key.childColumns().indexOf(child) == key.parentColumns().indexOf(parent);
    }
  }

  private LinkTable(
      Situation situation, Table child, Relation key, List<String> identity, TableName made) {
    this.situation = situation;
    this.child = child;
    this.key = key;
    this.identity = identity;
    this.made = made;
    this.owners =
        owner(situation, key.child())
            .flatMap(c -> owner(situation, key.parent()).map(p -> new Owners(c, p)))
            .filter(o -> o.fit(key));
  }

  /** Empty for a key to the root, which says whose the rows are, and where the name is taken. */
  static Optional<Remedy> of(Situation situation, Relation key) {
    TableName made =
        new TableName(key.child().schema(), key.child().name() + "_" + key.parent().name());
    boolean plain =
        key.declared()
            && !key.parent().equals(situation.root())
            && situation.pointsAtUnique(key)
            && situation.table(made).isEmpty();
    return situation
        .table(key.child())
        .filter(t -> plain)
        .flatMap(t ->
            t.rowIdentity()
                .map(UniqueKey::columns)
                .map(id -> new LinkTable(situation, t, key, id, made).remedy()));
  }

  /** The column that holds the client: the root's own key, or a plain key to it. */
  private static Optional<String> owner(Situation situation, TableName table) {
    return table.equals(situation.root())
        ? situation.table(table).flatMap(TypePair::key)
        : situation.clientParents(table).stream()
            .filter(r -> r.parent().equals(situation.root()) && !r.nullable() && r.declared())
            .filter(r ->
                situation
                    .table(r.parent())
                    .flatMap(TypePair::key)
                    .map(List::of)
                    .filter(r.parentColumns()::equals)
                    .isPresent())
            .map(r -> r.childColumns().getFirst())
            .findFirst();
  }

  private Remedy remedy() {
    List<Change> steps = new ArrayList<>();
    List<String> ownKey = with(owners.map(Owners::child), identity);
    List<String> parentKey = with(owners.map(Owners::parent), key.parentColumns());
    unique(child.name(), ownKey, identity).ifPresent(steps::add);
    unique(key.parent(), parentKey, key.parentColumns()).ifPresent(steps::add);
    List<String> leading = with(owners.map(Owners::child), key.childColumns());
    steps.add(
        new Change.MakeTable(
            table(columns(ownKey, leading)),
            List.of(
                Change.key(made, ownKey, child.name(), ownKey, false),
                Change.key(made, leading, key.parent(), parentKey, false))));
    steps.add(new Change.Rows(filled(columns(ownKey, leading))));
    steps.add(new Change.DropKey(key));
    spare().forEach(c -> steps.add(new Change.DropColumn(child.name(), c)));
    return Remedy.run(
        "Move the key of %s to %s%s; that each row has one is then for the programs to see to"
            .formatted(
                Names.columns(List.of(key)),
                made,
                owners.isPresent() ? ", which carries the owner" : ""),
        new Ddl(situation.dialect()),
        steps);
  }

  /** The owner goes first; a key that holds it already is left as it is. */
  private static List<String> with(Optional<String> owner, List<String> columns) {
    return Stream.concat(owner.stream().filter(o -> !columns.contains(o)), columns.stream())
        .toList();
  }

  private static Optional<Change> unique(TableName table, List<String> wanted, List<String> there) {
    return wanted.equals(there)
        ? Optional.empty()
        : Optional.of(new Change.AddUnique(table, wanted));
  }

  private static List<String> columns(List<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private Table table(List<String> names) {
    List<Column> columns =
        names.stream()
            .flatMap(n -> child.column(n).stream())
            .map(c -> Column.of(c.name(), c.type(), false))
            .toList();
    List<UniqueKey> keys = new ArrayList<>();
    keys.add(UniqueKey.of(made.name() + "_pkey", UniqueKey.Kind.PRIMARY, identity));
    boolean once =
        child.keys().stream()
            .anyMatch(
                k -> k.total() && Set.copyOf(k.columns()).equals(Set.copyOf(key.childColumns())));
    if (once && !identity.equals(key.childColumns())) {
      keys.add(UniqueKey.of(made.name() + "_key", UniqueKey.Kind.CONSTRAINT, key.childColumns()));
    }
    return Table.of(made, columns, keys);
  }

  private String filled(List<String> columns) {
    String names = situation.dialect().quoteAll(columns);
    return "INSERT INTO %s (%s)\nSELECT %s\nFROM %s t;"
        .formatted(
            situation.dialect().qualified(made),
            names,
            names,
            Sql.of(situation).table(child.name()));
  }

  /** Columns that nothing but the key needs. */
  private List<String> spare() {
    Set<String> needed = new LinkedHashSet<>();
    child.keys().forEach(k -> needed.addAll(k.columns()));
    situation.graph().toParents(child.name()).stream()
        .filter(r -> !r.equals(key))
        .forEach(r -> needed.addAll(r.childColumns()));
    situation.graph().toChildren(child.name()).forEach(r -> needed.addAll(r.parentColumns()));
    boolean checked = !child.checks().isEmpty();
    return checked
        ? List.of()
        : key.childColumns().stream().filter(c -> !needed.contains(c)).toList();
  }
}
