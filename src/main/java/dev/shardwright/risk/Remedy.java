package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import java.util.Optional;

/**
 * One way to mend a finding.
 *
 * @param sql runnable statements for the server at hand
 * @param decision what the plan has to be told, if the remedy is a decision
 */
public record Remedy(String title, Optional<String> sql, Optional<Decision> decision) {

  /** A remedy that the DBA takes by telling the plan. */
  public static Remedy decide(String title, Decision decision) {
    return new Remedy(title, Optional.empty(), Optional.of(decision));
  }

  /** A remedy that changes the database. */
  public static Remedy run(String title, String sql) {
    return new Remedy(title, Optional.of(sql), Optional.empty());
  }

  /** A change of the database that the plan can be told beforehand. */
  public static Remedy both(String title, String sql, Decision decision) {
    return new Remedy(title, Optional.of(sql), Optional.of(decision));
  }

  /** Advice that neither a statement nor a decision carries out. */
  public static Remedy advice(String title) {
    return new Remedy(title, Optional.empty(), Optional.empty());
  }
}
