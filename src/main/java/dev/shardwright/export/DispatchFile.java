package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.IdentifierLimit;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeDefinition;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the dispatch tables in the layout that the DBA chose. */
final class DispatchFile {
  /** Buckets of the hash layout: enough to spread over any number of shards, never changed. */
  static final int BUCKETS = 1024;

  /** The buckets are as many as the fields of a square with this side. */
  static final int SQUARE = 32;

  private final Plan plan;
  private final DispatchKeys keys;
  private final ExportOptions options;
  private final Script script;
  private final Dialect dialect;
  private final DispatchTypes types;
  private final String clientType;

  DispatchFile(Plan plan, DispatchKeys keys, ExportOptions options, Script script) {
    this.plan = plan;
    this.keys = keys;
    this.options = options;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    types = new DispatchTypes(plan.schema());
    clientType = types.of(keys.client(), keys.clientType());
  }

  void write() {
    operation();
    session();
    script.heading("The shards");
    shards();
    switch (options.layout()) {
      case DIRECTORY -> directory();
      case HASH -> buckets();
      case RANGE -> ranges();
      case REGION -> regions();
    }
    lookups();
  }

  private void operation() {
    script
        .gap()
        .comment("Operation:")
        .bullets(
            List.of(
                "Every request asks here first. Keep the database so small that it stays in memory,"
                    + " allow many connections, cache what you read, replicate it.",
                "It can be built again from the shards: each shard knows its own clients.",
                "A new client: insert it here first, with the values that must be unique, then on"
                    + " its shard.",
                "state = locked is the semaphore of a move: the application asks the client to wait"
                    + " and touches none of his rows.",
                "A move: active → locked → moving → copy and verify → shard_no = the new shard,"
                    + " previous_shard_no = the old one, state = moved → delete the old rows →"
                    + " active."));
    if (!keys.suggested().isEmpty()) {
      script.comment(
          "These columns of "
              + keys.root().name()
              + " look as if a client were found by them, but they are neither unique nor chosen: "
              + String.join(", ", keys.suggested())
              + ". Choose them with --dispatch-key "
              + keys.root().name().name()
              + "."
              + keys.suggested().getFirst()
              + ", or nobody who logs in with them is found.");
    }
    List<String> told = keys.lookups().stream().flatMap(l -> l.expression().stream()).toList();
    String partial =
        keys.root().keys().stream()
            .filter(key -> !key.total())
            .filter(key -> key.parts().stream().noneMatch(p -> told.contains(p.text())))
            .map(UniqueKey::name)
            .collect(Collectors.joining(", "));
    if (!partial.isEmpty()) {
      script.comment(
          "Unique over expressions, prefixes or a part of the rows, so on one shard only: "
              + partial
              + ".");
    }
  }

  private void session() {
    script.heading("Settings of the loading session").blank();
    if (plan.schema().origin().product().isMySqlFamily()) {
      script.statement("SET NAMES utf8mb4");
      return;
    }
    script.statement("SET client_encoding = 'UTF8'");
    boolean citext = clientType.equals("citext");
    for (DispatchKeys.Lookup lookup : keys.lookups()) {
      for (int i = 0; i < lookup.columns().size(); i++) {
        citext |= types.of(lookup.columns().get(i), lookup.types().get(i)).equals("citext");
      }
    }
    if (citext) {
      script.statement("CREATE EXTENSION IF NOT EXISTS citext");
    }
    collations();
  }

  private void collations() {
    List<TypeDefinition> own =
        types.collations(
            Stream.concat(
                Stream.of(keys.client()),
                keys.lookups().stream().flatMap(lookup -> lookup.columns().stream())));
    own.stream()
        .map(collation -> collation.name().schema())
        .filter(schema -> !schema.equals("public"))
        .distinct()
        .forEach(s -> script.statement("CREATE SCHEMA IF NOT EXISTS " + dialect.quote(s)));
    own.forEach(collation -> script.statement(SqlText.unterminated(collation.definition())));
  }

  private void shards() {
    script
        .blank()
        .comment("One row per server that holds clients, the monolith as fake shard included.")
        .comment(
            "id_slot: all ids made on this shard leave this rest when divided by the number of"
                + " slots, so that no two shards make the same id.")
        .comment(
            "weight: how many of the new clients it gets, compared with the others; 0 for none.");
    table(
        "shards",
        List.of(
            "shard_no " + types.small() + " NOT NULL",
            "name " + types.text(64) + " NOT NULL",
            "host " + types.text(255) + " NOT NULL",
            "port integer NOT NULL",
            "db " + types.text(64) + " NOT NULL",
            "datacenter " + types.text(64),
            "state " + types.text(16) + " DEFAULT 'new' NOT NULL",
            "weight integer DEFAULT 1 NOT NULL",
            "id_slot " + types.slot() + " NOT NULL",
            "CONSTRAINT shards_pkey PRIMARY KEY (shard_no)",
            "CONSTRAINT shards_name_unique UNIQUE (name)",
            "CONSTRAINT shards_id_slot_unique UNIQUE (id_slot)",
            "CONSTRAINT shards_state_check CHECK (state IN"
                + " ('new', 'open', 'full', 'draining', 'fake', 'closed'))"),
        types.tableOptions());
  }

