package dev.shardwright.introspect;

import static dev.shardwright.introspect.Dictionary.bare;

import dev.shardwright.model.Product;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.TableName;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands beside the tables of MySQL and MariaDB: routines, packages, events, sequences. */
final class MySqlObjects {
  private static final String SIGNATURES =
      """
      SELECT SPECIFIC_SCHEMA, ROUTINE_TYPE, SPECIFIC_NAME,
        GROUP_CONCAT(DTD_IDENTIFIER ORDER BY ORDINAL_POSITION SEPARATOR ', ') AS arguments
      FROM information_schema.PARAMETERS
      WHERE ORDINAL_POSITION > 0 AND SPECIFIC_SCHEMA IN (@SCHEMAS@)
      GROUP BY SPECIFIC_SCHEMA, ROUTINE_TYPE, SPECIFIC_NAME\
      """;

  private static final String EVENTS =
      """
      SELECT EVENT_SCHEMA, EVENT_NAME, STATUS, EVENT_DEFINITION
      FROM information_schema.EVENTS WHERE EVENT_SCHEMA IN (@SCHEMAS@)
      ORDER BY EVENT_SCHEMA, EVENT_NAME\
      """;

  private static final String VIEW_USES =
      """
      SELECT VIEW_SCHEMA AS schema_name, VIEW_NAME AS table_name, TABLE_SCHEMA AS used_schema,
        TABLE_NAME AS used_name
      FROM information_schema.VIEW_TABLE_USAGE WHERE VIEW_SCHEMA IN (@SCHEMAS@)\
      """;

  private static final String SEQUENCES =
      """
      SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES
      WHERE TABLE_TYPE = 'SEQUENCE' AND TABLE_SCHEMA IN (@SCHEMAS@)\
      """;

  private static final String PACKAGES =
      """
      SELECT ROUTINE_SCHEMA AS schema_name, ROUTINE_NAME AS name,
        REPLACE(ROUTINE_TYPE, ' ', '_') AS kind, 'SQL' AS language, ROUTINE_DEFINITION AS body,
        ROUTINE_COMMENT AS remarks
      FROM information_schema.ROUTINES
      WHERE ROUTINE_TYPE IN ('PACKAGE', 'PACKAGE BODY') AND ROUTINE_SCHEMA IN (@SCHEMAS@)
      ORDER BY ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE\
      """;

  private static final String LIBRARIES =
      """
      SELECT LIBRARY_SCHEMA AS schema_name, LIBRARY_NAME AS name, 'LIBRARY' AS kind,
        LANGUAGE AS language, LIBRARY_DEFINITION AS body, LIBRARY_COMMENT AS remarks
      FROM information_schema.LIBRARIES WHERE LIBRARY_SCHEMA IN (@SCHEMAS@)
      ORDER BY LIBRARY_SCHEMA, LIBRARY_NAME\
      """;

  static final String SEQUENCE =
      "SELECT increment AS INCREMENT, start_value AS START_VALUE, minimum_value AS MINIMUM_VALUE,"
          + " maximum_value AS MAXIMUM_VALUE, cycle_option AS CYCLE_OPTION, cache_size AS CACHE"
          + " FROM ";

  private MySqlObjects() {}

