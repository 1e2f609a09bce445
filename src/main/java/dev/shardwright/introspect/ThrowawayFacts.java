package dev.shardwright.introspect;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is known about a schema because its server is our own: every row can be counted. */
final class ThrowawayFacts {
  private static final int TABLES_PER_QUERY = 100;

  private ThrowawayFacts() {}

  /** The schema with exact row counts, and with what the loading left out and noted. */
  static Schema added(
      Schema schema,
      Session session,
      List<Skipped> skipped,
      List<String> notes,
      Progress progress) {
    progress.step("counting rows", 0.95);
    Map<TableName, Long> counts = session.during(progress, () -> counts(schema, session));
    return new Schema(
        origin(schema.origin(), session, notes),
        schema.tables().stream().map(table -> counted(table, counts)).toList(),
        schema.relations(),
        schema.views(),
        schema.routines(),
        schema.sequences(),
        schema.events(),
        schema.types(),
        schema.extensions(),
        Stream.concat(schema.skipped().stream(), skipped.stream()).toList(),
        preamble(schema, session),
        schema.minors());
  }

  /** Databases of which the file says nothing are as our own server makes them. */
  private static List<String> preamble(Schema schema, Session session) {
    if (!session.product().isMySqlFamily() || schema.preamble().isEmpty()) {
      return schema.preamble();
    }
    String ours =
        session.query("SELECT @@collation_server AS ours", row -> row.text("ours")).getFirst();
    return schema.preamble().stream().filter(sql -> !sql.endsWith(" COLLATE " + ours)).toList();
  }

  private static Provenance origin(Provenance origin, Session session, List<String> notes) {
    return new Provenance(
        origin.product(),
        origin.version(),
        origin.described(),
        origin.schemas(),
        session.count(),
        session.writes(),
        Stream.concat(origin.notes().stream(), notes.stream()).toList());
  }

  private static Map<TableName, Long> counts(Schema schema, Session session) {
    Map<TableName, Long> counts = new HashMap<>();
    List<Table> tables = schema.tables();
    for (int from = 0; from < tables.size(); from += TABLES_PER_QUERY) {
      List<Table> some = tables.subList(from, Math.min(from + TABLES_PER_QUERY, tables.size()));
      String sql = countQuery(some, Dialect.of(session.product()));
      List<long[]> rows =
          session.query(sql, row -> new long[] {row.number("place"), row.number("found")});
      rows.forEach(row -> counts.put(some.get((int) row[0]).name(), row[1]));
    }
    return counts;
  }

  private static String countQuery(List<Table> tables, Dialect dialect) {
    List<String> parts = new ArrayList<>();
    IntStream.range(0, tables.size())
        .forEach(i ->
            parts.add(
                "SELECT "
                    + i
                    + " AS place, COUNT(*) AS found FROM "
                    + rows(tables.get(i), dialect)));
    return String.join(" UNION ALL ", parts);
  }

  // A parent by INHERITS would count its children's rows too; a partitioned table has no others.
  private static String rows(Table table, Dialect dialect) {
    boolean only = !dialect.product().isMySqlFamily() && table.partitioning().isEmpty();
    return (only ? "ONLY " : "") + dialect.qualified(table.name());
  }

  private static Table counted(Table table, Map<TableName, Long> counts) {
    Long rows = counts.get(table.name());
    return rows == null ? table : table.withRowCount(RowCount.exact(rows));
  }
}
