package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Ownership as SQL: to how many clients the rows of a table belong, and which rows are one
 * client's.
 *
 * <p>Rows are counted over every key that gives them a client, so a row whose keys disagree counts
 * as belonging to several. A parent's own client is what planner.md 8.3 says: its chain where there
 * is one, else all of its branches.
 */
public final class OwnerSql {
  private static final String COUNTS =
      """
      SELECT COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS one_client,
        COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS no_client,
        COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) AS several_clients
      FROM %s t%s\
      """;

  /** So many tables with owners of their own are named in one question. */
  private static final int MOST_SETS = 200;

  /** And so many keys between them: each is a join, and each table below asks for all of them. */
  private static final int MOST_KEYS = 1_000;

  /** Why the owners of some rows are not asked for. */
  static final String UNASKABLE =
      "more than %d tables or %d keys of unclear ownership lie above it, more than one question can follow"
          .formatted(MOST_SETS, MOST_KEYS);

  private final Situation situation;
  private final Sql sql;
  private final PlainOwners plain;

  private OwnerSql(Situation situation, Sql sql, PlainOwners plain) {
    this.situation = situation;
    this.sql = sql;
    this.plain = plain;
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
    Deque<TableName> open = new ArrayDeque<>(List.of(table));
    Set<TableName> seen = new HashSet<>(open);
    int keys = 0;
    while (!open.isEmpty() && seen.size() <= MOST_SETS && keys <= MOST_KEYS) {
      for (Relation key : plain.branches(open.remove())) {
        if (!plain.plain(key)) {
          keys++;
          if (seen.add(key.parent())) {
            open.add(key.parent());
          }
        }
      }
    }
    return open.isEmpty() && keys <= MOST_KEYS;
  }

  /** One row: {@code one_client, no_client, several_clients}; together all rows of the table. */
  public String ledger(TableName table) {
    if (table.equals(situation.root())) {
      return all(table, "one_client", "no_client", "several_clients");
    }
    List<Relation> keys = situation.ownership().ownersOf(table);
    if (keys.isEmpty()) {
      return all(table, "no_client", "one_client", "several_clients");
    }
    if (!keys.stream().allMatch(plain::plain)) {
      return counted(table, keys);
    }
    List<Ascent> ways = ways(keys);
    return ways.size() == 1 ? oneWay(table, ways.getFirst(), keys) : waysCompared(table, ways);
  }

  /**
   * The clients with most rows of a table: {@code client1 …, row_count}, biggest first.
   *
   * @param most so many clients at most
   */
  public String biggest(TableName table, int most) {
    List<String> client = Sql.numbered("client", rootKey().size());
    String order = " ORDER BY row_count DESC, " + String.join(", ", client) + "\nLIMIT " + most;
    UnaryOperator<String> row = sql.row("t");
    List<Relation> keys = plain.branches(table);
    if (table.equals(situation.root()) || (keys.size() == 1 && plain.plain(keys.getFirst()))) {
      Ascent way =
          table.equals(situation.root())
              ? new Ascent(List.of(), sql.columns(rootKey(), row))
              : plain.over(keys.getFirst(), row, Sql.aliases("p"));
      return "SELECT "
          + Sql.named(way.key(), "client")
          + ", COUNT(*) AS row_count\nFROM "
          + sql.table(table)
          + " t"
          + way.joined()
          + "\nWHERE "
          + way.present()
          + "\nGROUP BY "
          + String.join(", ", way.key())
          + "\n"
          + order.strip();
    }
    List<Relation> owners = situation.ownership().ownersOf(table);
    return grouped(table, owners)
        + "SELECT "
        + Sql.named(Sql.numbered("x.c", rootKey().size()), "client")
        + ", SUM(x.n) AS row_count\nFROM (\n"
        + pairs(owners)
        + "\n) x\nWHERE x.c1 IS NOT NULL\nGROUP BY "
        + String.join(", ", Sql.numbered("x.c", rootKey().size()))
        + "\n"
        + order.strip();
  }

