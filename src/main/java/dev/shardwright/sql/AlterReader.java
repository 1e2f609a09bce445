package dev.shardwright.sql;

import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies ALTER TABLE to a draft. */
final class AlterReader {
  private final SchemaDraft schema;
  private final TableDraft table;
  private final TableReader reader;

  AlterReader(SchemaDraft schema, TableDraft table) {
    this.schema = schema;
    this.table = table;
    this.reader = new TableReader(schema, table);
  }

  void alter(Node alterTable) {
    alterTable.children().forEach(this::specification);
    reader.finish();
  }

  private void specification(Node change) {
    switch (change.kind()) {
      case "alterByTableOption" -> change.children().forEach(reader::option);
      case "alterByAddColumn" -> addColumn(change);
      case "alterByAddColumns" -> addColumns(change);
      case "alterByAddDefinitions" -> change.children().forEach(reader::definition);
      case "alterByAddIndex", "alterByAddSpecialIndex" -> reader.index(change);
      case "alterByAddPrimaryKey",
          "alterByAddUniqueKey",
          "alterByAddForeignKey",
          "alterByAddCheckTableConstraint" ->
          reader.constraint(change, change);
      case "alterByChangeDefault", "alterByAlterColumnDefault" -> changeDefault(change);
      case "alterByChangeColumn" -> changeColumn(change);
      case "alterByModifyColumn" -> modify(change, name(change, 0), name(change, 0));
      case "alterByRenameColumn" -> renameColumn(name(change, 0), name(change, 1));
      case "alterByDropColumn" -> dropColumn(name(change, 0));
      case "alterByDropPrimaryKey" ->
          table.keys.removeIf(key -> key.kind() == UniqueKey.Kind.PRIMARY);
      case "alterByDropIndex" -> dropIndex(name(change, 0));
      case "alterByDropForeignKey" -> dropForeignKey(name(change, 0));
      case "alterByDropConstraintCheck" -> {
        String name = name(change, 0);
        dropForeignKey(name);
        dropIndex(name);
        table.checks.removeIf(check -> check.name().equalsIgnoreCase(name));
      }
      case "alterByRenameIndex" -> renameIndex(name(change, 0), name(change, 1));
      case "alterByRename" -> rename(change);
      case "partitionDefinitions" -> reader.partitions(change);
      default -> {} // how the change is made, storage, partitions of their own
    }
  }

  private static String name(Node change, int position) {
    List<Node> names = change.all("uid");
    return position < names.size() ? MySqlName.bare(names.get(position).text()) : "";
  }

  private void addColumn(Node change) {
    change
        .first("columnDefinition")
        .ifPresent(definition -> place(reader.column(name(change, 0), definition), change, 1));
  }

  private void addColumns(Node change) {
    List<Node> names = change.all("uid");
    List<Node> definitions = change.all("columnDefinition");
    for (int i = 0; i < Math.min(names.size(), definitions.size()); i++) {
      table.columns.add(reader.column(MySqlName.bare(names.get(i).text()), definitions.get(i)));
    }
  }

  /** Puts a column where FIRST or AFTER says, else at the end. */
  private void place(ColumnDraft column, Node change, int position) {
    if (change.has("FIRST")) {
      table.columns.addFirst(column);
    } else if (change.has("AFTER")) {
      int at =
          table
              .column(name(change, position))
              .map(c -> table.columns.indexOf(c) + 1)
              .orElse(table.columns.size());
      table.columns.add(at, column);
    } else {
      table.columns.add(column);
    }
  }

  private void changeColumn(Node change) {
    String old = name(change, 0);
    String renamed = name(change, 1);
    if (!old.equals(renamed)) {
      renameColumn(old, renamed);
    }
    modify(change, renamed, renamed);
  }

  private void modify(Node change, String old, String name) {
    Optional<ColumnDraft> known = table.column(old);
    Optional<Node> definition = change.first("columnDefinition");
    if (known.isEmpty() || definition.isEmpty()) {
      return;
    }
    int at = table.columns.indexOf(known.get());
    ColumnDraft column = reader.column(name, definition.get());
    table.columns.remove(at);
    if (change.has("FIRST") || change.has("AFTER")) {
      place(column, change, change.is("alterByChangeColumn") ? 2 : 1);
    } else {
      table.columns.add(at, column);
    }
  }

