package dev.shardwright.export;

import dev.shardwright.plan.Plan;

/** What must stay true on every shard, to be compared between them. */
final class ChecksSql implements Export {

  @Override
  public String fileName() {
    return "checks.sql";
  }

  @Override
  public String purpose() {
    return "What must be equal on all shards, and what must hold on each. It only reads; run it on"
        + " every shard and compare what it prints.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    new ChecksFile(plan, options, script).write();
  }
}
