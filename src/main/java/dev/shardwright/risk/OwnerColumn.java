package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.List;
import java.util.Optional;

/** The guide's usual mend: a column of its own that says which client a row belongs to. */
final class OwnerColumn {
  private OwnerColumn() {}

  /** Adds the column, fills it from the chains of today, and guards it. */
  static Remedy remedy(Situation situation, Table root, Table table) {
    List<String> key = root.rowIdentity().map(UniqueKey::columns).orElse(List.of());
    String title = "Add a key to " + root.name() + " that is never NULL";
    if (key.size() != 1) {
      return Remedy.advice(title);
    }
    Column column = column(table, root, key.getFirst());
    List<Change> steps =
        List.of(
            new Change.AddColumn(table.name(), column),
            new Change.Rows(
                backfill(situation, table, column.name())
                    .orElse("-- Fill " + column.name() + " with the client of each row here.")),
            new Change.NotNull(table.name(), column),
            new Change.AddKey(
                Change.key(table.name(), List.of(column.name()), root.name(), key, false)));
    return Remedy.run(
        title + "; then several keys lead to a client, and they should carry it together",
        new Ddl(situation.dialect()),
        steps);
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
    String joins = owner.get().joins().stream().map(j -> "\n  " + j).reduce("", String::concat);
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
