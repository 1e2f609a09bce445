package dev.shardwright.export;

import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;

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
    ClientFile file =
        plan.owners()
            .map(owners -> new ClientFile(plan, owners, script))
            .orElseThrow(() ->
                new UserError(
                    "Nothing tells one client from another: the root table has neither a primary"
                        + " key nor a unique key over NOT NULL columns."));
    file.write();
  }
}
