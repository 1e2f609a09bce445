package dev.shardwright.introspect;

import dev.shardwright.risk.Probe;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long a question to the data may take, by the server's own plan for it.
 *
 * @param seconds a rough figure: right to a factor of three or so on a warm, idle server
 */
public record Estimate(double seconds) {
  // A cost of 1 is one page read in order on PostgreSQL and ten rows evaluated on MySQL; a current
  // machine does so many in a second when the data is in memory.
  private static final double POSTGRESQL_COSTS_A_SECOND = 100_000;
  private static final double MYSQL_COSTS_A_SECOND = 200_000;
  private static final double MARIADB_ROWS_A_SECOND = 1_000_000;

  private static final Pattern POSTGRESQL_COST = Pattern.compile("\"Total Cost\": *([0-9.e+]+)");
  private static final Pattern MYSQL_COST =
      Pattern.compile("\"(?:query_cost|estimated_total_cost)\": *\"?([0-9.e+]+)");

  /** Asks the server for its plan; nothing of the question itself runs. */
  static Estimate of(Session session, Probe probe) throws SQLException {
    return new Estimate(
        switch (session.product()) {
          case POSTGRESQL ->
              cost(session, "EXPLAIN (FORMAT JSON) ", probe, POSTGRESQL_COST)
                  / POSTGRESQL_COSTS_A_SECOND;
          case MYSQL ->
              cost(session, "EXPLAIN FORMAT=JSON ", probe, MYSQL_COST) / MYSQL_COSTS_A_SECOND;
          case MARIADB -> rows(session, probe) / MARIADB_ROWS_A_SECOND;
        });
  }

  private static double cost(Session session, String explain, Probe probe, Pattern figure)
      throws SQLException {
    List<String> plan = session.tryQuery(explain + probe.sql(), row -> row.at(1).orElse(""));
    return figure
        .matcher(String.join("\n", plan))
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceFirst(".*: *\"?", ""))
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(0);
  }

  /** MariaDB tells rows, not costs: those of one SELECT multiply, SELECTs add up. */
  private static double rows(Session session, Probe probe) throws SQLException {
    Map<String, Double> selects = new LinkedHashMap<>();
    session.tryQuery(
        "EXPLAIN " + probe.sql(),
        row ->
            selects.merge(
                row.optional("id").orElse("union"),
                Math.max(1, row.optionalNumber("rows").orElse(1)) * 1.0,
                (a, b) -> a * b));
    return selects.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
