package dev.shardwright.export;

import dev.shardwright.plan.Plan;

/** Who may do what: context can be read by the application and written by one user alone. */
final class GrantsSql implements Export {

  @Override
  public String fileName() {
    return "grants.sql";
  }

  @Override
  public String purpose() {
    return "The users of the neutral database, the shards and dispatch, each with no more rights"
        + " than its work needs. Run it on every one of these databases: it does what fits there.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    new GrantsFile(plan, options, script).write();
  }
}
