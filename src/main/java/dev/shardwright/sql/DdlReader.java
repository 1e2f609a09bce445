package dev.shardwright.sql;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies one DDL statement of MySQL or MariaDB to a schema draft. */
final class DdlReader {
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?is)CREATE\\s+(?:OR\\s+REPLACE\\s+)?SEQUENCE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\\S+)(.*)");

  // The grammar wants a block where the servers take any statement, so the head is read by itself.
  private static final String NAME =
      "((?:`(?:[^`]|``)+`|\\w+)(?:\\s*\\.\\s*(?:`(?:[^`]|``)+`|\\w+))?)";
  private static final String BEFORE_KIND =
      "(?is)CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:DEFINER\\s*=\\s*.*?\\s+)??(?:AGGREGATE\\s+)?";
  private static final Pattern TRIGGER =
      Pattern.compile(
          BEFORE_KIND
              + "TRIGGER\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
              + NAME
              + "\\s+(BEFORE|AFTER)\\s+(INSERT|UPDATE|DELETE)\\s+ON\\s+"
              + NAME
              + "\\s+FOR\\s+EACH\\s+ROW\\s+(?:(?:FOLLOWS|PRECEDES)\\s+"
              + NAME
              + "\\s+)?(.*)");
  private static final Pattern ROUTINE =
      Pattern.compile(
          BEFORE_KIND
              + "(PROCEDURE|FUNCTION)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
              + NAME
              + "\\s*(\\(.*)");

  private final SchemaDraft schema;

  DdlReader(SchemaDraft schema) {
    this.schema = schema;
  }

  /** A statement that says something we cannot follow, with the reason. */
  static final class NotUsable extends Exception {
    private static final long serialVersionUID = 1L;

    NotUsable(String why) {
      super(why);
    }
  }

  /** Applies a statement whose version comments were unwrapped. */
  void read(String sql) throws MySqlGrammar.SyntaxError, NotUsable {
    Matcher sequence = SEQUENCE.matcher(sql);
    if (sequence.matches()) {
      sequence(sequence.group(1), sequence.group(2));
      return;
    }
    Matcher trigger = TRIGGER.matcher(sql);
    if (trigger.matches()) {
      trigger(sql, trigger);
      return;
    }
    try {
      statement(MySqlGrammar.parseEither(sql, schema.product));
    } catch (MySqlGrammar.SyntaxError e) {
      Matcher routine = ROUTINE.matcher(sql);
      if (!routine.matches()) {
        throw e;
      }
      routineByItsHead(sql, routine);
    }
  }

  private void statement(Node root) throws NotUsable {
    for (Node statement :
        root.deep(
            "copyCreateTable",
            "queryCreateTable",
            "columnCreateTable",
            "alterTable",
            "createIndex",
            "dropIndex",
            "dropTable",
            "dropView",
            "renameTable",
            "createView",
            "createTrigger",
            "dropTrigger",
            "createProcedure",
            "createFunction",
            "dropProcedure",
            "dropFunction",
            "createEvent",
            "dropEvent",
            "dropDatabase",
            "createDatabase",
            "useStatement")) {
      apply(statement);
      break; // what is inside a routine's body happens when it runs
    }
  }

  private void apply(Node statement) throws NotUsable {
    switch (statement.kind()) {
      case "columnCreateTable", "queryCreateTable" -> createTable(statement);
      case "copyCreateTable" -> copyTable(statement);
      case "alterTable" -> alter(statement);
      case "createIndex" -> createIndex(statement);
      case "dropIndex" -> dropIndex(statement);
      case "dropTable" ->
          statement.deep("tableName").forEach(t -> schema.tables.remove(schema.name(t)));
      case "dropView" -> statement.deep("fullId").forEach(v -> schema.views.remove(schema.name(v)));
      case "renameTable" -> statement.all("renameTableClause").forEach(this::rename);
      case "createView" -> view(statement);
      case "dropTrigger" -> dropTrigger(statement);
      case "createProcedure" -> routine(statement, Routine.Kind.PROCEDURE);
      case "createFunction" -> routine(statement, Routine.Kind.FUNCTION);
      case "dropProcedure", "dropFunction" -> dropRoutine(statement);
      case "createEvent" -> event(statement);
      case "dropEvent" ->
          statement.first("fullId").ifPresent(e -> schema.events.remove(schema.name(e)));
      case "dropDatabase" -> dropDatabase(statement);
      case "useStatement" ->
          statement.first("uid").ifPresent(u -> schema.database = MySqlName.bare(u.text()));
      default -> {} // CREATE DATABASE makes nothing to plan
    }
  }

  private void createTable(Node statement) throws NotUsable {
    if (statement.has("TEMPORARY")) {
      return;
    }
    Node written =
        statement.first("tableName").orElseThrow(() -> new NotUsable("the table has no name"));
    Optional<Node> definitions = statement.first("createDefinitions");
    if (definitions.isEmpty()) {
      throw new NotUsable("its columns come from a query, which only a server can tell");
    }
    TableName name = schema.name(written);
    if (schema.tables.containsKey(name)) {
      if (statement.first("ifNotExists").isPresent()) {
        return;
      }
      if (statement.first("orReplace").isEmpty()) {
        throw new NotUsable("the table " + name + " exists already");
      }
    }
    TableDraft table = new TableDraft(name);
    TableReader reader = new TableReader(schema, table);
    statement.children().stream()
        .filter(child -> child.kind().startsWith("tableOption"))
        .forEach(reader::option);
    reader.definitions(definitions.get());
    statement.first("partitionDefinitions").ifPresent(reader::partitions);
    reader.finish();
    schema.tables.put(name, table);
  }

  private void copyTable(Node statement) throws NotUsable {
    List<Node> names = statement.all("tableName");
    TableDraft model =
        schema
            .table(schema.name(names.getLast()))
            .orElseThrow(() -> new NotUsable("the table it copies is not there"));
    TableDraft copy = new TableDraft(schema.name(names.getFirst()));
    copy.columns.addAll(model.columns);
    copy.keys.addAll(model.keys);
    copy.indexes.addAll(model.indexes);
    copy.checks.addAll(model.checks);
    copy.engine = model.engine;
    copy.options.addAll(model.options);
    schema.tables.put(copy.name, copy);
  }

  private void alter(Node statement) throws NotUsable {
    Node name =
        statement.first("tableName").orElseThrow(() -> new NotUsable("the table has no name"));
    new AlterReader(schema, table(name)).alter(statement);
  }

  private void createIndex(Node statement) throws NotUsable {
    Node name =
        statement.first("tableName").orElseThrow(() -> new NotUsable("the table has no name"));
    TableReader reader = new TableReader(schema, table(name));
    reader.index(statement);
    reader.finish();
  }

  private void dropIndex(Node statement) throws NotUsable {
    Node name =
        statement.first("tableName").orElseThrow(() -> new NotUsable("the table has no name"));
    String index = statement.first("uid").map(uid -> MySqlName.bare(uid.text())).orElse("");
    TableDraft table = table(name);
    table.keys.removeIf(key -> key.name().equalsIgnoreCase(index));
    table.indexes.removeIf(other -> other.name().equalsIgnoreCase(index));
  }

  private TableDraft table(Node name) throws NotUsable {
    TableName wanted = schema.name(name);
    return schema
        .table(wanted)
        .orElseThrow(() -> new NotUsable("the table " + wanted + " is not there"));
  }

  private void rename(Node clause) {
    List<Node> names = clause.all("tableName");
    schema
        .table(schema.name(names.getFirst()))
        .ifPresent(table -> AlterReader.rename(schema, table, schema.name(names.getLast())));
  }

  private void view(Node statement) {
    statement
        .first("fullId")
        .ifPresent(id -> {
          TableName name = schema.name(id);
          List<TableName> uses = tables(statement);
          schema.views.put(
              name, new View(name, false, uses, Optional.of(statement.text()), Optional.empty()));
        });
  }

  /** The tables that a query names; names of its own WITH are none. */
  private List<TableName> tables(Node query) {
    Set<String> own =
        query.deep("cteName").stream()
            .map(name -> MySqlName.bare(name.text()).toLowerCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.toSet());
    return query.deep("tableName").stream()
        .map(schema::name)
        .filter(name -> !own.contains(name.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private void trigger(String sql, Matcher head) throws NotUsable {
    TableName on = MySqlName.table(head.group(4), schema.database);
    TableDraft table =
        schema.table(on).orElseThrow(() -> new NotUsable("the table " + on + " is not there"));
    String name = MySqlName.table(head.group(1), schema.database).name();
    table.triggers.removeIf(trigger -> trigger.name().equals(name));
    table.triggers.add(
        Trigger.forEachRow(
            table.name,
            name,
            head.group(2).toUpperCase(Locale.ROOT),
            head.group(3).toUpperCase(Locale.ROOT),
            Optional.of(head.group(6)),
            Optional.of(sql),
            Set.of()));
  }

  /** A routine whose body the grammar does not know: its name and text are kept all the same. */
  private void routineByItsHead(String sql, Matcher head) {
    Routine.Kind kind = Routine.Kind.valueOf(head.group(1).toUpperCase(Locale.ROOT));
    TableName name = MySqlName.table(head.group(2), schema.database);
    String rest = head.group(3);
    int end = SqlText.closingParenthesis(rest, 0);
    schema.routines.put(
        kind + " " + name,
        new Routine(
            name.schema(),
            name.name(),
            rest.substring(0, end).replaceAll("\\s+", " "),
            kind,
            "SQL",
            Optional.of(rest.substring(end).strip()),
            Optional.of(sql),
            Optional.empty()));
  }

  private void dropTrigger(Node statement) {
    String name = statement.first("fullId").map(id -> schema.name(id).name()).orElse("");
    schema.tables.values().forEach(t -> t.triggers.removeIf(x -> x.name().equals(name)));
  }

  private void routine(Node statement, Routine.Kind kind) {
    statement
        .first("fullId")
        .map(schema::name)
        .ifPresent(name -> {
          String types =
              String.join(
                  ", ",
                  statement.all("procedureParameter", "functionParameter").stream()
                      .map(DdlReader::type)
                      .toList());
          Routine routine =
              new Routine(
                  name.schema(),
                  name.name(),
                  "(" + types + ")",
                  kind,
                  "SQL",
                  statement.first("routineBody", "returnStatement").map(Node::text),
                  Optional.of(statement.text()),
                  Optional.empty());
          schema.routines.put(kind + " " + name, routine);
        });
  }

  private static String type(Node parameter) {
    return parameter.children().getLast().text().toLowerCase(Locale.ROOT);
  }

  private void dropRoutine(Node statement) {
    Routine.Kind kind =
        statement.is("dropProcedure") ? Routine.Kind.PROCEDURE : Routine.Kind.FUNCTION;
    statement.first("fullId").ifPresent(id -> schema.routines.remove(kind + " " + schema.name(id)));
  }

  private void event(Node statement) {
    statement
        .first("fullId")
        .map(schema::name)
        .ifPresent(name ->
            schema.events.put(
                name,
                new ScheduledEvent(
                    name.schema(),
                    name.name(),
                    statement.all("enableType").stream().noneMatch(type -> type.has("DISABLE")),
                    statement.first("routineBody").map(Node::text),
                    Optional.of(statement.text()))));
  }

  private void dropDatabase(Node statement) {
    String database = statement.first("uid").map(uid -> MySqlName.bare(uid.text())).orElse("");
    schema.tables.keySet().removeIf(name -> name.schema().equals(database));
    schema.views.keySet().removeIf(name -> name.schema().equals(database));
    schema.routines.values().removeIf(routine -> routine.schema().equals(database));
    schema.events.keySet().removeIf(name -> name.schema().equals(database));
  }

  /** MariaDB's CREATE SEQUENCE. */
  private void sequence(String written, String rest) {
    TableName name = MySqlName.table(written, schema.database);
    BigInteger increment = number(rest, "INCREMENT(?:\\s+BY)?").orElse(BigInteger.ONE);
    boolean down = increment.signum() < 0;
    BigInteger far = BigInteger.valueOf(Long.MAX_VALUE).subtract(BigInteger.ONE);
    BigInteger min =
        number(rest, "(?<!NO\\s)MINVALUE").orElse(down ? far.negate() : BigInteger.ONE);
    BigInteger max =
        number(rest, "(?<!NO\\s)MAXVALUE").orElse(down ? BigInteger.ONE.negate() : far);
    schema.sequences.put(
        name,
        new Sequence(
            name,
            "bigint",
            number(rest, "START(?:\\s+WITH)?").orElse(down ? max : min),
            increment,
            min,
            max,
            number(rest, "(?<!NO)CACHE").map(BigInteger::longValue).orElse(1000L),
            rest.toUpperCase(Locale.ROOT).matches("(?s).*(?<!NO)\\bCYCLE\\b.*"),
            Optional.empty(),
            false,
            Optional.empty()));
  }

  private static Optional<BigInteger> number(String text, String key) {
    Matcher matcher = Pattern.compile("(?i)\\b" + key + "\\s*=?\\s*(-?\\d+)").matcher(text);
    return matcher.find() ? Optional.of(new BigInteger(matcher.group(1))) : Optional.empty();
  }
}
