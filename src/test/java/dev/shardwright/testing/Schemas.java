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
import java.util.HashMap;
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

  private final List<Draft> drafts = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private record Draft(TableName name, List<Column> columns, List<UniqueKey> keys) {
    boolean nullable(List<String> over) {
      return columns.stream().anyMatch(c -> over.contains(c.name()) && c.nullable());
    }
  }

  private record Link(Draft child, List<String> from, String parent, List<String> to) {}

  private Schemas() {}

  /** A PostgreSQL schema. */
  public static Schema parse(String text) {
    return parse(Product.POSTGRESQL, text);
  }

  public static Schema parse(Product product, String text) {
    Schemas schemas = new Schemas();
    Matcher tables = TABLE.matcher(text);
    while (tables.find()) {
      Draft draft = new Draft(table(tables.group(1)), new ArrayList<>(), new ArrayList<>());
      schemas.drafts.add(draft);
      for (String item : tables.group(2).split(",", -1)) {
        if (!item.isBlank()) {
          schemas.item(draft, item.strip());
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

  private void item(Draft table, String item) {
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
      throw new IllegalArgumentException(table.name() + ": " + item);
    }
  }

  private void column(Draft table, Matcher found) {
    String name = found.group(1);
    boolean id = name.equals("id");
    String type = Optional.ofNullable(found.group(2)).orElse("bigint").strip();
    boolean nullable = !id && found.group(3) == null && found.group(5) == null;
    table.columns().add(Column.of(name, new ColumnType(type, family(type)), nullable));
    if (id) {
      key(table, true, List.of(name));
    }
    String parent = found.group(4);
    if (parent != null) {
      String[] parts = parent.split("\\.", -1);
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
    return drafts.stream().anyMatch(d -> d.name().equals(table(name)));
  }

  private void key(Draft table, boolean primary, List<String> over) {
    String name = table.name().name() + (primary ? "_pkey" : "_" + String.join("_", over) + "_key");
    UniqueKey key =
        UniqueKey.of(name, primary ? UniqueKey.Kind.PRIMARY : UniqueKey.Kind.CONSTRAINT, over);
    List<UniqueKey> all = table.keys();
    if (primary) {
      all.addFirst(key);
      table
          .columns()
          .replaceAll(c -> over.contains(c.name()) ? Column.of(c.name(), c.type(), false) : c);
    } else {
      all.add(key);
    }
  }

  private Schema build(Product product) {
    List<Table> tables = new ArrayList<>();
    drafts.forEach(d -> tables.add(Table.of(d.name(), d.columns(), d.keys())));
    List<Relation> relations = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    for (Link link : links) {
      TableName child = link.child().name();
      String base = child.name() + "_" + String.join("_", link.from()) + "_fkey";
      int times = used.merge(child + base, 1, Integer::sum);
      relations.add(
          Relation.declared(
              child,
              times == 1 ? base : base + (times - 1),
              link.from(),
              table(link.parent()),
              link.to(),
              link.child().nullable(link.from())));
    }
    List<String> schemas = drafts.stream().map(d -> d.name().schema()).distinct().toList();
    Provenance origin = new Provenance(product, "0", "text", schemas, 0, 0, List.of());
    return Schema.of(origin, tables, relations);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  private static TypeFamily family(String type) {
    return switch (type.split(" ", -1)[0]) {
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
