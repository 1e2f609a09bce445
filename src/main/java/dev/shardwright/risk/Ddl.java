package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/** The statements of remedies, written for the server at hand. */
final class Ddl {
  private final Dialect dialect;

  Ddl(Dialect dialect) {
    this.dialect = dialect;
  }

  String dropKey(Relation relation) {
    String what = dialect.product().isMySqlFamily() ? "FOREIGN KEY" : "CONSTRAINT";
    return "ALTER TABLE %s DROP %s %s;"
        .formatted(dialect.qualified(relation.child()), what, dialect.quote(relation.name()));
  }

  String addKey(
      TableName child, List<String> columns, TableName parent, List<String> parentColumns) {
    return "ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (%s);"
        .formatted(
            dialect.qualified(child),
            dialect.quoteAll(columns),
            dialect.qualified(parent),
            dialect.quoteAll(parentColumns));
  }

  String addUnique(TableName table, List<String> columns) {
    return "ALTER TABLE %s ADD UNIQUE (%s);"
        .formatted(dialect.qualified(table), dialect.quoteAll(columns));
  }

  String addColumn(TableName table, String column, String type) {
    return "ALTER TABLE %s ADD COLUMN %s %s;"
        .formatted(dialect.qualified(table), dialect.quote(column), type);
  }

  String notNull(TableName table, String column, String type) {
    return dialect.product().isMySqlFamily()
        ? "ALTER TABLE %s MODIFY %s %s NOT NULL;"
            .formatted(dialect.qualified(table), dialect.quote(column), type)
        : "ALTER TABLE %s ALTER COLUMN %s SET NOT NULL;"
            .formatted(dialect.qualified(table), dialect.quote(column));
  }

  /** Cutting a relation: the statement for a declared key, the decision for any. */
  Remedy cut(Relation relation, String title) {
    Decision.Cut cut = new Decision.Cut(relation.id(), Optional.empty());
    return relation.declared()
        ? Remedy.both(title, dropKey(relation), cut)
        : Remedy.decide(title, cut);
  }
}
