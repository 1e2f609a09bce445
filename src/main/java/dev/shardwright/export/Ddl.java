package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.SortedSet;

/** The structure statements of one family of servers. */
sealed interface Ddl permits PostgresDdl, MySqlDdl {

  static Ddl of(Part part, ExportOptions options) {
    return part.plan().schema().origin().product() == Product.POSTGRESQL
        ? new PostgresDdl(part)
        : new MySqlDdl(part, options);
  }

  /** How a person loads the file. */
  String howToLoad(String fileName);

  /**
   * Settings of the loading session, then schemas, extensions, sequences of no table.
   *
   * @param schemas the schemas of all that the file makes, sorted
   */
  void prologue(Script script, SortedSet<String> schemas);

  /** A table with its indexes and all else that is its own. */
  void table(Script script, Table table);

  /** A key between tables that exist. */
  void key(Script script, Relation relation);

  /** Gives the session back as it was. */
  void epilogue(Script script);
}
