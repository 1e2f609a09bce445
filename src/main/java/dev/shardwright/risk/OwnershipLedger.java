package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The books of the split: for every client table how many rows belong to one client, to none, to
 * several.
 */
public final class OwnershipLedger {
  /** The column of the answer that counts the rows of no client. */
  static final String NO_CLIENT = "no_client";

  private OwnershipLedger() {}

  /** One question per client table that can be asked, in the order of the tables. */
  public static List<Probe> probes(Situation situation) {
    return OwnerSql.of(situation)
        .map(sql -> clients(situation).flatMap(table -> probe(sql, table).stream()).toList())
        .orElse(List.of());
  }

  /** The question about one client table; empty if it cannot be asked. */
  static Optional<Probe> probe(OwnerSql sql, TableName table) {
    return sql.askable(table) ? Optional.of(question(sql, table)) : Optional.empty();
  }

  /** What was counted so far, and why the rest was not. */
  public static Books read(Situation situation) {
    SortedMap<TableName, Ledger> counted = new TreeMap<>();
    SortedMap<TableName, String> uncounted = new TreeMap<>();
    Optional<OwnerSql> sql = OwnerSql.of(situation);
    clients(situation)
        .forEach(table -> {
          Optional<Evidence.Answer> answer =
              sql.flatMap(s -> probe(s, table)).flatMap(situation.evidence()::answer);
          answer
              .filter(Evidence.Answer::ran)
              .flatMap(OwnershipLedger::ledger)
              .ifPresentOrElse(
                  ledger -> counted.put(table, ledger),
                  () -> uncounted.put(table, whyNot(sql, table, answer)));
        });
    return new Books(counted, uncounted);
  }

  private static String whyNot(
      Optional<OwnerSql> sql, TableName table, Optional<Evidence.Answer> answer) {
    return sql.isEmpty()
        ? "nothing tells one client from another: the root has no row identity"
        : sql.get().askable(table)
            ? answer.flatMap(Evidence.Answer::whyNot).orElse(Books.NOT_ASKED)
            : AskableOwners.UNASKABLE;
  }

  private static Stream<TableName> clients(Situation situation) {
    return situation.selected(Kind.CLIENT).stream().map(Table::name);
  }

  private static Probe question(OwnerSql sql, TableName table) {
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
                count(row, "one_client"), count(row, NO_CLIENT), count(row, "several_clients")));
  }

  private static long count(Map<String, String> row, String column) {
    return Long.parseLong(row.getOrDefault(column, "0"));
  }
}
