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
import java.util.List;
import java.util.Random;

/**
 * Schemas of any size that look like grown ones: modules of some 25 tables, look-up tables, link
 * tables, chains, a few tables that hundreds of keys lead to, and some without any key.
 *
 * <p>The same size and seed give the same schema. The root of a plan is {@link #ROOT}.
 */
public final class GeneratedSchemas {
  public static final TableName ROOT = new TableName("public", "clients");

  private static final List<String> MODULES =
      List.of(
          "sales",
          "stock",
          "billing",
          "support",
          "crm",
          "media",
          "hr",
          "travel",
          "fleet",
          "audit",
          "mail",
          "chat",
          "learning",
          "quality",
          "legal",
          "energy",
          "retail",
          "health");
  private static final List<String> THINGS =
      List.of(
          "order",
          "item",
          "invoice",
          "payment",
          "contract",
          "address",
          "note",
          "document",
          "task",
          "event",
          "message",
          "ticket",
          "product",
          "price",
          "category",
          "tag",
          "type",
          "status",
          "account",
          "entry",
          "period",
          "rule",
          "history",
          "setting",
          "template",
          "group");
  private static final List<String> WORDS =
      List.of(
          "name",
          "title",
          "description",
          "amount",
          "quantity",
          "created_at",
          "updated_at",
          "state",
          "position",
          "email",
          "phone",
          "starts_on",
          "ends_on",
          "comment",
          "code",
          "external_ref",
          "is_active",
          "currency",
          "rate",
          "language");
  private static final int MODULE_SIZE = 25;

  private final Random random;
  private final List<Draft> drafts = new ArrayList<>();

  private record Draft(TableName name, List<Column> columns, List<Relation> keys) {}

  private GeneratedSchemas(long seed) {
    random = new Random(seed);
  }

  /** A schema of so many tables and about 1.8 keys per table. */
  public static Schema of(int tables, long seed) {
    GeneratedSchemas generator = new GeneratedSchemas(seed);
    generator.draft("clients");
    generator.draft("users");
    generator.draft("currencies");
    while (generator.drafts.size() < tables) {
      generator.table(generator.drafts.size());
    }
    return generator.build();
  }

  private Draft draft(String name) {
    Draft draft = new Draft(new TableName("public", name), new ArrayList<>(), new ArrayList<>());
    draft.columns().add(column("id", "bigint", false));
    int plain = 2 + random.nextInt(9);
    int first = random.nextInt(WORDS.size());
    for (int i = 0; i < plain; i++) {
      String word = WORDS.get((first + i) % WORDS.size());
      draft.columns().add(column(word, type(word), random.nextBoolean()));
    }
    drafts.add(draft);
    return draft;
  }

  private void table(int number) {
    int module = number / MODULE_SIZE;
    int round = module / MODULES.size();
    String name =
        MODULES.get(module % MODULES.size())
            + (round == 0 ? "" : round + 1)
            + "_"
            + THINGS.get(number % THINGS.size())
            + (number % MODULE_SIZE >= THINGS.size() ? "_detail" : "");
    int start = Math.max(3, module * MODULE_SIZE);
    Draft table = draft(name);
    int dice = random.nextInt(100);
    if (dice < 8) {
      return;
    }
    if (number > start) {
      key(table, drafts.get(start + random.nextInt(Math.min(number - start, 6))), dice < 60);
      if (dice > 45) {
        key(table, drafts.get(start + random.nextInt(number - start)), dice < 70);
      }
    }
    if (dice > 40 && dice < 70) {
      key(table, drafts.get(0), true);
    }
    if (dice > 60) {
      key(table, drafts.get(1), dice < 80);
    }
    if (dice > 90) {
      key(table, drafts.get(2), true);
    }
    if (dice > 88 && number > 10) {
      key(table, drafts.get(3 + random.nextInt(number - 3)), false);
    }
    if (dice == 50) {
      key(table, table, false);
    }
  }

  private void key(Draft child, Draft parent, boolean notNull) {
    String base = child.name().equals(parent.name()) ? "parent" : parent.name().name();
    String column = base + "_id";
    if (child.columns().stream().anyMatch(c -> c.name().equals(column))) {
      return;
    }
    child.columns().add(1, column(column, "bigint", !notNull));
    child
        .keys()
        .add(
            Relation.declared(
                child.name(),
                child.name().name() + "_" + column + "_fkey",
                List.of(column),
                parent.name(),
                List.of("id"),
                !notNull));
  }

  private Schema build() {
    List<Table> tables = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    for (Draft draft : drafts) {
      UniqueKey primary =
          UniqueKey.of(draft.name().name() + "_pkey", UniqueKey.Kind.PRIMARY, List.of("id"));
      tables.add(Table.of(draft.name(), draft.columns(), List.of(primary)));
      relations.addAll(draft.keys());
    }
    Provenance origin =
        new Provenance(Product.POSTGRESQL, "18", "generated", List.of("public"), 0, 0, List.of());
    return Schema.of(origin, tables, relations);
  }

  private static Column column(String name, String type, boolean nullable) {
    TypeFamily family = type.equals("bigint") ? TypeFamily.INTEGER : TypeFamily.TEXT;
    return Column.of(name, new ColumnType(type, family), nullable);
  }

  private static String type(String word) {
    if (word.endsWith("_at")) {
      return "timestamp with time zone";
    }
    if (word.endsWith("_on")) {
      return "date";
    }
    return switch (word) {
      case "amount", "rate", "quantity" -> "numeric(12,2)";
      case "is_active" -> "boolean";
      case "position" -> "integer";
      default -> "character varying(190)";
    };
  }
}
