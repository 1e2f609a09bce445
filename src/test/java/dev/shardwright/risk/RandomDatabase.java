package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small database from a seed: loops, composite keys, keys that carry the client, keys to rows
 * that are not unique, type/id pairs, keys that nothing guards, rows without identity; and rows
 * that keep every key that is declared.
 */
final class RandomDatabase {
  private final Random random;
  private final List<Draft> drafts = new ArrayList<>();

  final Schema schema;
  final Map<TableName, List<Map<String, Integer>>> rows = new LinkedHashMap<>();

  private static final class Draft {
    final TableName name;
    final Map<String, Boolean> columns = new LinkedHashMap<>();
    final List<UniqueKey> keys = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    List<Map<String, Integer>> rows = new ArrayList<>();

    Draft(TableName name) {
      this.name = name;
    }
  }

  RandomDatabase(Product product, String place, String prefix, long seed) {
    random = new Random(seed);
    int tables = 2 + random.nextInt(5);
    for (int i = 0; i < tables; i++) {
      drafts.add(draft(new TableName(place, prefix + "t" + i), i == 0));
    }
    int keys = tables + random.nextInt(tables + 2);
    for (int i = 0; i < keys; i++) {
      int child = random.nextInt(tables);
      // Mostly downwards, so that much is owned; loops come from the rest.
      int parent = random.nextInt(child > 0 && random.nextInt(5) < 3 ? child : tables);
      key(drafts.get(child), drafts.get(parent), i);
    }
    drafts.forEach(this::fill);
    drafts.stream()
        .flatMap(draft -> draft.relations.stream())
        .sorted(Comparator.comparingInt(r -> r.childColumns().size()))
        .forEach(r -> connect(draft(r.child()), r));
    while (drafts.stream().map(this::removeBroken).reduce(false, Boolean::logicalOr)) {
      // Removing a row may break those that point at it.
    }
    schema = schema(product);
    drafts.forEach(d -> rows.put(d.name, List.copyOf(d.rows)));
  }

  TableName root() {
    return drafts.getFirst().name;
  }

  private Draft draft(TableName name, boolean root) {
    Draft draft = new Draft(name);
    draft.columns.put("id", false);
    if (root && random.nextInt(4) == 0) {
      draft.columns.put("part", false);
      unique(draft, true, "id", "part");
    } else if (root || random.nextInt(5) > 0) {
      unique(draft, true, "id");
    }
    draft.columns.put("code", random.nextBoolean());
    return draft;
  }

  private static void unique(Draft draft, boolean primary, String... columns) {
    draft.keys.add(
        UniqueKey.of(
            draft.name.name() + "_" + String.join("_", columns),
            primary ? UniqueKey.Kind.PRIMARY : UniqueKey.Kind.CONSTRAINT,
            List.of(columns)));
  }

  private void key(Draft child, Draft parent, int number) {
    List<String> to = target(parent);
    boolean nullable = to.size() > 1 || random.nextInt(3) > 0;
    List<String> from = new ArrayList<>();
    for (String column : to) {
      // Now and then a column serves two keys: that is how composite keys carry the client.
      Optional<String> shared =
          to.size() > 1 && random.nextInt(3) > 0 ? shared(child, from) : Optional.empty();
      String name = shared.orElse("k" + number + "_" + column);
      child.columns.putIfAbsent(name, nullable);
      from.add(name);
    }
    Optional<Relation.Discriminator> pair = Optional.empty();
    boolean guarded = random.nextInt(6) > 0;
    if (!guarded && random.nextBoolean()) {
      child.columns.put("kind", true);
      pair = Optional.of(new Relation.Discriminator("kind", String.valueOf(random.nextInt(2))));
    }
    child.relations.add(relation(child, parent, from, to, guarded, pair));
  }

  private static Relation relation(
      Draft child,
      Draft parent,
      List<String> from,
      List<String> to,
      boolean guarded,
      Optional<Relation.Discriminator> pair) {
    boolean nullable =
        pair.isPresent() || from.stream().anyMatch(c -> child.columns.getOrDefault(c, true));
    return guarded
        ? Relation.declared(
            child.name, "fk" + child.relations.size(), from, parent.name, to, nullable)
        : Relation.virtual(
            child.name, from, parent.name, to, nullable, Relation.Origin.VIRTUAL, pair);
  }

