package dev.shardwright.export;

import dev.shardwright.plan.Plan;

/** The structure of the neutral database: tables that have nothing to do with clients. */
final class NeutralSchema implements Export {

  @Override
  public String fileName() {
    return "neutral_schema.sql";
  }

  @Override
  public String purpose() {
    return "What the neutral database holds: the tables that have nothing to do with clients."
        + " There is one such database beside the shards.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    new SchemaFile(this, Part.of(plan, Side.NEUTRAL), options, new Script(out)).write();
  }
}
