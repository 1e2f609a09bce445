package dev.shardwright.export;

import dev.shardwright.model.Relation;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.Setting;
import java.util.List;

/** What the fake shard's file is made of, whatever the server. */
record FakeParts(Plan plan, ExportOptions options, int slot, Script script) {
  /** Values left free above the counters, for rows made between the reading and the setting. */
  static final int MARGIN = 1000;

  int slots() {
    return options.slots();
  }

  /** How many ids a table must have room for while clients move (planner.md 11.2). */
  long needed() {
    double expected =
        Setting.INSERTS_PER_DAY.number(plan.decisions())
            * Setting.MIGRATION_DAYS.number(plan.decisions())
            * 3;
    return Math.max(1, Math.round(expected));
  }

  /** The columns that hold a column's values in other tables. */
  List<Relation> referring(SlotColumn id) {
    return plan.relations().stream()
        .map(PlannedRelation::relation)
        .filter(r -> r.parent().equals(id.table().name()))
        .filter(r -> r.parentColumns().contains(id.column().name()))
        .toList();
  }

  void howToRun(String all, String part) {
    script
        .gap()
        .comment(
            "First run ids_fake_shard on the monolith, restart the application's pools, and see"
                + " that no older session is left. Then:")
        .commentedOut(all)
        .comment("What it prints is SQL: one part for every real shard, one for dispatch. " + part);
  }
}
