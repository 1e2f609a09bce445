package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counters of a MySQL or MariaDB monolith, read when the file runs. */
final class MySqlFakeShard {
  private final FakeParts parts;
  private final Script script;
  private final Product product;
  private final Dialect dialect;
  private final List<SlotColumn> ids;
  private final Part part;

  MySqlFakeShard(FakeParts parts) {
    this.parts = parts;
    script = parts.script();
    product = parts.plan().schema().origin().product();
    dialect = Dialect.of(product);
    ids = SlotColumn.of(parts.plan());
    part = Part.of(parts.plan(), Side.SHARD);
  }

  void write() {
    parts.howToRun(
        ClientProgram.of(part).run("--raw --skip-column-names", "", "fake_shard.sql"),
        "With --init-command=\"SET @part = 'shards'\" only the first is printed, with 'dispatch'"
            + " only the second.");
    script.heading("It refuses unless the slot is active").blank();
    refusal();
    script.heading("Room on the monolith, whose columns are as narrow as ever").blank();
    if (ids.isEmpty()) {
      script.comment("No table makes its ids by itself.");
      return;
    }
    room();
    script.heading("Where the counters of the real shards start").blank();
    counters();
  }

  private void refusal() {
    script.statement("SET NAMES utf8mb4").statement("SET @margin = " + FakeParts.MARGIN);
    if (part.qualified()) {
      // a temporary table must lie in some database
      script.statement("USE " + dialect.quote(parts.plan().root().orElseThrow().schema()));
    }
    if (product == Product.MYSQL) {
      script
          .comment("Counters as they are, not as they were a day ago.")
          .statement("SET SESSION information_schema_stats_expiry = 0");
    }
    refuse(
        "@@global.auto_increment_increment = "
            + parts.slots()
            + " AND @@global.auto_increment_offset = "
            + parts.slot()
            + " AND @@session.auto_increment_increment = "
            + parts.slots()
            + " AND @@session.auto_increment_offset = "
            + parts.slot(),
        "REFUSED: the monolith does not keep to slot "
            + parts.slot()
            + " of "
            + parts.slots()
            + ", run ids_fake_shard first");
    if (product == Product.MYSQL) {
      script.comment("Sessions from before the settings still make ids of any rest.");
      refuse(
          "NOT EXISTS (SELECT 1 FROM performance_schema.variables_by_thread WHERE variable_name ="
              + " 'auto_increment_increment' AND variable_value <> "
              + parts.slots()
              + ")",
          "REFUSED: sessions from before the settings are still open, close them first");
    } else {
      script.statement(
          "SELECT CONCAT('-- ', COUNT(*) - 1, ' other sessions are open; each must be younger than"
              + " the settings')\nFROM information_schema.processlist\nWHERE command <> 'Daemon'");
    }
  }

  // an error is the only thing at which the client stops
  private void refuse(String unless, String sentence) {
    script
        .statement("SET @go = IF(" + unless + ",\n  'DO 0', '" + sentence + "')")
        .statement("PREPARE go FROM @go")
        .statement("EXECUTE go")
        .statement("DEALLOCATE PREPARE go");
  }

  private void room() {
    script
        .statement("DROP TEMPORARY TABLE IF EXISTS shardwright_room")
        .statement("CREATE TEMPORARY TABLE shardwright_room AS\n" + capacity())
        .blank()
        .statement(
            "SELECT CONCAT('-- ', name, ': next ', next_id, ' of ', most, ', room for ', capacity,"
                + " ' rows',\n"
                + "    IF(capacity < "
                + parts.needed()
                + ", ': WIDEN IT FIRST', ''))\nFROM shardwright_room\nORDER BY name");
    for (SlotColumn id : ids) {
      boolean narrow =
          dialect.integerType(id.column().type().sql()).filter(t -> t.bits() < 64).isPresent();
      if (narrow && !id.type().equals(id.column().type().sql())) {
        wider(id);
      }
    }
  }

