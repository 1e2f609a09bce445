package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.OwnerSql;
import java.util.ArrayList;
import java.util.List;

/**
 * The client that a script is about, set once at its head.
 *
 * @param settings the statements that name him, to be changed by the DBA
 * @param values his key in the statements below, one expression per column
 */
record ClientKey(List<String> settings, List<String> values) {

  /** Names him, and begins to read. */
  void begin(Script script, boolean mysql) {
    List<String> session = SqlSession.reading(mysql);
    // the character set first, so that his name is understood
    script.blank().statement(session.getFirst());
    settings.forEach(script::statement);
    session.stream().skip(1).forEach(script::statement);
  }

  static ClientKey of(Plan plan, OwnerSql owners) {
    Dialect dialect = Dialect.of(plan.schema().origin().product());
    Table root = plan.root().flatMap(plan.schema()::table).orElseThrow();
    List<String> settings = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> key = owners.rootKey();
    for (String name : key) {
      Column column = root.column(name).orElseThrow();
      String variable = "client" + (key.size() == 1 ? "" : values.size() + 1);
      boolean number = column.type().family() == TypeFamily.INTEGER;
      if (dialect.product().isMySqlFamily()) {
        boolean bytes = DataColumn.of(column, dialect).form() == DataColumn.Form.BYTES;
        settings.add("SET @" + variable + " = " + (number ? "1" : bytes ? "X'…'" : "'…'"));
        values.add("@" + variable);
      } else {
        settings.add("SET shardwright." + variable + " = '" + (number ? "1" : "…") + "'");
        values.add(
            "CAST(current_setting('shardwright."
                + variable
                + "') AS "
                + Part.of(plan, Side.SHARD).type(root, column)
                + ")");
      }
    }
    return new ClientKey(settings, values);
  }
}
