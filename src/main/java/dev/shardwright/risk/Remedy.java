package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import java.util.Optional;

/**
 * One way to mend a finding.
 *
 * @param sql runnable statements for the server at hand
 * @param decision what the plan has to be told, if the remedy is a decision
 */
public record Remedy(String title, Optional<String> sql, Optional<Decision> decision) {}
