package dev.shardwright.introspect;

import dev.shardwright.introspect.dump.MySqlDump;
import dev.shardwright.model.Product;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.UserError;
import dev.shardwright.sql.MySqlTables;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Opens MySQL and MariaDB files on a machine without such a server. */
final class ParsedFiles {
  private ParsedFiles() {}

  /**
   * Reads the file by its grammar.
   *
   * @throws UserError if it makes no table
   */
  static OpenSource open(SqlContent content, Product flavour, Progress progress) {
    try (InputStream file = content.opener().open()) {
      Schema schema =
          MySqlTables.read(
              file,
              flavour,
              content.described(),
              content.bytes(),
              MySqlDump.DEFAULT_DATABASE,
              progress);
      SqlFiles.requireTables(content, schema);
      return new Opened(schema, Optional.empty(), () -> {});
    } catch (IOException e) {
      throw new UserError("The file " + content.described() + " cannot be read.", e);
    }
  }
}