  private void changeDefault(Node change) {
    table
        .column(name(change, 0))
        .ifPresent(column -> {
          if (change.has("DEFAULT")) {
            column.defaultSql =
                change
                    .first("defaultValue", "stringLiteral", "expression")
                    .map(Node::text)
                    .filter(text -> !text.equalsIgnoreCase("NULL"));
          }
        });
  }

  private void dropColumn(String name) {
    table.columns.removeIf(column -> column.name.equalsIgnoreCase(name));
    UnaryOperator<List<KeyPart>> without =
        parts -> parts.stream().filter(part -> !part.text().equalsIgnoreCase(name)).toList();
    table.keys.replaceAll(key -> withParts(key, without.apply(key.parts())));
    table.keys.removeIf(key -> key.parts().isEmpty());
    table.indexes.replaceAll(index -> withParts(index, without.apply(index.parts())));
    table.indexes.removeIf(index -> index.parts().isEmpty());
  }

  private void renameColumn(String old, String renamed) {
    table.column(old).ifPresent(column -> column.name = renamed);
    UnaryOperator<List<KeyPart>> respelled =
        parts ->
            parts.stream()
                .map(p ->
                    !p.expression() && p.text().equalsIgnoreCase(old)
                        ? new KeyPart(renamed, false, p.prefixLength(), p.descending())
                        : p)
                .toList();
    table.keys.replaceAll(key -> withParts(key, respelled.apply(key.parts())));
    table.indexes.replaceAll(index -> withParts(index, respelled.apply(index.parts())));
    UnaryOperator<List<String>> names =
        columns -> columns.stream().map(c -> c.equalsIgnoreCase(old) ? renamed : c).toList();
    for (TableDraft other : schema.tables.values()) {
      other.foreignKeys.replaceAll(key ->
          new TableDraft.ForeignKey(
              key.name(),
              other == table ? names.apply(key.columns()) : key.columns(),
              key.parent(),
              key.parent().equals(table.name)
                  ? names.apply(key.parentColumns())
                  : key.parentColumns(),
              key.onDelete(),
              key.onUpdate()));
    }
  }

  private void dropIndex(String name) {
    table.keys.removeIf(key -> key.name().equalsIgnoreCase(name));
    table.indexes.removeIf(index -> index.name().equalsIgnoreCase(name));
  }

  private void dropForeignKey(String name) {
    table.foreignKeys.removeIf(key -> key.name().equalsIgnoreCase(name));
  }

  private void renameIndex(String old, String renamed) {
    table.indexes.replaceAll(i ->
        i.name().equalsIgnoreCase(old)
            ? new Index(renamed, i.parts(), i.method(), i.predicate(), i.definition(), i.comment())
            : i);
    table.keys.replaceAll(k ->
        k.name().equalsIgnoreCase(old)
            ? new UniqueKey(
                renamed,
                k.kind(),
                k.parts(),
                k.nullsNotDistinct(),
                k.predicate(),
                k.deferrable(),
                k.valid(),
                k.definition(),
                k.comment())
            : k);
  }

  private void rename(Node change) {
    change
        .first("uid", "fullId")
        .ifPresent(to -> rename(schema, table, MySqlName.table(to.text(), table.name.schema())));
  }

  /** Gives a table another name, in the keys that point at it too. */
  static void rename(SchemaDraft schema, TableDraft table, TableName renamed) {
    TableName old = table.name;
    schema.tables.remove(old);
    table.name = renamed;
    schema.tables.put(renamed, table);
    for (TableDraft other : schema.tables.values()) {
      other.foreignKeys.replaceAll(key ->
          key.parent().equals(old)
              ? new TableDraft.ForeignKey(
                  key.name(),
                  key.columns(),
                  renamed,
                  key.parentColumns(),
                  key.onDelete(),
                  key.onUpdate())
              : key);
    }
  }

  private static UniqueKey withParts(UniqueKey k, List<KeyPart> parts) {
    return new UniqueKey(
        k.name(),
        k.kind(),
        parts,
        k.nullsNotDistinct(),
        k.predicate(),
        k.deferrable(),
        k.valid(),
        k.definition(),
        k.comment());
  }

  private static Index withParts(Index i, List<KeyPart> parts) {
    return new Index(i.name(), parts, i.method(), i.predicate(), i.definition(), i.comment());
  }
}
