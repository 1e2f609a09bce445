package dev.shardwright.export;

import dev.shardwright.model.Product;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import java.util.Locale;

/**
 * The settings by which one server makes ids that no other server makes (planner.md 11.1).
 *
 * @param slot the rest that its ids leave when divided by the number of slots
 * @param fake true for the monolith while it plays a shard
 * @param config true for the server's configuration file instead of statements
 */
record SlotFile(int slot, boolean fake, boolean config) implements Export {

  @Override
  public String fileName() {
    return (fake ? "ids_fake_shard" : String.format(Locale.ROOT, "ids_shard_%02d", slot))
        + (config ? ".cnf" : ".sql");
  }

  @Override
  public String purpose() {
    return "Ids of "
        + (fake ? "the monolith while it plays a shard" : "shard " + slot)
        + " leave the rest "
        + slot
        + " when divided by the number of slots, so that no two servers make the same id."
        + (config ? " For the server's configuration file." : "");
  }

  @Override
  public boolean wanted(Plan plan, ExportOptions options) {
    return !config || plan.schema().origin().product().isMySqlFamily();
  }

  /** {@inheritDoc} The list of sequences is only whole when the plan is. */
  @Override
  public boolean needsFinishedPlan() {
    return !config;
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    // MySQL ignores an offset above the increment, MariaDB makes other ids from it
    if (slot < 1 || slot > options.slots()) {
      throw new UserError(
          "Slot " + slot + " does not exist: there are " + options.slots() + " slots.");
    }
    Script script = config ? Script.config(out) : new Script(out);
    Header.write(script, this, plan, options);
    script
        .gap()
        .comment(
            "All servers together have "
                + options.slots()
                + " slots; that number can never change. Rows that moved here keep the ids of other"
                + " slots, so never check ids by their rest.");
    Product product = plan.schema().origin().product();
    if (config) {
      new MySqlSlots(options.slots(), slot, product, script).config();
    } else if (product.isMySqlFamily()) {
      new MySqlSlots(options.slots(), slot, product, script).statements();
    } else {
      new PostgresSlots(plan, options.slots(), options.fakeShard(), slot, fake, script).write();
    }
  }
}
