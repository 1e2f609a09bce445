package dev.shardwright.sql;

import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import java.util.Optional;

/** A column while its table is being read. */
final class ColumnDraft {
  String name;
  ColumnType type;

  /** Character set and collation as written beside the type. */
  Optional<String> attributes = Optional.empty();

  boolean nullable = true;
  boolean autoIncrement;
  Optional<String> defaultSql = Optional.empty();
  Optional<String> onUpdateSql = Optional.empty();
  Optional<Column.Generated> generated = Optional.empty();
  Optional<String> collation = Optional.empty();
  Optional<String> comment = Optional.empty();

  ColumnDraft(String name, ColumnType type) {
    this.name = name;
    this.type = type;
  }

  Column column() {
    return new Column(
        name,
        type,
        nullable,
        defaultSql,
        generated,
        autoIncrement ? Column.Identity.AUTO_INCREMENT : Column.Identity.NONE,
        onUpdateSql,
        collation,
        comment);
  }

  /** The column's line in the table's definition. */
  String definition() {
    StringBuilder text = new StringBuilder(MySqlName.quoted(name)).append(' ').append(type.sql());
    attributes.ifPresent(a -> text.append(' ').append(a));
    generated.ifPresent(g ->
        text.append(" GENERATED ALWAYS AS (")
            .append(g.expression())
            .append(") ")
            .append(g.stored() ? "STORED" : "VIRTUAL"));
    if (!nullable) {
      text.append(" NOT NULL");
    } else if (type.sql().startsWith("timestamp")) {
      text.append(" NULL");
    }
    if (autoIncrement) {
      text.append(" AUTO_INCREMENT");
    } else if (defaultSql.isPresent()) {
      text.append(" DEFAULT ").append(defaultSql.get());
    } else if (nullable && generated.isEmpty()) {
      text.append(" DEFAULT NULL");
    }
    onUpdateSql.ifPresent(u -> text.append(" ON UPDATE ").append(u));
    comment.ifPresent(c -> text.append(" COMMENT ").append(literal(c)));
    return text.toString();
  }

  static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
