package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Partitioning.Partition;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL's structure statements, composed from the model and the server's own definitions. */
final class PostgresDdl implements Ddl {
  private static final Set<String> UNLOGGED = Set.of("UNLOGGED", "SET UNLOGGED");
  private static final Pattern STATEMENT =
      Pattern.compile("CREATE |ALTER (TABLE|INDEX|STATISTICS) |COMMENT ON ");
  private static final Pattern ATTACHMENT = Pattern.compile("(?s)ALTER INDEX .* ATTACH PARTITION ");
  private static final Pattern NARROW_CLASS = Pattern.compile(" int[24]_\\w*ops\\b");
  private static final Pattern STORAGE_PARAMETER = Pattern.compile("[a-z_.]+=.*");

  private final Part part;
  private final Dialect dialect;
  private final ForeignKeys keys;
  private final PostgresSequences sequences;

  PostgresDdl(Part part) {
    this.part = part;
    dialect = part.dialect();
    keys = new ForeignKeys(part);
    sequences = new PostgresSequences(part);
  }

  @Override
  public String howToLoad(String fileName) {
    return ClientProgram.of(part).run("", "", fileName);
  }

  @Override
  public void prologue(Script script, SortedSet<String> schemas) {
    new PostgresPrologue(part).write(script, schemas);
    sequences.ofNoTable(script);
  }

  @Override
  public void table(Script script, Table table) {
    sequences.before(script, table);
    script.statement(create(table));
    sequences.after(script, table);
    inheritedColumns(script, table);
    if (attached(table)) {
      partitions(script, table);
      lateChecks(script, table);
      constraints(table).forEach(c -> script.statement(only(table) + " ADD " + c));
      indexes(script, table);
      partitionsOwn(script, table);
      part.inlineOf(table)
          .forEach(key -> script.statement(alter(table) + " ADD " + keys.clause(key)));
    } else {
      equalKeys(table).forEach(key -> script.statement(alter(table) + " ADD " + constraint(key)));
      indexes(script, table);
      partitions(script, table);
      lateChecks(script, table);
      partitionsOwn(script, table);
    }
    table.options().stream()
        .filter(option -> !UNLOGGED.contains(option) && !SideObjects.policy(option))
        .forEach(option -> script.statement(option(table, option)));
    comments(script, table);
  }

  /**
   * True if indexes of partitions say which index they belong to. Then each is made for its own
   * table only, as pg_dump does it, since the server would choose other names.
   */
  private static boolean attached(Table table) {
    return table
        .partitioning()
        .map(p ->
            p.partitions().stream()
                .flatMap(each -> each.extras().stream())
                .anyMatch(extra -> ATTACHMENT.matcher(extra).lookingAt()))
        .orElse(false);
  }

  private void partitions(Script script, Table table) {
    table.partitioning().ifPresent(p -> p.partitions().forEach(each -> partition(script, each)));
  }

  private void partitionsOwn(Script script, Table table) {
    table
        .partitioning()
        .ifPresent(p ->
            p.partitions()
                .forEach(each ->
                    each.extras().forEach(x -> script.statement(operatorClasses(table, x)))));
  }

  private Stream<String> constraints(Table table) {
    return constraintKeys(table).map(this::constraint);
  }

  private static Stream<UniqueKey> constraintKeys(Table table) {
    return table.keys().stream().filter(key -> key.kind() != UniqueKey.Kind.INDEX);
  }

  // of two keys over the same columns in one CREATE TABLE the server would make the first only
  private static List<UniqueKey> equalKeys(Table table) {
    Set<List<String>> seen = new HashSet<>();
    return constraintKeys(table).filter(key -> !seen.add(key.columns())).toList();
  }

