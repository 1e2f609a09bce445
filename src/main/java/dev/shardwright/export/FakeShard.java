package dev.shardwright.export;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;

/** What makes the monolith a shard among others, worked out while the file runs. */
final class FakeShard implements Export {

  @Override
  public String fileName() {
    return "fake_shard.sql";
  }

  @Override
  public String purpose() {
    return "Makes the monolith a shard: prints where the counters of the real shards must start,"
        + " and the rows of dispatch that lead every client to it. It only reads, and"
        + " refuses while the monolith does not keep to its slot.";
  }

  @Override
  public boolean wanted(Plan plan, ExportOptions options) {
    return options.fakeShard().isPresent();
  }

  @Override
  public void write(Plan plan, ExportOptions options, Appendable out) {
    int slot =
        options
            .fakeShard()
            .orElseThrow(() ->
                new UserError(
                    "fake_shard.sql needs the slot that the monolith takes: name it with"
                        + " --fake-slot."));
    if (options.shards().contains(slot)) {
      throw new UserError(
          "Slot " + slot + " belongs to a real shard already: the monolith needs one of its own.");
    }
    Script script = new Script(out);
    Header.write(script, this, plan, options);
    FakeParts parts = new FakeParts(plan, options, slot, script);
    DispatchFill fill = new DispatchFill(plan, options, slot, script);
    if (Dialect.of(plan.schema().origin().product()).product().isMySqlFamily()) {
      new MySqlFakeShard(parts).write();
    } else {
      new PostgresFakeShard(parts).write();
    }
    fill.write();
  }
}
