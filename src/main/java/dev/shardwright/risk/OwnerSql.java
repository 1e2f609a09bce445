package dev.shardwright.risk;

import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Ownership as SQL: to how many clients the rows of a table belong, and which rows are one
 * client's.
 *
 * <p>Rows are counted over every key that gives them a client, so a row whose keys disagree counts
 * as belonging to several. A parent's own client is what planner.md 8.3 says: its chain where there
 * is one, else all of its branches.
 */
public final class OwnerSql {
  private final PlainOwners plain;
  private final AskableOwners askable;
  private final LedgerSql ledger;
  private final BiggestSql biggest;
  private final OwnedRows rows;

  private OwnerSql(Situation situation, Sql sql, PlainOwners plain) {
    this.plain = plain;
    askable = new AskableOwners(plain);
    ledger = new LedgerSql(situation, sql, plain);
    biggest = new BiggestSql(situation, sql, plain);
    rows = new OwnedRows(situation, sql, plain);
  }

  /** Empty if nothing tells one client from another: the root has no row identity. */
  public static Optional<OwnerSql> of(Situation situation) {
    List<String> rootKey =
        situation.decisions().root().isPresent() ? PlainOwners.rootKey(situation) : List.of();
    Sql sql = Sql.of(situation);
    return rootKey.isEmpty()
        ? Optional.empty()
        : Optional.of(new OwnerSql(situation, sql, new PlainOwners(situation, sql, rootKey)));
  }

  /** The columns that hold the client's key in the root. */
  public List<String> rootKey() {
    return plain.rootKey();
  }

  /**
   * True if the owners of a table's rows can be asked for in one statement of sensible length:
   * those above a cycle of hundreds of tables cannot.
   */
  boolean askable(TableName table) {
    return askable.of(table);
  }

  /** One row: {@code one_client, no_client, several_clients}; together all rows of the table. */
  public String ledger(TableName table) {
    return ledger.of(table);
  }

  /**
   * The clients with most rows of a table: {@code client1 …, row_count}, biggest first.
   *
   * @param most so many clients at most
   */
  public String biggest(TableName table, int most) {
    return biggest.of(table, most);
  }

  /**
   * A condition on the row known as {@code alias} that is true if it belongs to one client: keys
   * compared by nested semi-joins, so that rows never multiply (planner.md 11.3).
   *
   * @param client the client's key, one SQL expression per column of {@link #rootKey}
   * @return empty if no key leads from the table to the root
   */
  public Optional<String> owned(TableName table, String alias, List<String> client) {
    return rows.belong(table, alias, Optional.of(client));
  }

  /**
   * A condition on the row known as {@code alias} that is true if it belongs to no client at all;
   * never NULL.
   */
  public String unowned(TableName table, String alias) {
    return rows.belong(table, alias, Optional.empty())
        .map(owned -> "NOT COALESCE(" + owned + ", FALSE)")
        .orElse("1 = 1");
  }
}