  // what a table has otherwise than the one it inherits from
  private void inheritedColumns(Script script, Table table) {
    for (Column column : table.columns()) {
      if (!declaredHere(table, column)) {
        String change = only(table) + " ALTER COLUMN " + dialect.quote(column.name());
        Column above = above(table, column).orElse(column);
        if (!above.defaultSql().equals(column.defaultSql())) {
          script.statement(
              change + column.defaultSql().map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
        }
        if (above.nullable() && !column.nullable()) {
          script.statement(change + " SET NOT NULL");
        }
      }
    }
  }

  private Optional<Column> above(Table table, Column column) {
    return table.inherits().stream()
        .flatMap(up -> part.tables().stream().filter(t -> t.name().equals(up)))
        .flatMap(up -> up.column(column.name()).stream())
        .findFirst();
  }

  private boolean declaredHere(Table table, Column column) {
    return !column.inherited() || !table.inherits().stream().allMatch(part::holds);
  }

  private String create(Table table) {
    List<String> items = new ArrayList<>();
    table.columns().stream()
        .filter(column -> declaredHere(table, column))
        .forEach(column -> items.add(column(table, column)));
    if (!attached(table)) {
      List<UniqueKey> later = equalKeys(table);
      constraintKeys(table)
          .filter(key -> !later.contains(key))
          .forEach(k -> items.add(constraint(k)));
    }
    table.checks().stream()
        .filter(check -> check.validated() && part.declares(table, check))
        .forEach(check -> items.add(constraint(check.name(), check.definition())));
    if (!attached(table)) {
      part.inlineOf(table).forEach(key -> items.add(keys.clause(key)));
    }
    List<String> parents = table.inherits().stream().filter(part::holds).map(part::name).toList();
    return (unlogged(table) ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ")
        + part.name(table.name())
        + (items.isEmpty() ? " ()" : " (\n  " + String.join(",\n  ", items) + "\n)")
        + (parents.isEmpty() ? "" : " INHERITS (" + String.join(", ", parents) + ")")
        + table.partitioning().map(p -> " PARTITION BY " + p.key()).orElse("");
  }

  // by ALTER it would come too late for a key to another such table
  private static boolean unlogged(Table table) {
    return table.options().stream().anyMatch(UNLOGGED::contains);
  }

  private String column(Table table, Column column) {
    StringBuilder text =
        new StringBuilder(dialect.quote(column.name()))
            .append(' ')
            .append(part.type(table, column));
    column.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
    column.defaultSql().ifPresent(value -> text.append(" DEFAULT ").append(value));
    column.generated().ifPresent(g -> text.append(SqlText.generated(g)));
    identity(column).ifPresent(kind -> text.append(kind).append(identityOptions(table, column)));
    if (!column.nullable()) {
      String notNull = column.notNull().orElse("NOT NULL");
      text.append(notNull.isEmpty() ? "" : " " + notNull);
    }
    return text.toString();
  }

  private static Optional<String> identity(Column column) {
    return switch (column.identity()) {
      case ALWAYS -> Optional.of(" GENERATED ALWAYS AS IDENTITY");
      case BY_DEFAULT, AUTO_INCREMENT -> Optional.of(" GENERATED BY DEFAULT AS IDENTITY");
      case NONE, SEQUENCE_DEFAULT -> Optional.empty();
    };
  }

  private String identityOptions(Table table, Column column) {
    return sequences.identityOptions(new ColumnRef(table.name(), column.name()));
  }

  private String constraint(UniqueKey key) {
    String text = key.definition().orElseGet(() -> definition(key));
    return constraint(key.name(), text);
  }

  private String constraint(String name, String definition) {
    return "CONSTRAINT " + dialect.quote(name) + " " + definition;
  }

  private String definition(UniqueKey key) {
    return (key.kind() == UniqueKey.Kind.PRIMARY ? "PRIMARY KEY" : "UNIQUE")
        + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
        + " ("
        + dialect.quoteAll(key.columns())
        + ")"
        + (key.deferrable() ? " DEFERRABLE" : "");
  }

  // in CREATE TABLE, or in that of a partition made later, the server would mark them as checked
  private void lateChecks(Script script, Table table) {
    table.checks().stream()
        .filter(check -> !check.validated() && part.declares(table, check))
        .forEach(check -> script.statement(LateConstraint.of(part, table, check).add()));
  }

  private void indexes(Script script, Table table) {
    for (UniqueKey key : table.keys()) {
      if (key.kind() == UniqueKey.Kind.INDEX) {
        script.statement(
            key.definition()
                .map(text -> index(table, text))
                .orElseGet(() ->
                    index("UNIQUE ", key.name(), table, "btree", key.parts())
                        + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                        + where(key.predicate())));
      }
    }
    for (Index index : table.indexes()) {
      script.statement(
          index
              .definition()
              .map(text -> index(table, text))
              .orElseGet(() ->
                  index("", index.name(), table, index.method(), index.parts())
                      + where(index.predicate())));
    }
  }

  // of a partitioned table the server prints ON ONLY, which would leave the index unfinished where
  // no partition's index is attached to it
  private String index(Table table, String definition) {
    String text = operatorClasses(table, SqlText.unterminated(definition));
    return attached(table)
        ? text
        : text.replaceFirst("^(CREATE (UNIQUE )?INDEX .*?) ON ONLY ", "$1 ON ");
  }

  // those for integer and smallint do not take the wider column
  private String operatorClasses(Table table, String statement) {
    if (!NARROW_CLASS.matcher(statement).find()) {
      return statement;
    }
    String text = statement;
    for (Column column : table.columns()) {
      if (part.widening().changes().containsKey(new ColumnRef(table.name(), column.name()))) {
        text =
            text.replaceAll(
                "(?<=[( ])("
                    + Pattern.quote(dialect.quote(column.name()))
                    + ") int[24]_(\\w*ops)\\b",
                "$1 int8_$2");
      }
    }
    return text;
  }

  private String index(
      String unique, String name, Table table, String method, List<KeyPart> parts) {
    return "CREATE "
        + unique
        + "INDEX "
        + dialect.quote(name)
        + " ON "
        + part.name(table.name())
        + " USING "
        + method
        + " ("
        + parts.stream().map(this::indexPart).collect(Collectors.joining(", "))
        + ")";
  }

  private String indexPart(KeyPart key) {
    String text = key.expression() ? "(" + key.text() + ")" : dialect.quote(key.text());
    return key.descending() ? text + " DESC" : text;
  }

  private static String where(Optional<String> predicate) {
    return predicate.map(p -> " WHERE (" + SqlText.withoutOuterBrackets(p) + ")").orElse("");
  }

  private void partition(Script script, Partition partition) {
    script.statement(
        "CREATE TABLE "
            + part.name(partition.name())
            + " PARTITION OF "
            + part.name(partition.parent())
            + " "
            + partition.bound()
            + (partition.below().isBlank() ? "" : " PARTITION BY " + partition.below()));
  }

  private String option(Table table, String option) {
    if (STATEMENT.matcher(option).lookingAt()) {
      return SqlText.unterminated(option);
    }
    boolean parameter = STORAGE_PARAMETER.matcher(option).matches();
    return alter(table) + (parameter ? " SET (" + option + ")" : " " + option);
  }

  private void comments(Script script, Table table) {
    String name = part.name(table.name());
    comment(script, "TABLE " + name, table.comment());
    for (Column column : table.columns()) {
      comment(script, "COLUMN " + name + "." + dialect.quote(column.name()), column.comment());
    }
    part.inlineOf(table).forEach(key -> keyComment(script, key));
    String schema = dialect.quote(table.name().schema()) + ".";
    for (UniqueKey key : table.keys()) {
      boolean index = key.kind() == UniqueKey.Kind.INDEX;
      comment(
          script,
          index
              ? "INDEX " + schema + dialect.quote(key.name())
              : "CONSTRAINT " + dialect.quote(key.name()) + " ON " + name,
          key.comment());
    }
    for (Index index : table.indexes()) {
      comment(script, "INDEX " + schema + dialect.quote(index.name()), index.comment());
    }
  }

  private void comment(Script script, String what, Optional<String> comment) {
    comment.ifPresent(
        text -> script.statement("COMMENT ON " + what + " IS " + dialect.literal(text)));
  }

  @Override
  public void key(Script script, Relation key) {
    LateConstraint.of(part, key).back().forEach(script::statement);
  }

  private void keyComment(Script script, Relation key) {
    comment(
        script,
        "CONSTRAINT " + dialect.quote(key.name()) + " ON " + part.name(key.child()),
        key.comment());
  }

  @Override
  public void epilogue(Script script) {
    script.blank().statement("RESET client_min_messages");
    script.statement("RESET check_function_bodies");
  }

  private String only(Table table) {
    return "ALTER TABLE ONLY " + part.name(table.name());
  }

  private String alter(Table table) {
    return "ALTER TABLE " + part.name(table.name());
  }
}
