package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MySQL's and MariaDB's structure statements: the server's own text with the planned changes. */
final class MySqlDdl implements Ddl {
  private final Part part;
  private final ForeignKeys keys;
  private final Optional<Target> target;

  MySqlDdl(Part part, ExportOptions options) {
    this.part = part;
    target = Target.of(part.plan().schema().origin(), options.targetVersion());
    keys = new ForeignKeys(part);
  }

  @Override
  public String howToLoad(String fileName) {
    // without --comments older clients leave the comments out of routines
    return ClientProgram.of(part).run("--comments", "", fileName);
  }

  @Override
  public void prologue(Script script, SortedSet<String> schemas) {
    script.heading("Settings of the loading session");
    script.blank().statement("SET NAMES utf8mb4");
    script.statement(
        "SET @shardwright_sql_mode = @@SESSION.sql_mode, @shardwright_time_zone ="
            + " @@SESSION.time_zone");
    script.statement("SET SESSION sql_mode = " + part.dialect().literal(sqlMode(part)));
    if (looseKeys()) {
      script.blank();
      script.comment(
          "Some keys lead to columns that are not unique; MySQL 8.4 and newer refuse them"
              + " otherwise (FK_TO_NON_UNIQUE).");
      script.statement("SET SESSION restrict_fk_on_non_standard_key = OFF");
    }
    databases(script, schemas);
    sequences(script);
  }

  private void databases(Script script, SortedSet<String> schemas) {
    MySqlDatabase set = new MySqlDatabase(part);
    List<String> statements = schemas.stream().flatMap(s -> set.alter(s).stream()).toList();
    if (part.qualified()) {
      script.heading("Databases").blank();
      schemas.forEach(
          s -> script.statement("CREATE DATABASE IF NOT EXISTS " + part.dialect().quote(s)));
    } else if (!statements.isEmpty()) {
      script.heading("The database").blank();
      script.comment(
          "Text of routines and of tables to come, unless they say otherwise, is as here.");
    }
    statements.forEach(script::statement);
  }

  /** MariaDB's sequences: those that tables of this side use, and those that no table uses. */
  private void sequences(Script script) {
    Map<TableName, NavigableSet<TableName>> users = SequenceUse.tables(part.plan().schema());
    List<Sequence> here =
        part.plan().schema().sequences().stream()
            .filter(s -> belongs(users.getOrDefault(s.name(), new TreeSet<>())))
            .toList();
    if (!here.isEmpty()) {
      script.heading("Sequences").blank();
      here.forEach(s -> script.statement(sequence(s)));
    }
  }

  private boolean belongs(Set<TableName> users) {
    return users.isEmpty() || users.stream().anyMatch(part::holds);
  }

  private String sequence(Sequence sequence) {
    String name = part.name(sequence.name());
    return sequence
        .definition()
        .map(text ->
            text.replaceFirst(
                "^CREATE SEQUENCE `(?:[^`]|``)+`",
                "CREATE SEQUENCE " + Matcher.quoteReplacement(name)))
        .orElseGet(() ->
            "CREATE SEQUENCE "
                + name
                + " START WITH "
                + sequence.start()
                + " MINVALUE "
                + sequence.min()
                + " MAXVALUE "
                + sequence.max()
                + " INCREMENT BY "
                + sequence.increment()
                + " CACHE "
                + sequence.cache()
                + (sequence.cycle() ? " CYCLE" : " NOCYCLE"));
  }

  /**
   * The mode in which tables and views are made: not strict, so that old zero dates load as they do
   * from a dump.
   */
  static String sqlMode(Part part) {
    boolean ansi =
        part.tables().stream()
            .flatMap(table -> table.definition().stream())
            .anyMatch(text -> text.startsWith("CREATE TABLE \""));
    return ansi ? "ANSI_QUOTES,NO_ENGINE_SUBSTITUTION" : "NO_ENGINE_SUBSTITUTION";
  }

  private boolean looseKeys() {
    return target.filter(MySqlDdl::refusesLooseKeys).isPresent() && looseKeys(part).count() > 0;
  }

  /** True for servers that want the parent's columns to be unique. */
  static boolean refusesLooseKeys(Target target) {
    return target.product() == Product.MYSQL && target.atLeast(8, 4);
  }

  /** Keys that lead to columns that are not unique. */
  static Stream<Relation> looseKeys(Part part) {
    return Stream.concat(
            part.inline().values().stream().flatMap(list -> list.stream()), part.atEnd().stream())
        .filter(key -> !parentIsUnique(part, key));
  }

  // MySQL 8.4 manual, restrict_fk_on_non_standard_key: a key over exactly these columns
  private static boolean parentIsUnique(Part part, Relation key) {
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
    script
        .blank()
        .statement(
            "SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone");
  }
}
