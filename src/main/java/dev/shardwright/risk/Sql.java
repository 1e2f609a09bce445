package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of read-only questions to the data. */
final class Sql {
  private final Dialect dialect;

  Sql(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  String table(TableName name) {
    return dialect.qualified(name);
  }

  String column(String alias, String name) {
    return alias + "." + dialect.quote(name);
  }

  String columns(String alias, List<String> names) {
    return names.stream().map(n -> column(alias, n)).collect(Collectors.joining(", "));
  }

  /** The condition that joins a child row to its parent's, over all columns. */
  String joined(String child, Relation relation, String parent) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < relation.childColumns().size(); i++) {
      terms.add(
          column(parent, relation.parentColumns().get(i))
              + " = "
              + column(child, relation.childColumns().get(i)));
    }
    relation
        .discriminator()
        .ifPresent(d -> terms.add(column(child, d.column()) + " = " + dialect.literal(d.value())));
    return String.join(" AND ", terms);
  }

  /** True where none of the columns is NULL. */
  String allSet(String alias, List<String> names) {
    return names.stream()
        .map(n -> column(alias, n) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }
}
