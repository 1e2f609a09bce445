package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Plan;
import java.util.Optional;

/**
 * Something that is being tried out, and the plan as it would be.
 *
 * @param title what is tried, in a few words
 * @param then the decisions if it is taken; empty for statements that the DBA would have to run
 */
public record Trial(String title, Optional<Decisions> then, Plan after) {}
