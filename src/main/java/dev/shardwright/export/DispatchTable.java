package dev.shardwright.export;

import java.util.ArrayList;
import java.util.List;

/** Writes the tables of dispatch, with what holds them together. */
final class DispatchTable {
  private final boolean mysql;
  private final Script script;

  DispatchTable(boolean mysql, Script script) {
    this.mysql = mysql;
    this.script = script;
  }

  void write(String name, List<String> items, String tableOptions) {
    script.statement(
        "CREATE TABLE " + name + " (\n  " + String.join(",\n  ", items) + "\n)" + tableOptions);
  }

  /** The same with an index over one column. */
  void indexed(String name, String index, String column, List<String> items, String tableOptions) {
    // MySQL makes an index for a key that has none, so the index must come with the table
    List<String> all = new ArrayList<>(items);
    if (mysql) {
      all.add("KEY " + index + " (" + column + ")");
    }
    write(name, all, tableOptions);
    if (!mysql) {
      script.statement("CREATE INDEX " + index + " ON " + name + " (" + column + ")");
    }
  }

  /** A table's key to the shards. */
  static String shardKey(String table, String column) {
    return "CONSTRAINT "
        + table
        + "_"
        + column
        + "_fkey FOREIGN KEY ("
        + column
        + ") REFERENCES shards (shard_no)";
  }
}
