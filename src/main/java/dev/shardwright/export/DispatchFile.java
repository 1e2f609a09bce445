package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.plan.Plan;
import java.util.List;

/** Writes the dispatch tables in the layout that the DBA chose. */
final class DispatchFile {
  private final DispatchKeys keys;
  private final ExportOptions options;
  private final Script script;
  private final Dialect dialect;
  private final DispatchTypes types;
  private final DispatchTable table;

  DispatchFile(Plan plan, DispatchKeys keys, ExportOptions options, Script script) {
    this.keys = keys;
    this.options = options;
    this.script = script;
    dialect = Dialect.of(plan.schema().origin().product());
    types = new DispatchTypes(plan.schema());
    table = new DispatchTable(dialect.product().isMySqlFamily(), script);
  }

  void write() {
    new DispatchNotes(keys, script).write();
    new DispatchSession(dialect, keys, types, script).write();
    script.heading("The shards");
    shards();
    new RealShards(dialect.product(), options).rows(script);
    new DispatchLayout(keys, types, table, script).write(options.layout());
    new DispatchLookups(dialect, keys, types, table, script).write(options.layout());
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
    table.write(
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
}
