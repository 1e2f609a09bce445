package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements of remedies, written for the server at hand. */
final class Ddl {
  private final Dialect dialect;

  Ddl(Dialect dialect) {
    this.dialect = dialect;
  }

  /** All steps, a statement a paragraph. */
  String sql(List<Change> changes) {
    return changes.stream().map(this::statement).collect(Collectors.joining("\n\n"));
  }

  private String statement(Change change) {
    return switch (change) {
      case Change.AddColumn c -> alter(c.table(), "ADD COLUMN " + column(c.column()));
      case Change.DropColumn c -> alter(c.table(), "DROP COLUMN " + dialect.quote(c.column()));
      case Change.NotNull c -> notNull(c.table(), c.column());
      case Change.Retype c -> retype(c.table(), c.column(), c.type());
      case Change.AddUnique c ->
          alter(c.table(), "ADD UNIQUE (%s)".formatted(dialect.quoteAll(c.columns())));
      case Change.AddKey c -> alter(c.key().child(), "ADD " + key(c.key()));
      case Change.DropKey c -> dropKey(c.key());
      case Change.ReplaceKey c -> replaceKey(c.key(), c.by());
      case Change.MakeTable c -> make(c.table(), c.keys());
      case Change.DropTrigger c -> TriggerDdl.drop(dialect, c.trigger());
      case Change.ReplaceTrigger c -> TriggerDdl.replace(dialect, c.trigger(), c.by());
      case Change.Rows c -> c.sql();
    };
  }

  private String alter(TableName table, String what) {
    return "ALTER TABLE %s %s;".formatted(dialect.qualified(table), what);
  }

  private String column(Column column) {
    return dialect.quote(column.name())
        + " "
        + column.type().sql()
        + (column.nullable() ? "" : " NOT NULL");
  }

  private String key(Relation key) {
    String deleting =
        switch (key.onDelete()) {
          case NO_ACTION -> "";
          default -> " ON DELETE " + key.onDelete().name().replace('_', ' ');
        };
    return "FOREIGN KEY (%s) REFERENCES %s (%s)%s"
        .formatted(
            dialect.quoteAll(key.childColumns()),
            dialect.qualified(key.parent()),
            dialect.quoteAll(key.parentColumns()),
            deleting);
  }

  private String dropKey(Relation relation) {
    String what = dialect.product().isMySqlFamily() ? "FOREIGN KEY" : "CONSTRAINT";
    return alter(relation.child(), "DROP " + what + " " + dialect.quote(relation.name()));
  }

  /** Only the time of checking can be altered; all else is dropped and made again. */
  private String replaceKey(Relation key, Relation by) {
    if (key.deferral() != by.deferral() && key.onDelete() == by.onDelete()) {
      return alter(
          key.child(),
          "ALTER CONSTRAINT %s DEFERRABLE INITIALLY IMMEDIATE"
              .formatted(dialect.quote(key.name())));
    }
    String again = "ADD CONSTRAINT " + dialect.quote(by.name()) + " " + key(by);
    return dropKey(key) + "\n\n" + alter(by.child(), again);
  }

  private String notNull(TableName table, Column column) {
    String quoted = dialect.quote(column.name());
    return dialect.product().isMySqlFamily()
        ? alter(table, "MODIFY %s %s NOT NULL".formatted(quoted, column.type().sql()))
        : alter(table, "ALTER COLUMN %s SET NOT NULL".formatted(quoted));
  }

  private String retype(TableName table, Column column, String type) {
    String quoted = dialect.quote(column.name());
    return dialect.product().isMySqlFamily()
        ? alter(
            table, "MODIFY " + column(column.type(new ColumnType(type, column.type().family()))))
        : alter(table, "ALTER COLUMN %s TYPE %s".formatted(quoted, type));
  }

  private String make(Table table, List<Relation> keys) {
    List<String> lines = new ArrayList<>();
    table.columns().forEach(c -> lines.add(column(c)));
    for (UniqueKey key : table.keys()) {
      String kind = key.kind() == UniqueKey.Kind.PRIMARY ? "PRIMARY KEY" : "UNIQUE";
      lines.add(kind + " (" + dialect.quoteAll(key.columns()) + ")");
    }
    keys.forEach(k -> lines.add(key(k)));
    return "CREATE TABLE %s (\n  %s\n);"
        .formatted(dialect.qualified(table.name()), String.join(",\n  ", lines));
  }

  /** Cutting a relation: the statement for a declared key, the decision for any. */
  Remedy cut(Relation relation, String title) {
    Decision.Cut cut = new Decision.Cut(relation.id(), Optional.empty());
    return relation.declared()
        ? Remedy.both(title, this, new Change.DropKey(relation), cut)
        : Remedy.decide(title, cut);
  }
}
