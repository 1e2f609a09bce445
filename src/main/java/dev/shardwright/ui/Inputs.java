package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Remedy;

/** All that a plan is made of: the window changes one of them and derives the plan anew. */
record Inputs(Schema schema, Decisions decisions, Evidence evidence) {

  Inputs with(Decisions others) {
    return new Inputs(schema, others, evidence);
  }

  Inputs on(Schema another) {
    return new Inputs(another, decisions, evidence);
  }

  /** As the statements of a remedy would leave the database and what is known of its rows. */
  Inputs after(Remedy remedy) {
    return new Inputs(remedy.on(schema), decisions, remedy.on(evidence));
  }

  /** The plan as of today; seconds for tens of thousands of tables. */
  Plan plan() {
    return Plan.of(schema, decisions, evidence, Moment.today());
  }
}
