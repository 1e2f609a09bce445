package dev.shardwright.export;

import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.OwnerSql;
import java.util.Optional;

/** Statements that print one client's rows as INSERTs for another server (planner.md 11.3). */
final class ClientCopy implements Export {

  @Override
  public String fileName() {
    return "client_copy.sql";
  }

  @Override
  public String purpose() {
    return "Prints one client's rows as INSERT statements for his new shard. It only reads.";
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    OwnerSql owners = ClientRows.owners(plan);
    ClientKey client = ClientKey.of(plan, owners);
    DataTables his;
    try {
      his = DataTables.ofClient(plan, owners, client.values());
    } catch (UserError e) {
      script.gap().comment(e.sentence());
      return;
    }
    // dispatch names a client by one value
    Optional<RealShards.Moving> dispatch =
        client.values().size() == 1
            ? new RealShards(plan.schema().origin().product(), options).moving()
            : Optional.empty();
    new ClientCopyFile(his, client, dispatch, script).write();
  }
}
