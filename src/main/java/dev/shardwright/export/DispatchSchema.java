package dev.shardwright.export;

import dev.shardwright.plan.Plan;

/** The database that knows on which shard a client lives. */
final class DispatchSchema implements Export {

  @Override
  public String fileName() {
    return "dispatch_schema.sql";
  }

  @Override
  public String purpose() {
    return "What the dispatch database holds: the shards, the shard of every client, and the values"
        + " by which a client is found. It also guards uniqueness over all shards.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    DispatchKeys keys = DispatchKeys.of(plan);
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    new DispatchFile(plan, keys, options, script).write();
  }
}
