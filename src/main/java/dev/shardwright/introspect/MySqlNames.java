package dev.shardwright.introspect;

import dev.shardwright.model.TableName;

/** Names as MySQL's and MariaDB's own texts quote them. */
final class MySqlNames {
  private MySqlNames() {}

  static String quoted(TableName name) {
    return quoted(name.schema()) + "." + quoted(name.name());
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
