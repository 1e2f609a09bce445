package dev.shardwright.introspect;

import dev.shardwright.model.Schema;
import java.util.List;

/** Reads one family of servers. */
interface SchemaReader {

  /** The schemas or databases of the server that are not its own. */
  List<String> available();

  /** The schemas to read if none was named. */
  List<String> defaults();

  /** The questions that are asked only if the answers to others call for them. */
  List<String> onlyIfNeeded();

  /**
   * Reads them.
   *
   * @param described what the DBA named, for the schema's origin
   */
  Schema read(Asking asking, String described);
}
