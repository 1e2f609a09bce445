package dev.shardwright.introspect;

import dev.shardwright.model.Column;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.testing.TestServer.TestDatabase;
import java.util.List;

/** Reads a test's database and finds things in what was read. */
record Reading(Schema schema) {

  static Reading of(TestDatabase database) {
    return of(database.source(), database.source().schemas());
  }

  static Reading of(JdbcSource source, List<String> schemas) {
    try (Session session = Session.open(source, Progress.SILENT)) {
      return new Reading(Introspector.read(session, schemas, source.described(), Progress.SILENT));
    }
  }

  String home() {
    return schema.origin().schemas().getFirst();
  }

  Table table(String name) {
    return schema.table(new TableName(home(), name)).orElseThrow();
  }

  Column column(String table, String column) {
    return table(table).column(column).orElseThrow();
  }

  UniqueKey key(String table, String key) {
    return table(table).keys().stream().filter(k -> k.name().equals(key)).findFirst().orElseThrow();
  }

  Relation relation(String name) {
    return schema.relations().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }
}