  /** MariaDB's sequences, which its dictionary lists as tables: each is a table of one row. */
  static List<KeptRow> sequences(Asking asking) {
    if (asking.product() != Product.MARIADB) {
      return List.of();
    }
    List<TableName> names =
        asking.rows(SEQUENCES, row -> Asking.table(row, "TABLE_SCHEMA", "TABLE_NAME"));
    List<List<KeptRow>> answers =
        asking.all(names.stream().map(MySqlObjects::sequence).toList(), Row::kept);
    List<KeptRow> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TableName name = names.get(i);
      for (KeptRow row : answers.get(i)) {
        rows.add(
            row.with("SEQUENCE_SCHEMA", '"' + name.schema() + '"')
                .with("SEQUENCE_NAME", '"' + name.name() + '"'));
      }
    }
    return rows;
  }

  private static String sequence(TableName name) {
    return SEQUENCE + MySqlNames.quoted(name);
  }

  static Sequence sequence(schemacrawler.schema.Sequence found, MySqlDefinitions definitions) {
    TableName name = new TableName(bare(found.getSchema().getName()), bare(found.getName()));
    return new Sequence(
        name,
        "bigint",
        found.getStartValue(),
        BigInteger.valueOf(found.getIncrement()),
        found.getMinimumValue(),
        found.getMaximumValue(),
        Facts.of(found).text("CACHE").map(Long::valueOf).orElse(1L),
        found.isCycle(),
        Optional.empty(),
        false,
        Optional.empty(),
        false,
        definitions
            .show("SEQUENCE", MySqlNames.quoted(name), 2, "SELECT")
            .map(MySqlDefinitions.Shown::text));
  }

  /** What holds routines or code for them: MariaDB's packages, MySQL's libraries. */
  static List<Routine> containers(Asking asking, MySqlDefinitions definitions) {
    if (asking.product() == Product.MYSQL && asking.version() < 90200) {
      return List.of();
    }
    String sql = asking.product() == Product.MYSQL ? LIBRARIES : PACKAGES;
    return asking.rows(sql, MySqlObjects::container).stream()
        .map(found -> shown(asking, found, definitions))
        .toList();
  }

  private static Routine container(Row row) throws SQLException {
    return new Routine(
        row.text("schema_name"),
        row.text("name"),
        "",
        Routine.Kind.valueOf(row.text("kind")),
        row.text("language"),
        row.optional("body"),
        Optional.empty(),
        row.optional("remarks").filter(text -> !text.isEmpty()));
  }

  /** The same with its text. */
  private static Routine shown(Asking asking, Routine found, MySqlDefinitions definitions) {
    Optional<MySqlDefinitions.Shown> shown =
        definitions.show(
            found.kind().word().toUpperCase(Locale.ROOT),
            MySqlNames.quoted(new TableName(found.schema(), found.name())),
            3,
            MySqlDefinitions.routineRight(asking, found.schema()));
    return new Routine(
        found.schema(),
        found.name(),
        found.signature(),
        found.kind(),
        found.language(),
        found.body(),
        shown.map(MySqlDefinitions.Shown::text),
        found.comment(),
        settings(shown));
  }

  /** What each view reads, where the server keeps it (MySQL 8.0.13). */
  static Map<TableName, List<TableName>> viewUses(Asking asking) {
    return asking.product() == Product.MYSQL && asking.version() >= 80013
        ? asking.byTable(VIEW_USES, row -> Asking.table(row, "used_schema", "used_name"))
        : Map.of();
  }

  static List<Routine> routines(
      Asking asking, List<schemacrawler.schema.Routine> found, MySqlDefinitions definitions) {
    Map<String, String> signatures = new LinkedHashMap<>();
    asking
        .rows(
            SIGNATURES,
            row ->
                Map.entry(
                    key(
                        row.text("SPECIFIC_SCHEMA"),
                        row.text("ROUTINE_TYPE"),
                        row.text("SPECIFIC_NAME")),
                    row.text("arguments")))
        .forEach(e -> signatures.put(e.getKey(), e.getValue()));
    return found.stream()
        .map(routine -> routine(asking, routine, signatures, definitions))
        .toList();
  }

  private static String key(String schema, String kind, String name) {
    return kind + " " + new TableName(schema, name);
  }

  private static Routine routine(
      Asking asking,
      schemacrawler.schema.Routine found,
      Map<String, String> signatures,
      MySqlDefinitions definitions) {
    Facts facts = Facts.of(found);
    String schema = bare(found.getSchema().getName());
    String name = bare(found.getName());
    String kind = facts.text("ROUTINE_TYPE").orElse("PROCEDURE");
    Routine routine =
        new Routine(
            schema,
            name,
            "(" + signatures.getOrDefault(key(schema, kind, name), "") + ")",
            Routine.Kind.valueOf(kind),
            facts.text("LANGUAGE").orElse("SQL"),
            facts.text("BODY"),
            Optional.empty(),
            facts.filled("REMARKS"));
    return shown(asking, routine, definitions);
  }

  static List<ScheduledEvent> events(Asking asking, MySqlDefinitions definitions) {
    return asking.rows(EVENTS, MySqlObjects::event).stream()
        .map(event -> shown(event, definitions))
        .toList();
  }

  private static ScheduledEvent shown(ScheduledEvent event, MySqlDefinitions definitions) {
    String quoted = MySqlNames.quoted(new TableName(event.schema(), event.name()));
    Optional<MySqlDefinitions.Shown> shown = definitions.show("EVENT", quoted, 4, "EVENT");
    return new ScheduledEvent(
        event.schema(),
        event.name(),
        event.enabled(),
        event.body(),
        shown.map(MySqlDefinitions.Shown::text),
        settings(shown));
  }

  static Set<String> settings(Optional<MySqlDefinitions.Shown> shown) {
    return shown.map(MySqlDefinitions.Shown::settings).orElse(Set.of());
  }

  private static ScheduledEvent event(Row row) throws SQLException {
    return new ScheduledEvent(
        row.text("EVENT_SCHEMA"),
        row.text("EVENT_NAME"),
        row.text("STATUS").equals("ENABLED"),
        row.optional("EVENT_DEFINITION"),
        Optional.empty());
  }
}
