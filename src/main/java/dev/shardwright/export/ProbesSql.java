package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Product;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Probe;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The questions to the data, for a database that only its DBA may ask.
 *
 * <p>Each answer is printed as JSON, a line per row and a last line that only a statement which
 * came to its end prints; {@link EvidenceFile} reads them, whatever else the client prints.
 */
final class ProbesSql implements Export {

  @Override
  public String fileName() {
    return "probes.sql";
  }

  @Override
  public String purpose() {
    return "Reading statements that count what the schema cannot tell. Nothing is written; each"
        + " statement is bounded in time. Hand the answers to shardwright with --evidence FILE.";
  }

  @Override
  public boolean wanted(Plan plan, ExportOptions options) {
    return false;
  }

  @Override
  public boolean needsFinishedPlan() {
    return false;
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    Product product = plan.schema().origin().product();
    Dialect dialect = Dialect.of(product);
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    script
        .gap()
        .comment("Run it with: " + command(product))
        .comment(
            "Some answers lead to further questions: if shardwright still finds some unanswered,"
                + " write and run this file again.");
    script.blank();
    settings(product).forEach(script::statement);
    script.blank().statement(when(product));
    for (Probe probe : plan.probes()) {
      script.blank().comment(probe.question() + " [" + probe.id() + "]");
      script.statement(asking(probe, dialect));
    }
  }

  private static String command(Product product) {
    return product.isMySqlFamily()
        ? ClientProgram.name(product)
            + " --batch --raw --skip-column-names --force DATABASE < probes.sql > answers.txt"
        : "psql -X -q -A -t -f probes.sql -o answers.txt DATABASE";
  }

  private static List<String> settings(Product product) {
    return switch (product) {
      case POSTGRESQL ->
          List.of(
              "SET client_encoding = 'UTF8'",
              "SET default_transaction_read_only = on",
              "SET statement_timeout = '300s'",
              "SET lock_timeout = '5s'");
      case MYSQL ->
          List.of(
              "SET NAMES utf8mb4",
              "SET SESSION TRANSACTION READ ONLY",
              "SET SESSION max_execution_time = 300000, lock_wait_timeout = 5",
              "SET SESSION sql_mode = '', cte_max_recursion_depth = 4294967295");
      case MARIADB ->
          List.of(
              "SET NAMES utf8mb4",
              "SET SESSION TRANSACTION READ ONLY",
              "SET SESSION max_statement_time = 300, lock_wait_timeout = 5",
              "SET SESSION sql_mode = '', max_recursive_iterations = 4294967295");
    };
  }

  private static String when(Product product) {
    return product.isMySqlFamily()
        ? "SELECT CONCAT('{\"probe\": \"when\", \"at\": \"',"
            + " DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%dT%H:%i:%sZ'), '\"}') AS answer"
        : "SELECT '{\"probe\": \"when\", \"at\": \"' || to_char(now() AT TIME ZONE 'UTC',"
            + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || '\"}' AS answer";
  }

  private static String asking(Probe probe, Dialect dialect) {
    String id = probe.id();
    String row = dialect.product().isMySqlFamily() ? object(probe, dialect) : "row_to_json(x)";
    String line =
        dialect.product().isMySqlFamily()
            ? "JSON_OBJECT('probe', '" + id + "', 'row', " + row + ")"
            : "CAST(json_build_object('probe', '" + id + "', 'row', " + row + ") AS text)";
    return "SELECT "
        + line
        + " AS answer\nFROM (\n"
        + probe.sql().indent(2).stripTrailing()
        + "\n) x\nUNION ALL\nSELECT '{\"probe\": \""
        + id
        + "\", \"end\": true}'";
  }

  private static String object(Probe probe, Dialect dialect) {
    return ProbeColumns.of(probe.sql()).stream()
        .map(column -> dialect.literal(column) + ", x." + dialect.quote(column))
        .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
  }
}
