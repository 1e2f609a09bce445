package dev.shardwright.plan;

import dev.shardwright.model.Relation;
import java.util.Optional;

/**
 * A relation as the plan sees it.
 *
 * @param cut true if the DBA decided to remove it, or if an override of a table implies it
 * @param why the reason of the cut
 */
public record PlannedRelation(Relation relation, boolean cut, Optional<String> why) {}
