package dev.shardwright.sql;

import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a MySQL or MariaDB file has made so far. */
final class SchemaDraft {
  final Product product;
  final Map<TableName, TableDraft> tables = new LinkedHashMap<>();
  final Map<TableName, View> views = new LinkedHashMap<>();
  final Map<String, Routine> routines = new LinkedHashMap<>();
  final Map<TableName, ScheduledEvent> events = new LinkedHashMap<>();
  final Map<TableName, Sequence> sequences = new LinkedHashMap<>();
  String database;

  SchemaDraft(Product product, String database) {
    this.product = product;
    this.database = database;
  }

  TableName name(Node written) {
    return MySqlName.table(written.text(), database);
  }

  /** The table of that name; one that differs in case only where there is no other. */
  Optional<TableDraft> table(TableName name) {
    TableDraft exact = tables.get(name);
    return exact != null
        ? Optional.of(exact)
        : tables.values().stream()
            .filter(t ->
                t.name.schema().equalsIgnoreCase(name.schema())
                    && t.name.name().equalsIgnoreCase(name.name()))
            .findFirst();
  }

  /** The foreign keys of all tables, with the spelling and columns of their parents. */
  List<Relation> relations() {
    return tables.values().stream()
        .flatMap(table -> table.foreignKeys.stream().map(key -> relation(table, key)))
        .toList();
  }

  /** Fills in what a key's parent says, once all tables are known. */
  void resolve() {
    for (TableDraft table : tables.values()) {
      table.foreignKeys.replaceAll(key -> resolved(table, key));
    }
  }

  private TableDraft.ForeignKey resolved(TableDraft child, TableDraft.ForeignKey key) {
    Optional<TableDraft> parent = table(key.parent());
    List<String> columns = key.parentColumns();
    if (columns.isEmpty()) {
      columns =
          parent
              .flatMap(TableDraft::primaryKey)
              .map(UniqueKey::columns)
              .filter(primary -> primary.size() == key.columns().size())
              .orElse(key.columns());
    }
    List<String> named = columns;
    return new TableDraft.ForeignKey(
        key.name(),
        key.columns().stream().map(child::spelled).toList(),
        parent.map(p -> p.name).orElse(key.parent()),
        parent.map(p -> named.stream().map(p::spelled).toList()).orElse(named),
        key.onDelete(),
        key.onUpdate());
  }

  private static Relation relation(TableDraft child, TableDraft.ForeignKey key) {
    boolean nullable =
        key.columns().stream()
            .anyMatch(column -> child.column(column).map(c -> c.nullable).orElse(true));
    return Relation.declared(
            child.name, key.name(), key.columns(), key.parent(), key.parentColumns(), nullable)
        .acting(key.onDelete(), key.onUpdate());
  }

  /** The parts of a key over whole columns. */
  static List<KeyPart> columns(List<String> names) {
    return names.stream().map(KeyPart::column).toList();
  }
}
