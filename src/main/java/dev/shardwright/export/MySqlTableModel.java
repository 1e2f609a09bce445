package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A CREATE TABLE of MySQL or MariaDB composed from the model, where no server gave its text. */
final class MySqlTableModel {
  private final Part part;
  private final Table table;
  private final Dialect dialect;

  MySqlTableModel(Part part, Table table) {
    this.part = part;
    this.table = table;
    dialect = part.dialect();
  }

  /**
   * The statement for this side.
   *
   * @param foreignKeys the keys that can hold here, each after a comma
   */
  String composed(String foreignKeys) {
    List<String> items = new ArrayList<>();
    table.columns().forEach(column -> items.add(column(column)));
    table.keys().forEach(key -> items.add(key(key)));
    table.indexes().forEach(index -> items.add(index(index)));
    table.checks().forEach(check -> items.add(check(check)));
    return "CREATE TABLE "
        + part.name(table.name())
        + " (\n  "
        + String.join(",\n  ", items)
        + foreignKeys
        + "\n)"
        + table.engine().map(engine -> " ENGINE=" + engine).orElse("")
        + table.options().stream().map(option -> " " + option).collect(Collectors.joining())
        + table.comment().map(text -> " COMMENT=" + dialect.literal(text)).orElse("")
        + table.partitioning().map(p -> "\nPARTITION BY " + p.key()).orElse("");
  }

  private String column(Column column) {
    StringBuilder text = new StringBuilder(dialect.quote(column.name())).append(' ');
    text.append(part.type(table, column));
    column.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
    column.generated().ifPresent(g -> text.append(SqlText.generated(g)));
    text.append(column.nullable() ? " NULL" : " NOT NULL");
    column.defaultSql().ifPresent(value -> text.append(" DEFAULT ").append(value));
    if (column.identity() == Column.Identity.AUTO_INCREMENT) {
      text.append(" AUTO_INCREMENT");
    }
    column.onUpdateSql().ifPresent(value -> text.append(" ON UPDATE ").append(value));
    column.comment().ifPresent(value -> text.append(" COMMENT ").append(dialect.literal(value)));
    return text.toString();
  }

  private String key(UniqueKey key) {
    String columns = " (" + parts(key.parts()) + ")";
    String text =
        key.kind() == UniqueKey.Kind.PRIMARY
            ? "PRIMARY KEY" + columns
            : "UNIQUE KEY " + dialect.quote(key.name()) + columns;
    return text + comment(key.comment());
  }

  private String index(Index index) {
    String method = index.method().toUpperCase(Locale.ROOT);
    String sort = method.equals("FULLTEXT") || method.equals("SPATIAL") ? method + " " : "";
    return sort
        + "KEY "
        + dialect.quote(index.name())
        + " ("
        + parts(index.parts())
        + ")"
        + (method.equals("HASH") ? " USING HASH" : "")
        + comment(index.comment());
  }

  private String comment(Optional<String> comment) {
    return comment.map(text -> " COMMENT " + dialect.literal(text)).orElse("");
  }

  private String parts(List<KeyPart> parts) {
    return parts.stream().map(this::keyPart).collect(Collectors.joining(", "));
  }

  private String keyPart(KeyPart key) {
    String text = key.expression() ? "(" + key.text() + ")" : dialect.quote(key.text());
    return text
        + (key.prefixLength().isPresent() ? "(" + key.prefixLength().getAsInt() + ")" : "")
        + (key.descending() ? " DESC" : "");
  }

  private String check(Check check) {
    return "CONSTRAINT "
        + dialect.quote(check.name())
        + " CHECK ("
        + SqlText.withoutOuterBrackets(check.expression())
        + ")"
        + (check.enforced() ? "" : " NOT ENFORCED");
  }
}
