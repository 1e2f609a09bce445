package dev.shardwright.testing;

import dev.shardwright.model.Column;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that make a generated schema on a server, with an index for each key. */
public final class GeneratedDdl {
  private final Product product;
  private final Map<Relation, String> names = new HashMap<>();

  private GeneratedDdl(Schema schema, Product product) {
    this.product = product;
    // The generated names are longer than the 64 characters that servers take.
    schema.relations().forEach(key -> names.put(key, "key" + names.size()));
  }

  /** Tables first; on MySQL and MariaDB, where ALTER is slow, with their keys and checks off. */
  public static List<String> of(Schema schema, Product product) {
    GeneratedDdl ddl = new GeneratedDdl(schema, product);
    Map<Object, List<Relation>> keys =
        schema.relations().stream().collect(Collectors.groupingBy(Relation::child));
    List<String> statements = new ArrayList<>();
    if (product.isMySqlFamily()) {
      statements.add("SET SESSION foreign_key_checks = 0");
    }
    for (Table table : schema.tables()) {
      statements.add(ddl.table(table, keys.getOrDefault(table.name(), List.of())));
    }
    if (!product.isMySqlFamily()) {
      schema.relations().forEach(key -> statements.addAll(ddl.added(key)));
    }
    return statements;
  }

  private String table(Table table, List<Relation> keys) {
    String columns =
        table.columns().stream()
            .map(column -> quoted(column.name()) + " " + type(column))
            .collect(Collectors.joining(",\n  "));
    String inside =
        product.isMySqlFamily()
            ? keys.stream().map(key -> ",\n  " + constraint(key)).collect(Collectors.joining())
            : "";
    return "CREATE TABLE "
        + quoted(table.name().name())
        + " (\n  "
        + columns
        + ",\n  PRIMARY KEY (id)"
        + inside
        + ")";
  }

  private String type(Column column) {
    String sql = column.type().sql();
    String type =
        product.isMySqlFamily()
            ? sql.replace("timestamp with time zone", "datetime")
                .replace("character varying", "varchar")
            : sql;
    return type + (column.nullable() ? "" : " NOT NULL");
  }

  private String constraint(Relation key) {
    return "CONSTRAINT "
        + names.get(key)
        + " FOREIGN KEY ("
        + quoted(key.childColumns().getFirst())
        + ") REFERENCES "
        + quoted(key.parent().name())
        + " (id)";
  }

  private List<String> added(Relation key) {
    String child = quoted(key.child().name());
    return List.of(
        "ALTER TABLE " + child + " ADD " + constraint(key),
        "CREATE INDEX ON " + child + " (" + quoted(key.childColumns().getFirst()) + ")");
  }

  private String quoted(String name) {
    return product.isMySqlFamily() ? '`' + name + '`' : '"' + name + '"';
  }
}
