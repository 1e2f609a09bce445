package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guide's usual mend: a column of its own that says which client a row belongs to. */
final class OwnerColumn {
  private OwnerColumn() {}

  /** Adds the column, fills it from the chains of today, and guards it. */
  static Remedy remedy(Situation situation, Table root, Table table) {
    String title =
        "Add a key to "
            + root.name()
            + " that is never NULL; then several keys lead to a client, and they should carry it"
            + " together";
    return of(root, table)
        .map(column ->
            Remedy.run(
                title,
                new Ddl(situation.dialect()),
                steps(table, root, column, fill(situation, table, column.name()), true)))
        .orElseGet(() -> Remedy.advice(title));
  }

  /**
   * The same for a table that no client leads to: filled from the rows that refer to it. Rows that
   * nobody refers to have no owner, so the column may stay NULL.
   */
  static Remedy fromUsers(Situation situation, Table root, Table table, List<Relation> users) {
    String title =
        "Add a key to " + root.name() + ", filled from the rows that refer to " + table.name();
    return of(root, table)
        .flatMap(column ->
            usersFill(situation, table, column.name(), users)
                .map(fill ->
                    Remedy.run(
                        title,
                        new Ddl(situation.dialect()),
                        steps(table, root, column, fill, false))))
        .orElseGet(() -> Remedy.advice(title));
  }

  /** The same for a table of which nothing tells the owners: people fill it. */
  static Remedy empty(Situation situation, Table table) {
    String title = "It belongs to single clients: add the key to its owner, to be filled by hand";
    return situation
        .table(situation.root())
        .flatMap(root ->
            of(root, table)
                .map(column ->
                    Remedy.run(
                        title,
                        new Ddl(situation.dialect()),
                        List.of(
                            new Change.AddColumn(table.name(), column),
                            key(table, root, column, true)))))
        .orElseGet(() -> Remedy.advice(title));
  }

  private static Optional<Column> of(Table root, Table table) {
    return root.rowIdentity()
        .map(UniqueKey::columns)
        .filter(key -> key.size() == 1)
        .map(key -> column(table, root, key.getFirst()));
  }

  private static List<Change> steps(
      Table table, Table root, Column column, String fill, boolean always) {
    List<Change> steps = new ArrayList<>();
    steps.add(new Change.AddColumn(table.name(), column));
    steps.add(new Change.Rows(fill));
    if (always) {
      steps.add(new Change.NotNull(table.name(), column));
    }
    steps.add(key(table, root, column, !always));
    return steps;
  }

  private static Change key(Table table, Table root, Column column, boolean nullable) {
    List<String> key = root.rowIdentity().map(UniqueKey::columns).orElseThrow();
    return new Change.AddKey(
        Change.key(table.name(), List.of(column.name()), root.name(), key, nullable));
  }

  private static String fill(Situation situation, Table table, String column) {
    return backfill(situation, table, column)
        .or(() -> parentsFill(situation, table, column))
        .orElse("-- Fill " + column + " with the client of each row here.");
  }

  /** From the owner of each parent, the first that there is: needs no row identity. */
  private static Optional<String> parentsFill(Situation situation, Table table, String column) {
    Sql sql = Sql.of(situation);
    List<String> owners = new ArrayList<>();
    for (Relation r : situation.clientParents(table.name())) {
      Optional<Ascent> above =
          r.selfLoop() ? Optional.empty() : new Owners(situation).of(r.parent(), "p");
      if (above.isEmpty()) {
        return Optional.empty();
      }
      owners.add(
          "(\n  SELECT %s FROM %s p%s\n  WHERE %s\n)"
              .formatted(
                  above.get().key().getFirst(),
                  sql.table(r.parent()),
                  joins(above.get()),
                  sql.joined("t", r, "p")));
    }
    return first(situation, table, column, owners);
  }

  private static Optional<String> usersFill(
      Situation situation, Table table, String column, List<Relation> users) {
    Sql sql = Sql.of(situation);
    List<String> owners = new ArrayList<>();
    for (Relation r : users) {
      new Owners(situation)
          .of(r.child(), "s")
          .ifPresent(owner ->
              owners.add(
                  "(\n  SELECT MIN(%s) FROM %s s%s\n  WHERE %s\n)"
                      .formatted(
                          owner.key().getFirst(),
                          sql.table(r.child()),
                          joins(owner),
                          sql.joined("s", r, "t"))));
    }
    return first(situation, table, column, owners);
  }

  /** Fills the column with the first owner that is found; empty if none is looked for. */
  private static Optional<String> first(
      Situation situation, Table table, String column, List<String> owners) {
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "UPDATE %s t SET %s = COALESCE(%s);"
                .formatted(
                    Sql.of(situation).table(table.name()),
                    situation.dialect().quote(column),
                    String.join(", ", owners)));
  }

  private static String joins(Ascent ascent) {
    return ascent.joins().stream().map(j -> "\n  " + j).reduce("", String::concat);
  }

  private static Column column(Table table, Table root, String key) {
    ColumnType type =
        root.column(key).map(Column::type).orElse(new ColumnType("bigint", TypeFamily.INTEGER));
    return Column.of(free(table, root.name().name() + "_" + key), type, true);
  }

  private static String free(Table table, String wanted) {
    List<String> taken = table.columns().stream().map(Column::name).toList();
    return taken.contains(wanted) ? "owner_" + wanted : wanted;
  }

  /** One UPDATE from the chains that own the rows today; rows without an owner stay NULL. */
  private static Optional<String> backfill(Situation situation, Table table, String column) {
    Dialect dialect = situation.dialect();
    Optional<List<String>> identity = table.rowIdentity().map(UniqueKey::columns);
    Optional<Ascent> owner = new Owners(situation).of(table.name(), "s");
    if (owner.isEmpty() || identity.isEmpty()) {
      return Optional.empty();
    }
    String joins = joins(owner.get());
    String match =
        String.join(
            " AND ",
            identity.get().stream()
                .map(c -> "s." + dialect.quote(c) + " = t." + dialect.quote(c))
                .toList());
    String name = dialect.qualified(table.name());
    String found = owner.get().key().getFirst();
    // MySQL cannot read the table it updates in a subquery, but can join it.
    return Optional.of(
        dialect.product().isMySqlFamily()
            ? "UPDATE %s t JOIN %s s ON %s%s\nSET t.%s = %s;"
                .formatted(name, name, match, joins, dialect.quote(column), found)
            : "UPDATE %s t SET %s = (\n  SELECT %s FROM %s s%s\n  WHERE %s\n);"
                .formatted(name, dialect.quote(column), found, name, joins, match));
  }
}
