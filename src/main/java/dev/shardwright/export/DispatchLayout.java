package dev.shardwright.export;

import java.util.ArrayList;
import java.util.List;

/** The tables that give a client's shard, in the layout that the DBA chose. */
final class DispatchLayout {
  /** The buckets of the hash layout are as many as the fields of a square with this side. */
  static final int SQUARE = 32;

  /** Enough to spread over any number of shards, never changed. */
  static final int BUCKETS = SQUARE * SQUARE;

  private final DispatchKeys keys;
  private final DispatchTypes types;
  private final DispatchTable table;
  private final Script script;

  DispatchLayout(DispatchKeys keys, DispatchTypes types, DispatchTable table, Script script) {
    this.keys = keys;
    this.types = types;
    this.table = table;
    this.script = script;
  }

  void write(ExportOptions.Layout layout) {
    switch (layout) {
      case DIRECTORY -> directory();
      case HASH -> buckets();
      case RANGE -> ranges();
      case REGION -> regions();
    }
  }

  private void directory() {
    script.heading("Layout directory: a row per client, who can live anywhere and move");
    script.blank().comment("The shard of every client.");
    clientDispatch(List.of(), List.of());
  }

  private void clientDispatch(List<String> columns, List<String> constraints) {
    List<String> items =
        new ArrayList<>(
            List.of(
                "client_id " + types.client(keys) + " NOT NULL",
                "shard_no " + types.small() + " NOT NULL"));
    items.addAll(columns);
    items.addAll(moveColumns());
    items.add("CONSTRAINT client_dispatch_pkey PRIMARY KEY (client_id)");
    items.addAll(moveConstraints("client_dispatch"));
    items.addAll(constraints);
    table.indexed(
        "client_dispatch",
        "client_dispatch_shard_no_idx",
        "shard_no",
        items,
        types.tableOptions(keys.root()));
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
        DispatchTable.shardKey(table, "shard_no"),
        DispatchTable.shardKey(table, "previous_shard_no"));
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
    table.write("client_buckets", items, types.tableOptions());
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
                "min_client_id " + types.client(keys) + " NOT NULL",
                "shard_no " + types.small() + " NOT NULL"));
    items.addAll(moveColumns());
    items.add("CONSTRAINT client_ranges_pkey PRIMARY KEY (min_client_id)");
    items.addAll(moveConstraints("client_ranges"));
    table.write("client_ranges", items, types.tableOptions(keys.root()));
  }

  private void regions() {
    script.heading("Layout region: a client lives on a shard of his region");
    script.blank().comment("Which shards may hold the clients of a region.");
    table.write(
        "region_shards",
        List.of(
            "region " + types.text(64) + " NOT NULL",
            "shard_no " + types.small() + " NOT NULL",
            "CONSTRAINT region_shards_pkey PRIMARY KEY (region, shard_no)",
            DispatchTable.shardKey("region_shards", "shard_no")),
        types.tableOptions());
    script.blank().comment("The shard of every client; it must be one of his region's.");
    clientDispatch(
        List.of("region " + types.region() + " NOT NULL"),
        List.of(
            "CONSTRAINT client_dispatch_region_fkey FOREIGN KEY (region, shard_no) REFERENCES"
                + " region_shards (region, shard_no)"));
  }
}
