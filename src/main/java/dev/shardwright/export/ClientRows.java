package dev.shardwright.export;

import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.OwnerSql;

/** One client's rows to look at, and the order in which they can go. */
final class ClientRows implements Export {

  @Override
  public String fileName() {
    return "client_rows.sql";
  }

  @Override
  public String purpose() {
    return "The rows of one client, table by table, to try a client before anything moves him."
        + " Nothing is written: the deletes at the end are comments.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    new ClientFile(plan, owners(plan), script).write();
  }

  /**
   * How the plan tells whose a row is.
   *
   * @throws UserError if nothing tells one client from another
   */
  static OwnerSql owners(Plan plan) {
    return plan.owners()
        .orElseThrow(() ->
            new UserError(
                "Nothing tells one client from another: the root table has neither a primary"
                    + " key nor a unique key over NOT NULL columns."));
  }
}
