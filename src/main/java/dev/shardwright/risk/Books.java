package dev.shardwright.risk;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ownership ledgers of all client tables: each is counted, or it is said why not.
 *
 * @param uncounted the reason of each table without a ledger
 */
public record Books(SortedMap<TableName, Ledger> counted, SortedMap<TableName, String> uncounted) {
  /** Nothing is wrong with such a table: nobody asked yet. */
  public static final String NOT_ASKED = "the data was not looked at";

  public static final Books NONE = new Books(new TreeMap<>(), new TreeMap<>());

  public Books {
    counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
    uncounted = Collections.unmodifiableSortedMap(new TreeMap<>(uncounted));
  }

  public Optional<Ledger> of(TableName table) {
    return Optional.ofNullable(counted.get(table));
  }

  /** Why a client table was not counted. */
  public Optional<String> whyNot(TableName table) {
    return Optional.ofNullable(uncounted.get(table));
  }

  /** The tables without a ledger, by reason. */
  public SortedMap<String, List<TableName>> open() {
    SortedMap<String, List<TableName>> open = new TreeMap<>();
    uncounted.forEach((table, why) -> open.computeIfAbsent(why, w -> new ArrayList<>()).add(table));
    return Collections.unmodifiableSortedMap(open);
  }
}
