package dev.shardwright.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database of MySQL or MariaDB is set to, as far as the source tells. */
final class MySqlDatabase {
  private static final Pattern COLLATION = Pattern.compile(" COLLATE (\\w+)");

  private final Part part;

  MySqlDatabase(Part part) {
    this.part = part;
  }

  /** The statement that sets it so; without a name where the file may be loaded into any. */
  Optional<String> alter(String schema) {
    String named = "ALTER DATABASE " + part.dialect().quote(schema) + " ";
    return part.plan().schema().preamble().stream()
        .filter(sql -> sql.startsWith(named))
        .findFirst()
        .map(sql -> part.qualified() ? sql : "ALTER DATABASE " + sql.substring(named.length()));
  }

  Optional<String> collation(String schema) {
    return alter(schema).map(COLLATION::matcher).filter(Matcher::find).map(m -> m.group(1));
  }

  /** The statement for another collation, while something is made that was made under it. */
  String collated(String schema, String collation) {
    return "ALTER DATABASE "
        + (part.qualified() ? part.dialect().quote(schema) + " " : "")
        + "COLLATE "
        + collation;
  }
}