  private void directory() {
    script.heading("Layout directory: a row per client, who can live anywhere and move");
    script.blank().comment("The shard of every client.");
    clientDispatch(List.of());
  }

  private void clientDispatch(List<String> regionItems) {
    List<String> items =
        new ArrayList<>(
            List.of(
                "client_id " + clientType + " NOT NULL",
                "shard_no " + types.small() + " NOT NULL"));
    items.addAll(regionItems.stream().filter(item -> !item.startsWith("CONSTRAINT")).toList());
    items.addAll(moveColumns());
    items.add("CONSTRAINT client_dispatch_pkey PRIMARY KEY (client_id)");
    items.addAll(moveConstraints("client_dispatch"));
    items.addAll(regionItems.stream().filter(item -> item.startsWith("CONSTRAINT")).toList());
    indexed("client_dispatch", "client_dispatch_shard_no_idx", "shard_no", items, keys.root());
  }

  private List<String> moveColumns() {
    return List.of(
        "state " + types.text(16) + " DEFAULT 'active' NOT NULL",
        "moved_at " + types.moment(),
        "previous_shard_no " + types.small());
  }

  private List<String> moveConstraints(String table) {
    return List.of(
        "CONSTRAINT "
            + table
            + "_state_check CHECK (state IN ('active', 'locked', 'moving', 'moved'))",
        shardKey(table, "shard_no"),
        shardKey(table, "previous_shard_no"));
  }

  private String shardKey(String table, String column) {
    return "CONSTRAINT "
        + table
        + "_"
        + column
        + "_fkey FOREIGN KEY ("
        + column
        + ") REFERENCES shards (shard_no)";
  }

  private void buckets() {
    script.heading("Layout hash: the key's hash gives a bucket, the bucket's row gives the shard");
    script
        .blank()
        .comment(
            "bucket = CRC-32 of the client_id written as text, modulo "
                + BUCKETS
                + ". The application computes it, every language has the same function. The number"
                + " of buckets never changes, a bucket moves as a whole.");
    List<String> items =
        new ArrayList<>(
            List.of(
                "bucket " + types.small() + " NOT NULL",
                "shard_no " + types.small() + " NOT NULL"));
    items.addAll(moveColumns());
    items.add("CONSTRAINT client_buckets_pkey PRIMARY KEY (bucket)");
    items.add(
        "CONSTRAINT client_buckets_bucket_check CHECK (bucket >= 0 AND bucket < " + BUCKETS + ")");
    items.addAll(moveConstraints("client_buckets"));
    table("client_buckets", items, types.tableOptions());
  }

  private void ranges() {
    script.heading("Layout range: intervals of the key");
    script
        .blank()
        .comment(
            "A range begins at min_client_id and ends before the next one, so there is neither gap"
                + " nor overlap. The shard of a client: the row with the greatest min_client_id"
                + " that is not above his client_id.");
    List<String> items =
        new ArrayList<>(
            List.of(
                "min_client_id " + clientType + " NOT NULL",
                "shard_no " + types.small() + " NOT NULL"));
    items.addAll(moveColumns());
    items.add("CONSTRAINT client_ranges_pkey PRIMARY KEY (min_client_id)");
    items.addAll(moveConstraints("client_ranges"));
    table("client_ranges", items, types.tableOptions(keys.root()));
  }

  private void regions() {
    script.heading("Layout region: a client lives on a shard of his region");
    script.blank().comment("Which shards may hold the clients of a region.");
    table(
        "region_shards",
        List.of(
            "region " + types.text(64) + " NOT NULL",
            "shard_no " + types.small() + " NOT NULL",
            "CONSTRAINT region_shards_pkey PRIMARY KEY (region, shard_no)",
            shardKey("region_shards", "shard_no")),
        types.tableOptions());
    script.blank().comment("The shard of every client; it must be one of his region's.");
    clientDispatch(
        List.of(
            "region " + regionType() + " NOT NULL",
            "CONSTRAINT client_dispatch_region_fkey FOREIGN KEY (region, shard_no) REFERENCES"
                + " region_shards (region, shard_no)"));
  }

