package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MySQL's and MariaDB's structure statements: the server's own text with the planned changes. */
final class MySqlDdl implements Ddl {
  private final Part part;
  private final ForeignKeys keys;

  MySqlDdl(Part part) {
    this.part = part;
    keys = new ForeignKeys(part);
  }

  @Override
  public String howToLoad(String fileName) {
    String client =
        part.plan().schema().origin().product() == Product.MARIADB ? "mariadb" : "mysql";
    return client + " " + (part.qualified() ? "" : "DATABASE ") + "< " + fileName;
  }

  @Override
  public void prologue(Script script, SortedSet<String> schemas) {
    script.heading("Settings of the loading session");
    script.blank().statement("SET NAMES utf8mb4");
    script.statement("SET @shardwright_sql_mode = @@SESSION.sql_mode");
    script.statement("SET SESSION sql_mode = " + part.dialect().literal(sqlMode()));
    if (looseKeys()) {
      script.blank();
      script.comment(
          "Some keys lead to columns that are not unique; MySQL 8.4 and newer refuse them"
              + " otherwise (FK_TO_NON_UNIQUE).");
      script.statement("SET SESSION restrict_fk_on_non_standard_key = OFF");
    }
    if (part.qualified()) {
      script.heading("Databases").blank();
      schemas.forEach(
          s -> script.statement("CREATE DATABASE IF NOT EXISTS " + part.dialect().quote(s)));
    }
  }

  /** Not strict, so that old zero dates load as they do from a dump. */
  private String sqlMode() {
    boolean ansi =
        part.tables().stream()
            .flatMap(table -> table.definition().stream())
            .anyMatch(text -> text.startsWith("CREATE TABLE \""));
    return ansi ? "ANSI_QUOTES,NO_ENGINE_SUBSTITUTION" : "NO_ENGINE_SUBSTITUTION";
  }

  private boolean looseKeys() {
    var origin = part.plan().schema().origin();
    return origin.product() == Product.MYSQL
        && Versions.atLeast(origin.version(), 8, 4)
        && Stream.concat(
                part.inline().values().stream().flatMap(list -> list.stream()),
                part.atEnd().stream())
            .anyMatch(key -> !parentIsUnique(key));
  }

  // MySQL 8.4 manual, restrict_fk_on_non_standard_key: a key over exactly these columns
  private boolean parentIsUnique(Relation key) {
    return part.plan()
        .schema()
        .table(key.parent())
        .map(parent ->
            parent.keys().stream()
                .anyMatch(k ->
                    k.total() && Set.copyOf(k.columns()).equals(Set.copyOf(key.parentColumns()))))
        .orElse(true);
  }

  @Override
  public void table(Script script, Table table) {
    String foreign =
        part.inlineOf(table).stream()
            .map(key -> ",\n  " + keys.clause(key))
            .collect(Collectors.joining());
    script.statement(
        table
            .definition()
            .map(text -> new MySqlTableText(part, table, text).rewritten(foreign))
            .orElseGet(() -> new MySqlTableModel(part, table).composed(foreign)));
  }

  @Override
  public void key(Script script, Relation key) {
    script.statement("ALTER TABLE " + part.name(key.child()) + "\n  ADD " + keys.clause(key));
  }

  @Override
  public void epilogue(Script script) {
    script.blank().statement("SET SESSION sql_mode = @shardwright_sql_mode");
  }
}