  /**
   * Each id with its next value in the slot and how many follow: planner.md 11.2. In decimals all
   * through, because DIV gives a bigint and fails at a counter near the end of its own.
   */
  private String capacity() {
    String names =
        ids.stream()
            .map(id -> "(" + schema(id.table()) + ", " + bare(id.table()) + ")")
            .collect(Collectors.joining(", "));
    return """
      SELECT b.name, b.counter, b.next_id, b.most,
        CASE WHEN b.next_id > b.most THEN 0
          ELSE CAST((b.most - b.next_id - MOD(b.most - b.next_id, {n})) / {n} AS DECIMAL(30)) + 1
        END AS capacity
      FROM (
        SELECT a.name, a.most, a.counter,
          CASE WHEN a.counter <= {s} THEN {s}
            ELSE a.counter + {n} - 1 - MOD(a.counter - {s} + {n} - 1, {n}) END AS next_id
        FROM (
          SELECT CONCAT({schema}'`', REPLACE(t.table_name, '`', '``'), '`') AS name,
            CAST(COALESCE(t.auto_increment, 1) AS DECIMAL(30)) AS counter,
            CAST(CASE CONCAT(c.data_type, IF(c.column_type LIKE '%unsigned%', ' unsigned', ''))
              WHEN 'tinyint' THEN 127 WHEN 'tinyint unsigned' THEN 255
              WHEN 'smallint' THEN 32767 WHEN 'smallint unsigned' THEN 65535
              WHEN 'mediumint' THEN 8388607 WHEN 'mediumint unsigned' THEN 16777215
              WHEN 'int' THEN 2147483647 WHEN 'int unsigned' THEN 4294967295
              WHEN 'bigint' THEN 9223372036854775807 ELSE 18446744073709551615 END
              AS DECIMAL(30)) AS most
          FROM information_schema.tables t
          JOIN information_schema.columns c ON c.table_schema = t.table_schema
            AND c.table_name = t.table_name AND c.extra LIKE '%auto_increment%'
          WHERE (t.table_schema, t.table_name) IN ({names})
        ) a
      ) b\
    """
        .replace("{n}", String.valueOf(parts.slots()))
        .replace("{s}", String.valueOf(parts.slot()))
        .replace(
            "{schema}", part.qualified() ? "'`', REPLACE(t.table_schema, '`', '``'), '`.', " : "")
        .replace("{names}", names);
  }

  private String schema(Table table) {
    return part.qualified() ? dialect.literal(table.name().schema()) : "DATABASE()";
  }

  private String bare(Table table) {
    return dialect.literal(table.name().name());
  }

  /** The columns of a key must change together, which the server allows with its checks off. */
  private void wider(SlotColumn id) {
    Map<Table, Set<String>> columns = new LinkedHashMap<>();
    columns.computeIfAbsent(id.table(), _ -> new LinkedHashSet<>()).add(id.column().name());
    for (Relation r : parts.referring(id)) {
      String child = r.childColumns().get(r.parentColumns().indexOf(id.column().name()));
      parts
          .plan()
          .schema()
          .table(r.child())
          .ifPresent(t -> columns.computeIfAbsent(t, _ -> new LinkedHashSet<>()).add(child));
    }
    KeyWidening widening = Part.widening(parts.plan());
    List<String> alters = new ArrayList<>();
    columns.forEach((table, names) ->
        names.forEach(name -> modified(table, name, widening).ifPresent(alters::add)));
    String text =
        "-- SET SESSION foreign_key_checks = 0;\n-- "
            + String.join("\n-- ", alters)
            + "\n-- SET SESSION foreign_key_checks = 1;";
    script.statement(
        "SELECT "
            + dialect.literal(text)
            + "\nFROM shardwright_room\nWHERE capacity < "
            + parts.needed()
            + " AND name = "
            + dialect.literal(part.name(id.table().name())));
  }

  private Optional<String> modified(Table table, String column, KeyWidening widening) {
    KeyWidening.Change change = widening.changes().get(new ColumnRef(table.name(), column));
    String start = "  " + dialect.quote(column) + " ";
    return change == null
        ? Optional.empty()
        : table
            .definition()
            .flatMap(
                d -> MySqlText.lines(d).stream().filter(line -> line.startsWith(start)).findFirst())
            .map(line -> line.strip().replaceFirst(",$", ""))
            .map(line ->
                "ALTER TABLE "
                    + part.name(table.name())
                    + " MODIFY COLUMN "
                    + line.replace(" " + change.from(), " " + change.to())
                    + ";");
  }

  private void counters() {
    script
        .statement(
            "SELECT '-- for every real shard' FROM (SELECT 1) one\n"
                + "WHERE COALESCE(@part, 'shards') = 'shards'")
        .statement(
            "SELECT '"
                + DispatchFill.told(true).getFirst()
                + ";' FROM (SELECT 1) one\nWHERE COALESCE(@part, 'shards') = 'shards'")
        .statement(
            "SELECT CONCAT('ALTER TABLE ', name, ' AUTO_INCREMENT = ', LEAST(counter + @margin,"
                + " 18446744073709551615), ';')\n"
                + "FROM shardwright_room\n"
                + "WHERE COALESCE(@part, 'shards') = 'shards'\n"
                + "ORDER BY name")
        .statement("DROP TEMPORARY TABLE shardwright_room");
  }
}
