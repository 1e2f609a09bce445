package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books of the split: for every client table how many rows belong to one client, to none, to
 * several.
 */
public final class OwnershipLedger {
  private OwnershipLedger() {}

  /** One question per client table of the selection, in the order of the tables. */
  public static List<Probe> probes(Situation situation) {
    return OwnerSql.of(situation)
        .map(sql -> clients(situation, sql).map(t -> probe(sql, t)).toList())
        .orElse(List.of());
  }

  /** What was counted so far, by table; a table whose question has no answer is left out. */
  public static Map<TableName, Ledger> read(Situation situation) {
    Map<TableName, Ledger> ledgers = new LinkedHashMap<>();
    OwnerSql.of(situation)
        .ifPresent(sql ->
            clients(situation, sql)
                .forEach(table ->
                    situation
                        .evidence()
                        .answer(probe(sql, table))
                        .filter(Evidence.Answer::ran)
                        .flatMap(OwnershipLedger::ledger)
                        .ifPresent(ledger -> ledgers.put(table, ledger))));
    return Collections.unmodifiableMap(ledgers);
  }

  private static Stream<TableName> clients(Situation situation, OwnerSql sql) {
    return situation.schema().tables().stream()
        .map(Table::name)
        .filter(table -> situation.kind(table) == Kind.CLIENT)
        .filter(sql::askable);
  }

  private static Probe probe(OwnerSql sql, TableName table) {
    return Probe.of(
        CheckCode.UNOWNED_ROWS,
        () -> "How many rows of " + table + " belong to one client, to none, to several?",
        () -> sql.ledger(table));
  }

  private static Optional<Ledger> ledger(Evidence.Answer answer) {
    return answer.rows().stream()
        .findFirst()
        .map(row ->
            new Ledger(
                count(row, "one_client"), count(row, "no_client"), count(row, "several_clients")));
  }

  private static long count(Map<String, String> row, String column) {
    return Long.parseLong(row.getOrDefault(column, "0"));
  }
}
