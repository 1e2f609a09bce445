package dev.shardwright.export;

import dev.shardwright.plan.Plan;

/** The structure that every shard gets: client and context tables. */
final class ShardSchema implements Export {

  @Override
  public String fileName() {
    return "shard_schema.sql";
  }

  @Override
  public String purpose() {
    return "What every shard holds: the client tables, whose rows move with their client, and the"
        + " context tables, which are equal on all shards.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    new SchemaFile(this, Part.of(plan, Side.SHARD), options, new Script(out)).write();
  }
}