  private Optional<String> shared(Draft child, List<String> taken) {
    List<String> keys =
        child.columns.keySet().stream()
            .filter(c -> c.startsWith("k") && !c.equals("kind") && !taken.contains(c))
            .toList();
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(random.nextInt(keys.size())));
  }

  private List<String> target(Draft parent) {
    List<String> keys =
        parent.columns.keySet().stream()
            .filter(c -> c.startsWith("k") && !c.equals("kind"))
            .toList();
    int dice = random.nextInt(10);
    if (dice == 0) {
      return List.of("code");
    }
    if (dice < 5 && !keys.isEmpty()) {
      String owner = keys.get(random.nextInt(keys.size()));
      unique(parent, false, owner, "id");
      return List.of(owner, "id");
    }
    return parent.columns.containsKey("part") ? List.of("id", "part") : List.of("id");
  }

  private void fill(Draft draft) {
    int count = 3 + random.nextInt(10);
    for (int id = 1; id <= count; id++) {
      Map<String, Integer> row = new HashMap<>();
      row.put("id", id);
      if (draft.columns.containsKey("part")) {
        row.put("part", random.nextInt(2));
      }
      if (!Boolean.TRUE.equals(draft.columns.get("code")) || random.nextInt(4) > 0) {
        row.put("code", random.nextInt(4));
      }
      if (draft.columns.containsKey("kind") && random.nextInt(5) > 0) {
        row.put("kind", random.nextInt(2));
      }
      draft.rows.add(row);
    }
  }

  private void connect(Draft child, Relation r) {
    Draft parent = draft(r.parent());
    for (Map<String, Integer> row : child.rows) {
      List<Map<String, Integer>> fitting =
          parent.rows.stream().filter(p -> mayLead(row, r, p)).toList();
      if (!r.enforced() && random.nextInt(5) == 0) {
        r.childColumns().forEach(c -> row.putIfAbsent(c, 90 + random.nextInt(3)));
      } else if (!fitting.isEmpty() && !(r.nullable() && random.nextInt(3) == 0)) {
        Map<String, Integer> chosen = fitting.get(random.nextInt(fitting.size()));
        for (int i = 0; i < r.childColumns().size(); i++) {
          row.put(
              r.childColumns().get(i),
              Objects.requireNonNull(chosen.get(r.parentColumns().get(i))));
        }
      } else if (r.childColumns().size() > 1 && r.nullable() && random.nextInt(3) == 0) {
        // Half a composite key binds nothing.
        row.putIfAbsent(r.childColumns().getFirst(), 1 + random.nextInt(3));
      }
    }
  }

  private static boolean mayLead(Map<String, Integer> child, Relation r, Map<String, Integer> p) {
    for (int i = 0; i < r.childColumns().size(); i++) {
      Integer there = p.get(r.parentColumns().get(i));
      Integer here = child.get(r.childColumns().get(i));
      if (there == null || (here != null && !here.equals(there))) {
        return false;
      }
    }
    return true;
  }

  private Draft draft(TableName name) {
    return drafts.stream().filter(d -> d.name.equals(name)).findFirst().orElseThrow();
  }

  private boolean removeBroken(Draft draft) {
    int before = draft.rows.size();
    Set<List<Object>> seen = new HashSet<>();
    draft.rows =
        draft.rows.stream()
            .filter(row -> keeps(draft, row) && unused(draft, row, seen))
            .collect(Collectors.toCollection(ArrayList::new));
    return draft.rows.size() < before;
  }

  private boolean keeps(Draft draft, Map<String, Integer> row) {
    boolean complete =
        draft.columns.entrySet().stream()
            .allMatch(c -> c.getValue() || row.containsKey(c.getKey()));
    return complete
        && draft.relations.stream()
            .filter(Relation::enforced)
            .allMatch(r ->
                r.childColumns().stream().anyMatch(c -> !row.containsKey(c))
                    || draft(r.parent()).rows.stream().anyMatch(p -> leads(row, r, p)));
  }

  private static boolean unused(Draft draft, Map<String, Integer> row, Set<List<Object>> seen) {
    for (UniqueKey key : draft.keys) {
      List<@Nullable Integer> values = new ArrayList<>();
      key.columns().forEach(c -> values.add(row.get(c)));
      if (!values.contains(null) && !seen.add(List.of(key.name(), values))) {
        return false;
      }
    }
    return true;
  }

  /** True if the child row's key, discriminator included, leads to the parent row. */
  static boolean leads(Map<String, Integer> child, Relation r, Map<String, Integer> parent) {
    for (int i = 0; i < r.childColumns().size(); i++) {
      Integer here = child.get(r.childColumns().get(i));
      if (here == null || !here.equals(parent.get(r.parentColumns().get(i)))) {
        return false;
      }
    }
    return r.discriminator()
        .map(d -> d.value().equals(String.valueOf(child.get(d.column()))))
        .orElse(true);
  }

  private Schema schema(Product product) {
    List<Table> tables = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    for (Draft draft : drafts) {
      List<Column> columns = new ArrayList<>();
      draft.columns.forEach((name, nullable) -> columns.add(Column.of(name, type(name), nullable)));
      tables.add(Table.of(draft.name, columns, draft.keys));
      relations.addAll(draft.relations);
    }
    Provenance origin =
        new Provenance(product, "0", "random", List.of(root().schema()), 0, 0, List.of());
    return Schema.of(origin, tables, relations.stream().distinct().toList());
  }

  private static ColumnType type(String column) {
    return column.equals("kind")
        ? new ColumnType("varchar(9)", TypeFamily.TEXT)
        : new ColumnType("int", TypeFamily.INTEGER);
  }

  /** CREATE TABLE and INSERT for all tables; the keys are kept by the rows, not by the server. */
  List<String> statements() {
    Dialect dialect = Dialect.of(schema.origin().product());
    List<String> statements = new ArrayList<>();
    for (Table table : schema.tables()) {
      String name = dialect.qualified(table.name());
      statements.add(
          "CREATE TABLE "
              + name
              + " ("
              + table.columns().stream()
                  .map(c -> dialect.quote(c.name()) + " " + c.type().sql())
                  .collect(Collectors.joining(", "))
              + ")");
      List<Map<String, Integer>> all = rows.getOrDefault(table.name(), List.of());
      if (!all.isEmpty()) {
        statements.add(
            "INSERT INTO "
                + name
                + " VALUES "
                + all.stream()
                    .map(row ->
                        table.columns().stream()
                            .map(c -> value(c, row))
                            .collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", ")));
      }
    }
    return statements;
  }

  private static String value(Column column, Map<String, Integer> row) {
    Integer value = row.get(column.name());
    if (value == null) {
      return "NULL";
    }
    return column.type().family() == TypeFamily.TEXT ? "'" + value + "'" : value.toString();
  }
}
