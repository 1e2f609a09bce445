package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that print the rows of dispatch: every client on the fake shard, and his look-ups. */
final class DispatchFill {
  // MySQL stops a recursion after 1000 steps, so the buckets are counted row by row of a square
  private static final int SIDE = DispatchLayout.SQUARE;

  private final Plan plan;
  private final ExportOptions options;
  private final int slot;
  private final Script script;
  private final Dialect dialect;
  private final boolean mysql;
  private final DispatchKeys keys;
  private final Part part;

  DispatchFill(Plan plan, ExportOptions options, int slot, Script script) {
    this.plan = plan;
    this.options = options;
    this.slot = slot;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    mysql = dialect.product().isMySqlFamily();
    keys = DispatchKeys.of(plan);
    part = Part.of(plan, Side.SHARD);
  }

  void write() {
    script.heading("The rows of dispatch, as they are now").blank();
    print("'-- for dispatch'", "", "");
    told(mysql).forEach(setting -> print(dialect.literal(setting + ";"), "", ""));
    print("'START TRANSACTION;'", "", "");
    print(
        mysql
            ? "CONCAT('INSERT INTO shards (shard_no, name, host, port, db, state, weight, id_slot)"
                + " VALUES ("
                + slot
                + ", ''monolith'', ', QUOTE(@@hostname), ', ', @@port, ', ', QUOTE(DATABASE()), ',"
                + " ''fake'', 0, "
                + slot
                + ");')"
            : "format('INSERT INTO shards (shard_no, name, host, port, db, state, weight, id_slot)"
                + " VALUES ("
                + slot
                + ", ''monolith'', %L, %s, %L, ''fake'', 0, "
                + slot
                + ");', COALESCE(host(inet_server_addr()), 'localhost'), current_setting('port'),"
                + " current_database())",
        "",
        "");
    clients();
    LookupNames.of(keys, dialect).forEach(this::lookup);
    print("'COMMIT;'", "", "");
  }

  /** What the other server is told first, so that names and values arrive as they are. */
  static List<String> told(boolean mysql) {
    return SqlSession.loading(mysql).subList(0, mysql ? 1 : 2);
  }

  private void clients() {
    String client = value("t", keys.client());
    String key = "t." + dialect.quote(keys.client().name());
    switch (options.layout()) {
      case DIRECTORY -> clientRows("client_dispatch (client_id, shard_no)", client, "");
      case REGION -> {
        print(
            "'INSERT INTO region_shards (region, shard_no) VALUES (''everywhere'', " + slot + ");'",
            "",
            "");
        clientRows("client_dispatch (client_id, shard_no, region)", client, ", ''everywhere''");
      }
      case HASH ->
          print(
              "CONCAT('INSERT INTO client_buckets (bucket, shard_no) VALUES (', b.n, ', "
                  + slot
                  + ");')",
              "\nFROM (WITH RECURSIVE b (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM b WHERE n < "
                  + (SIDE - 1)
                  + ")\n  SELECT x.n * "
                  + SIDE
                  + " + y.n AS n FROM b x CROSS JOIN b y) b",
              "\nORDER BY b.n");
      case RANGE ->
          print(
              "CONCAT('INSERT INTO client_ranges (min_client_id, shard_no) VALUES (', "
                  + client
                  + ", ', "
                  + slot
                  + ");')",
              // not MIN(), which PostgreSQL lacks for uuid
              "\nFROM (SELECT "
                  + key
                  + " FROM "
                  + table(keys.root().name())
                  + " t ORDER BY "
                  + key
                  + " LIMIT 1) t",
              "");
    }
  }

  private void clientRows(String into, String client, String more) {
    print(
        "CONCAT('INSERT INTO " + into + " VALUES (', " + client + ", ', " + slot + more + ");')",
        "\nFROM " + table(keys.root().name()) + " t",
        "\nORDER BY t." + dialect.quote(keys.client().name()));
  }

  private void lookup(DispatchKeys.Lookup lookup, String name) {
    Optional<String> owner = owner(lookup.table().name());
    if (owner.isEmpty()) {
      script.comment(
          lookup.table().name()
              + ": no key leads from it to a client, so fill "
              + name
              + " by hand.");
      return;
    }
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> set = new ArrayList<>();
    for (Column column : lookup.columns()) {
      columns.add(lookup.columns().size() == 1 ? "value" : dialect.quote(column.name()));
      values.add(
          lookup
              .expression()
              .map(e -> (mysql ? "QUOTE(" : "quote_literal(") + e + ")")
              .orElseGet(() -> value("t", column)));
      set.add("t." + dialect.quote(column.name()) + " IS NOT NULL");
    }
    print(
        "CONCAT('INSERT INTO "
            + LookupNames.written(name, dialect).replace("'", "''")
            + " ("
            + String.join(", ", columns).replace("'", "''")
            + ", client_id) VALUES (', "
            + String.join(", ', ', ", values)
            + ", ', ', "
            + value(lookup.table().equals(keys.root()) ? "t" : "r", keys.client())
            + ", ');')",
        owner.get(),
        "\n  AND "
            + String.join(" AND ", set)
            + "\nORDER BY "
            + lookup.columns().stream()
                .map(c -> "t." + dialect.quote(c.name()))
                .collect(Collectors.joining(", ")));
  }

  /** FROM with the table as t and its client as r. */
  private Optional<String> owner(TableName table) {
    if (table.equals(keys.root().name())) {
      return Optional.of("\nFROM " + table(table) + " t");
    }
    return plan.owners()
        .flatMap(owners ->
            owners.owned(
                table, "t", owners.rootKey().stream().map(c -> "r." + dialect.quote(c)).toList()))
        .map(part::here)
        .map(mine ->
            "\nFROM " + table(table) + " t\nJOIN " + table(keys.root().name()) + " r ON " + mine);
  }

  private String table(TableName name) {
    return part.name(name);
  }

  /** An expression that writes a value as a literal. */
  private String value(String alias, Column column) {
    String name = alias + "." + dialect.quote(column.name());
    if (column.type().family() == TypeFamily.INTEGER) {
      return name;
    }
    if (!mysql) {
      return "quote_literal(" + name + ")";
    }
    boolean bytes = DataColumn.of(column, dialect).form() == DataColumn.Form.BYTES;
    return bytes ? "CONCAT('0x', HEX(" + name + "))" : "QUOTE(" + name + ")";
  }

  private void print(String expression, String from, String end) {
    String wanted =
        mysql
            ? "COALESCE(@part, 'dispatch') = 'dispatch'"
            : "COALESCE(current_setting('shardwright.part', true), '') IN ('', 'dispatch')";
    script.statement(
        "SELECT "
            + expression
            + (from.isEmpty() && mysql ? "\nFROM (SELECT 1) one" : from)
            + "\nWHERE "
            + wanted
            + end);
  }
}
