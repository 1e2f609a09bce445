package dev.shardwright.export;

import static java.util.stream.Collectors.joining;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The body of client_copy.sql: parents before children, explicit columns, ids as they are, keys
 * that lead forward set at the end. What it prints is one transaction.
 */
final class ClientCopyFile {
  private final DataTables his;
  private final ClientKey client;
  private final Script script;
  private final Dialect dialect;
  private final boolean mysql;
  private final Optional<RealShards.Moving> dispatch;

  ClientCopyFile(
      DataTables his, ClientKey client, Optional<RealShards.Moving> dispatch, Script script) {
    this.dispatch = dispatch;
    this.his = his;
    this.client = client;
    this.script = script;
    dialect = his.part().dialect();
    mysql = dialect.product().isMySqlFamily();
  }

  void write() {
    howTo();
    client.begin(script.heading("The client"), mysql);
    script.heading("What the new shard is told first").blank();
    SqlSession.loading(mysql).forEach(this::told);
    told(mysql ? "START TRANSACTION" : "BEGIN");
    if (!mysql && his.deferrable()) {
      told("SET CONSTRAINTS ALL DEFERRED");
    }
    his.tables().forEach(this::rows);
    his.tables().forEach(table -> table.late().forEach(late -> later(table, late)));
    script.heading("The end").blank();
    told("COMMIT");
    script.blank().statement("COMMIT");
  }

  private void howTo() {
    ClientProgram program = ClientProgram.of(his.part());
    script.gap().comment("How a client moves to a shard that has its schema and its context rows:");
    step(
        "In dispatch set his state to locked, so that the application lets him rest.",
        dispatch.map(RealShards.Moving::lock));
    step("Name him in client_rows.sql and run it where he is: no ties, and note the figures.");
    step(
        "Name him below and run this file there:",
        program.run("--raw --skip-column-names", "-q -A -t", "client_copy.sql", "client.sql"));
    step(
        "Load client.sql on the shard: it comes as a whole or not at all, all keys checked:",
        program.run("", "-q", "client.sql"));
    step("Run client_rows.sql on the shard: the figures must be the same.");
    step("Let dispatch lead to the shard.", dispatch.map(RealShards.Moving::lead));
    step("Delete his rows where he was, as client_rows.sql says.");
    step("In dispatch let him be active again.", dispatch.map(RealShards.Moving::release));
    if (mysql) {
      script.comment(
          "A row longer than max_allowed_packet is printed as NULL, at which the shard stops"
              + " loading.");
    }
    firing();
    nobodys();
  }

  private void step(String words) {
    script.bullets(List.of(words));
  }

  private void step(String words, String command) {
    step(words);
    script.commentedOut(command);
  }

  private void step(String words, Optional<String> command) {
    step(words);
    command.ifPresent(script::commentedOut);
  }

  private void firing() {
    Set<TableName> tables =
        his.tables().stream().map(t -> t.table().name()).collect(Collectors.toSet());
    String firing =
        SideObjects.of(his.part()).triggers().stream()
            .filter(t -> t.enabled() && tables.contains(t.table()))
            .filter(t -> t.events().contains("INSERT") || t.events().contains("UPDATE"))
            .map(Trigger::name)
            .collect(joining(", "));
    if (!firing.isEmpty()) {
      script.comment(
          "These fire on the shard while he arrives; if they change data, the figures will"
              + " differ: "
              + firing);
    }
  }

  private void nobodys() {
    Set<TableName> tables =
        his.tables().stream().map(t -> t.table().name()).collect(Collectors.toSet());
    String left =
        his.part().tables().stream()
            .map(Table::name)
            .filter(name -> his.part().plan().kind(name) == Kind.CLIENT && !tables.contains(name))
            .map(TableName::toString)
            .collect(joining(", "));
    if (!left.isEmpty()) {
      script.comment("No key leads from these to a client, so their rows stay: " + left);
    }
  }

  private void told(String sql) {
    script.statement("SELECT " + dialect.literal(sql + ";"));
  }

  private void rows(DataTable table) {
    script.heading(table.table().name().toString());
    table
        .late()
        .forEach(l ->
            script.comment(
                String.join(", ", l.columns()) + ": set further down, once all rows are there."));
    table
        .deep()
        .map(Relation::id)
        .ifPresent(id -> script.comment("In the depth of " + id + ", which may not be NULL."));
    List<String> values = new ArrayList<>();
    table.columns().forEach(c -> values.add(value(table, c)));
    String row =
        table.byDefault()
            ? dialect.literal(table.insertInto() + ";")
            : text(table.insertInto() + " (", values, ", ", ");");
    script.blank().statement(his.part().here(table.rows(row)));
  }

  private String value(DataTable table, DataColumn column) {
    String waits =
        table.late().stream()
            .filter(l -> l.columns().contains(column.column().name()))
            .map(DataTable.Late::when)
            .collect(joining(" OR "));
    String literal = column.literal(dialect);
    return waits.isEmpty()
        ? literal
        : "CASE WHEN " + waits + " THEN 'NULL' ELSE " + literal + " END";
  }

  private void later(DataTable table, DataTable.Late late) {
    script.heading(table.table().name() + ": " + late.relation().name());
    script.comment("Rows whose parent came after them.");
    String update =
        text(
            "UPDATE " + table.target() + " SET ",
            List.of(
                pairs(table, late.columns(), ", "),
                "' WHERE '",
                pairs(table, table.key(), " AND ")),
            "",
            ";");
    script.blank().statement(his.part().here(table.later(late, update)));
  }

  /** Expressions that print {@code a = 1, b = 2}. */
  private String pairs(DataTable table, List<String> columns, String between) {
    List<String> shown = new ArrayList<>();
    for (String column : columns) {
      String before = (shown.isEmpty() ? "" : between) + dialect.quote(column) + " = ";
      shown.add(dialect.literal(before));
      shown.add(table.column(column).literal(dialect));
    }
    return String.join(mysql ? ", " : " || ", shown);
  }

  /** One expression that prints a statement, its values a line each. */
  private String text(String before, List<String> values, String between, String after) {
    String joint = between.isEmpty() ? "" : dialect.literal(between) + (mysql ? ", " : " || ");
    String glue = mysql ? ",\n  " + joint : "\n  || " + joint;
    String shown =
        dialect.literal(before)
            + (mysql ? ",\n  " : "\n  || ")
            + String.join(glue, values)
            + (mysql ? ",\n  " : "\n  || ")
            + dialect.literal(after);
    return mysql ? "CONCAT(" + shown + ")" : shown;
  }
}
