package dev.shardwright.testing;

import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Schemas for tests, written as text: {@code clients(id, login:text!) rentals(id, client_id ->
 * clients!)}.
 *
 * <p>Tables may carry a schema ({@code crm.users}), else they lie in {@code public}. A column named
 * {@code id} is the primary key. {@code !} means NOT NULL, {@code :type} gives a type ({@code
 * bigint} otherwise), {@code -> table} a key to its {@code id} and {@code -> table.column} one to
 * another column. Composite: {@code [a b] -> table[c d]}, {@code pk[a b]}, {@code unique[a b]}.
 * Keys are named {@code table_columns_fkey}, as PostgreSQL does.
 */
public final class Schemas {
  private static final Pattern TABLE = Pattern.compile("([\\w.]+)\\s*\\(([^)]*)\\)");
  private static final Pattern KEY = Pattern.compile("(pk|unique)\\[([^]]*)]");
  private static final Pattern COMPOSITE =
      Pattern.compile("\\[([^]]*)]\\s*->\\s*([\\w.]+)\\[([^]]*)]");
  private static final Pattern COLUMN =
      Pattern.compile("(\\w+)(?::([\\w ]+))?\\s*(!)?(?:\\s*->\\s*([\\w.]+)\\s*(!)?)?");

  private final Map<TableName, List<Column>> columns = new LinkedHashMap<>();
  private final Map<TableName, List<UniqueKey>> keys = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();

  private record Link(TableName child, List<String> from, String parent, List<String> to) {}

  private Schemas() {}

  /** A PostgreSQL schema. */
  public static Schema parse(String text) {
    return parse(Product.POSTGRESQL, text);
  }

  public static Schema parse(Product product, String text) {
    Schemas schemas = new Schemas();
    Matcher tables = TABLE.matcher(text);
    while (tables.find()) {
      TableName name = table(tables.group(1));
      schemas.columns.put(name, new ArrayList<>());
      schemas.keys.put(name, new ArrayList<>());
      for (String item : tables.group(2).split(",")) {
        if (!item.isBlank()) {
          schemas.item(name, item.strip());
        }
      }
    }
    return schemas.build(product);
  }

  /** {@code name} in {@code public}, or {@code schema.name}. */
  public static TableName table(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new TableName("public", text)
        : new TableName(text.substring(0, dot), text.substring(dot + 1));
  }

  private void item(TableName table, String item) {
    Matcher key = KEY.matcher(item);
    Matcher composite = COMPOSITE.matcher(item);
    Matcher column = COLUMN.matcher(item);
    if (key.matches()) {
      key(table, key.group(1).equals("pk"), words(key.group(2)));
    } else if (composite.matches()) {
      links.add(
          new Link(
              table, words(composite.group(1)), composite.group(2), words(composite.group(3))));
    } else if (column.matches()) {
      column(table, column);
    } else {
      throw new IllegalArgumentException(table + ": " + item);
    }
  }

  private void column(TableName table, Matcher found) {
    String name = found.group(1);
    boolean id = name.equals("id");
    String type = Optional.ofNullable(found.group(2)).orElse("bigint").strip();
    boolean nullable = !id && found.group(3) == null && found.group(5) == null;
    columns.get(table).add(Column.of(name, new ColumnType(type, family(type)), nullable));
    if (id) {
      key(table, true, List.of(name));
    }
    String parent = found.group(4);
    if (parent != null) {
      String[] parts = parent.split("\\.");
      // The text may be table, table.column or schema.table.column; a lone pair is a column if
      // the first part is a table of public.
      boolean qualified = parts.length == 3 || (parts.length == 2 && !known(parts[0]));
      String to =
          parts.length == 1 || (parts.length == 2 && qualified) ? "id" : parts[parts.length - 1];
      String target = qualified ? parts[0] + "." + parts[1] : parts[0];
      links.add(new Link(table, List.of(name), target, List.of(to)));
    }
  }

  private boolean known(String name) {
    return columns.containsKey(table(name));
  }

  private void key(TableName table, boolean primary, List<String> over) {
    String name = table.name() + (primary ? "_pkey" : "_" + String.join("_", over) + "_key");
    UniqueKey key =
        UniqueKey.of(name, primary ? UniqueKey.Kind.PRIMARY : UniqueKey.Kind.CONSTRAINT, over);
    List<UniqueKey> all = keys.get(table);
    if (primary) {
      all.addFirst(key);
      columns
          .get(table)
          .replaceAll(c -> over.contains(c.name()) ? Column.of(c.name(), c.type(), false) : c);
    } else {
      all.add(key);
    }
  }

  private Schema build(Product product) {
    List<Table> tables = new ArrayList<>();
    columns.forEach((name, list) -> tables.add(Table.of(name, list, keys.get(name))));
    List<Relation> relations = new ArrayList<>();
    Map<String, Integer> used = new LinkedHashMap<>();
    for (Link link : links) {
      String base = link.child().name() + "_" + String.join("_", link.from()) + "_fkey";
      int times = used.merge(link.child() + base, 1, Integer::sum);
      boolean nullable =
          columns.get(link.child()).stream()
              .anyMatch(c -> link.from().contains(c.name()) && c.nullable());
      relations.add(
          Relation.declared(
              link.child(),
              times == 1 ? base : base + (times - 1),
              link.from(),
              table(link.parent()),
              link.to(),
              nullable));
    }
    List<String> schemas = columns.keySet().stream().map(TableName::schema).distinct().toList();
    Provenance origin = new Provenance(product, "0", "text", schemas, 0, 0, List.of());
    return Schema.of(origin, tables, relations);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static TypeFamily family(String type) {
    return switch (type.split(" ")[0]) {
      case "bigint", "int", "integer", "smallint", "tinyint" -> TypeFamily.INTEGER;
      case "text", "varchar", "char" -> TypeFamily.TEXT;
      case "uuid" -> TypeFamily.UUID;
      case "decimal", "numeric" -> TypeFamily.DECIMAL;
      case "date", "timestamp", "timestamptz" -> TypeFamily.TEMPORAL;
      case "boolean" -> TypeFamily.BOOLEAN;
      default -> TypeFamily.OTHER;
    };
  }
}
