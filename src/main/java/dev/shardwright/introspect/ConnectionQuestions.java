package dev.shardwright.introspect;

import java.util.List;
import java.util.Optional;

/** What a connection test asks one family of servers. */
interface ConnectionQuestions {

  ConnectionTest.Role role();

  Optional<String> encryption();

  List<SchemaSize> sizes();

  /** What the user may not see of some schemas. */
  List<MissingRight> missing(Asking asking, ConnectionTest.Role role);
}