  // the root's table may have another character set than region_shards, and keys need one
  private String regionType() {
    return types.text(64)
        + (plan.schema().origin().product().isMySqlFamily() ? " CHARACTER SET utf8mb4" : "");
  }

  private void lookups() {
    if (keys.lookups().isEmpty()) {
      script.blank().comment("No value but the client_id leads to a client: no look-up tables.");
      return;
    }
    script.heading("What else finds a client, unique over all shards");
    tableNames(keys, dialect)
        .forEach((lookup, name) -> {
          script.blank().comment(about(lookup));
          lookup(lookup, name);
        });
  }

  private static String about(DispatchKeys.Lookup lookup) {
    return lookup.table().name()
        + " ("
        + lookup.words()
        + "): "
        + lookup.why()
        + "."
        + lookup
            .expression()
            .map(expression -> " The application looks " + expression + " up here.")
            .orElse("");
  }

  private static String tableName(DispatchKeys.Lookup lookup) {
    return "dispatch_"
        + lookup.table().name().name()
        + lookup.expression().map(e -> "_" + e.substring(0, e.indexOf('('))).orElse("")
        + lookup.columns().stream().map(c -> "_" + c.name()).collect(Collectors.joining());
  }

  /** The look-ups with the names of their tables, in order. */
  static Map<DispatchKeys.Lookup, String> tableNames(DispatchKeys keys, Dialect dialect) {
    Set<String> taken = new HashSet<>();
    Map<DispatchKeys.Lookup, String> names = new LinkedHashMap<>();
    keys.lookups().forEach(lookup -> names.put(lookup, unused(tableName(lookup), taken, dialect)));
    return names;
  }

  private static String unused(String name, Set<String> taken, Dialect dialect) {
    // room for the endings of its constraints
    String start =
        new IdentifierLimit(
                dialect.identifierLimit().length() - 12, dialect.identifierLimit().inBytes())
            .shorten(name);
    String unused = start;
    for (int i = 2; !taken.add(unused); i++) {
      unused = start + "_" + i;
    }
    return unused;
  }

  private void lookup(DispatchKeys.Lookup lookup, String table) {
    List<String> items = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < lookup.columns().size(); i++) {
      Column column = lookup.columns().get(i);
      String name = lookup.columns().size() == 1 ? "value" : dialect.quote(column.name());
      values.add(name);
      items.add(name + " " + types.of(column, lookup.types().get(i)) + " NOT NULL");
    }
    items.add("client_id " + clientTypeBeside(lookup.table()) + " NOT NULL");
    items.add(
        "CONSTRAINT "
            + named(table + "_pkey")
            + " PRIMARY KEY ("
            + String.join(", ", values)
            + ")");
    if (hasClientRows()) {
      items.add(
          "CONSTRAINT "
              + named(table + "_fkey")
              + " FOREIGN KEY (client_id) REFERENCES client_dispatch (client_id) ON DELETE"
              + " CASCADE");
    }
    indexed(named(table), named(table + "_client_idx"), "client_id", items, lookup.table());
  }

  /** Bare where no server minds: all these names begin with a word of ours. */
  private String named(String name) {
    return named(name, dialect);
  }

  static String named(String name, Dialect dialect) {
    return name.matches("[a-z][a-z0-9_]*") ? name : dialect.quote(name);
  }

  // a text key has the character set of the root's table, wherever it stands
  private String clientTypeBeside(Table table) {
    boolean sameCharset = types.tableOptions(table).equals(types.tableOptions(keys.root()));
    return sameCharset || !clientType.toLowerCase(Locale.ROOT).contains("char")
        ? clientType
        : clientType + types.charsetOf(keys.root());
  }

  private boolean hasClientRows() {
    return options.layout() == ExportOptions.Layout.DIRECTORY
        || options.layout() == ExportOptions.Layout.REGION;
  }

  // MySQL makes an index for a key that has none, so the index must come with the table
  private void indexed(
      String name, String index, String column, List<String> items, Table likeTable) {
    boolean inside = plan.schema().origin().product().isMySqlFamily();
    List<String> all = new ArrayList<>(items);
    if (inside) {
      all.add("KEY " + index + " (" + column + ")");
    }
    table(name, all, types.tableOptions(likeTable));
    if (!inside) {
      script.statement("CREATE INDEX " + index + " ON " + name + " (" + column + ")");
    }
  }

  private void table(String name, List<String> items, String tableOptions) {
    script.statement(
        "CREATE TABLE " + name + " (\n  " + String.join(",\n  ", items) + "\n)" + tableOptions);
  }
}