  /**
   * A condition on the row known as {@code alias} that is true if it belongs to one client: keys
   * compared by nested semi-joins, so that rows never multiply (planner.md 11.3).
   *
   * @param client the client's key, one SQL expression per column of {@link #rootKey}
   * @return empty if no key leads from the table to the root
   */
  public Optional<String> owned(TableName table, String alias, List<String> client) {
    return belongs(table, alias, Optional.of(client));
  }

  /**
   * A condition on the row known as {@code alias} that is true if it belongs to no client at all;
   * never NULL.
   */
  public String unowned(TableName table, String alias) {
    return belongs(table, alias, Optional.empty())
        .map(owned -> "NOT COALESCE(" + owned + ", FALSE)")
        .orElse("1 = 1");
  }

  /** True for the rows of one client, or of any if none is named. */
  private Optional<String> belongs(TableName table, String alias, Optional<List<String>> client) {
    UnaryOperator<String> row = sql.row(alias);
    if (table.equals(situation.root())) {
      return Optional.of(is(new Ascent(List.of(), sql.columns(rootKey(), row)), client));
    }
    List<String> terms =
        plain.branches(table).stream().map(key -> owned(key, row, client, 1)).distinct().toList();
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(terms.getFirst());
      default -> Optional.of("(" + String.join("\n  OR ", terms) + ")");
    };
  }

  private static String is(Ascent way, Optional<List<String>> client) {
    return client.map(way::is).orElseGet(way::present);
  }

  private String owned(
      Relation key, UnaryOperator<String> row, Optional<List<String>> client, int depth) {
    Optional<List<String>> held = plain.carried(key);
    if (held.isPresent()) {
      return is(new Ascent(List.of(), sql.columns(held.get(), row)), client);
    }
    String pair = key.discriminator().map(d -> sql.holds(d, row) + " AND ").orElse("");
    return pair
        + tuple(sql.columns(key.childColumns(), row))
        + " IN ("
        + above(key, client, depth)
        + ")";
  }

  /** The values of the parent's columns in the rows of one client. */
  private String above(Relation key, Optional<List<String>> client, int depth) {
    if (!plain.plain(key)) {
      OwnerSets sets = OwnerSets.above(situation, sql, plain, List.of(key), client);
      return sets.with()
          + "SELECT "
          + String.join(", ", sets.keyColumns(key))
          + " FROM "
          + sets.set(key);
    }
    UnaryOperator<String> parent = sql.row("p" + depth);
    String belongs =
        key.parent().equals(situation.root())
            ? is(new Ascent(List.of(), sql.columns(rootKey(), parent)), client)
            : owned(plain.last(key.parent()), parent, client, depth + 1);
    return "SELECT "
        + String.join(", ", sql.columns(key.parentColumns(), parent))
        + " FROM "
        + sql.table(key.parent())
        + " p"
        + depth
        + " WHERE "
        + belongs;
  }

  private static String tuple(List<String> columns) {
    return columns.size() == 1 ? columns.getFirst() : "(" + String.join(", ", columns) + ")";
  }

  private String all(TableName table, String counted, String... zero) {
    return "SELECT COUNT(*) AS "
        + counted
        + ", 0 AS "
        + String.join(", 0 AS ", zero)
        + "\nFROM "
        + sql.table(table)
        + " t";
  }

  /** The ways up over each key; those that start from the same columns are one. */
  private List<Ascent> ways(List<Relation> keys) {
    Map<List<String>, Ascent> ways = new LinkedHashMap<>();
    for (Relation key : keys) {
      Supplier<String> names = Sql.aliases("p" + (ways.size() + 1) + "_");
      Ascent way = plain.over(key, sql.row("t"), names);
      ways.putIfAbsent(way.key(), way);
    }
    return List.copyOf(ways.values());
  }

  private String oneWay(TableName table, Ascent way, List<Relation> keys) {
    boolean never = way.joins().isEmpty() && keys.stream().anyMatch(key -> !key.nullable());
    return never
        ? all(table, "one_client", "no_client", "several_clients")
        : COUNTS.formatted(
            way.present(),
            way.key().getFirst() + " IS NULL",
            "1 = 0",
            sql.table(table),
            way.joined());
  }

  private String waysCompared(TableName table, List<Ascent> ways) {
    List<String> any = new ArrayList<>();
    for (int i = 0; i < rootKey().size(); i++) {
      int column = i;
      any.add(
          ways.stream()
              .map(way -> way.key().get(column))
              .collect(Collectors.joining(", ", "COALESCE(", ")")));
    }
    String differ =
        ways.stream().map(way -> differs(way.key(), any)).collect(Collectors.joining("\n    OR "));
    String none = any.getFirst() + " IS NULL";
    String joins = ways.stream().map(Ascent::joined).collect(Collectors.joining());
    return COUNTS.formatted(
        "NOT (" + none + ") AND NOT COALESCE(" + differ + ", FALSE)",
        none,
        differ,
        sql.table(table),
        joins);
  }

  private static String differs(List<String> left, List<String> right) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      terms.add(left.get(i) + " <> " + right.get(i));
    }
    return String.join(" OR ", terms);
  }

  /**
   * Counts rows with equal keys together: what owners a row has depends on its keys alone, so rows
   * need no identity.
   */
  private String counted(TableName table, List<Relation> keys) {
    String kept = String.join(", ", Sql.numbered("x.f", kept(keys).size()));
    return grouped(table, keys)
        + """
        SELECT COALESCE(SUM(CASE WHEN y.c = 1 THEN y.n ELSE 0 END), 0) AS one_client,
          COALESCE(SUM(CASE WHEN y.c = 0 THEN y.n ELSE 0 END), 0) AS no_client,
          COALESCE(SUM(CASE WHEN y.c > 1 THEN y.n ELSE 0 END), 0) AS several_clients
        FROM (
          SELECT x.n AS n, COUNT(x.c1) AS c
          FROM (
        """
        + pairs(keys)
        + "\n  ) x\n  GROUP BY "
        + kept
        + ", x.n\n) y";
  }

  private static List<String> kept(List<Relation> keys) {
    TreeSet<String> kept = new TreeSet<>();
    for (Relation key : keys) {
      kept.addAll(key.childColumns());
      key.discriminator().ifPresent(d -> kept.add(d.column()));
    }
    return List.copyOf(kept);
  }

  private OwnerSets sets(List<Relation> keys) {
    return OwnerSets.above(situation, sql, plain, keys, Optional.empty());
  }

  /** WITH: the owners above, and the table's rows counted by their keys. */
  private String grouped(TableName table, List<Relation> keys) {
    List<String> kept = sql.columns(kept(keys), sql.row("t"));
    return sets(keys)
        .with(
            "s ("
                + Sql.list(Sql.numbered("f", kept.size()), List.of("n"))
                + ") AS (\n  SELECT "
                + String.join(", ", kept)
                + ", COUNT(*)\n  FROM "
                + sql.table(table)
                + " t\n  GROUP BY "
                + String.join(", ", kept)
                + "\n)");
  }

  /** Every pair of rows with equal keys and one of their owners, once: {@code f1 …, n, c1 …}. */
  private String pairs(List<Relation> keys) {
    List<String> kept = kept(keys);
    UnaryOperator<String> row = column -> "s.f" + (kept.indexOf(column) + 1);
    String shown = Sql.named(Sql.numbered("s.f", kept.size()), "f") + ", s.n AS n, ";
    OwnerSets sets = sets(keys);
    List<String> selects = new ArrayList<>();
    for (Relation key : keys) {
      boolean joined = plain.plain(key);
      Ascent way =
          joined
              ? plain.over(key, row, Sql.aliases("p"))
              : new Ascent(
                  List.of("LEFT JOIN " + sets.set(key) + " o ON " + sets.leads(key, row, "o")),
                  sets.owner("o"));
      selects.add(
          "    SELECT "
              + shown
              + Sql.named(way.key(), "c")
              + "\n    FROM s"
              + way.joined().replace("\n", "\n    "));
    }
    return selects.size() == 1
        ? selects.getFirst().replaceFirst("SELECT ", "SELECT DISTINCT ")
        : String.join("\n    UNION\n", selects);
  }
}
