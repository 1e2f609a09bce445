package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.OwnerSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which clients have most rows of a table, as far as the data was asked. */
public final class BiggestClients {
  /** So many clients of each table are asked for. */
  public static final int MOST = 10;

  private BiggestClients() {}

  /** A client and its rows of one table. */
  record Row(TableName table, String client, long rows) {}

  /** The questions to ask, by table. */
  public static Map<TableName, String> questions(Plan plan) {
    Optional<OwnerSql> owners = plan.owners();
    Map<TableName, String> questions = new TreeMap<>();
    for (Table table : plan.schema().tables()) {
      boolean below =
          plan.kind(table.name()) == Kind.CLIENT
              && !plan.root().equals(Optional.of(table.name()))
              && !plan.ownership().ownersOf(table.name()).isEmpty();
      if (below) {
        owners.ifPresent(sql -> questions.put(table.name(), sql.biggest(table.name(), MOST)));
      }
    }
    return questions;
  }

  /** What was answered, by table, biggest first. */
  static List<Row> of(Plan plan) {
    if (plan.evidence().answers().isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    questions(plan)
        .forEach((table, sql) -> {
          Evidence.Answer answer = plan.evidence().answers().get(sql);
          if (answer != null && answer.ran()) {
            answer.rows().forEach(row -> rows.add(row(table, row)));
          }
        });
    return rows;
  }

  private static Row row(TableName table, Map<String, String> answer) {
    List<String> key = new ArrayList<>();
    new TreeMap<>(answer)
        .forEach((column, value) -> {
          if (column.startsWith("client")) {
            key.add(value);
          }
        });
    return new Row(
        table, String.join(", ", key), Long.parseLong(answer.getOrDefault("row_count", "0")));
  }
}
