package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Schema;
import java.util.List;
import java.util.Optional;

/**
 * One way to mend a finding.
 *
 * @param sql runnable statements for the server at hand
 * @param decision what the plan has to be told, if the remedy is a decision
 * @param changes what the statements do, step by step, so that a plan of afterwards can be derived
 */
public record Remedy(
    String title, Optional<String> sql, Optional<Decision> decision, List<Change> changes) {

  public Remedy {
    changes = List.copyOf(changes);
  }

  /** A remedy that the DBA takes by telling the plan. */
  public static Remedy decide(String title, Decision decision) {
    return new Remedy(title, Optional.empty(), Optional.of(decision), List.of());
  }

  /** A remedy that changes the database. */
  static Remedy run(String title, Ddl ddl, List<Change> changes) {
    return new Remedy(title, Optional.of(ddl.sql(changes)), Optional.empty(), changes);
  }

  /** Statements of which the plan is told by a decision, such as those of a copy in two passes. */
  static Remedy told(String title, String sql, Decision decision) {
    return new Remedy(title, Optional.of(sql), Optional.of(decision), List.of());
  }

  /** A change of the database that the plan can be told beforehand. */
  static Remedy both(String title, Ddl ddl, Change change, Decision decision) {
    return new Remedy(
        title, Optional.of(ddl.sql(List.of(change))), Optional.of(decision), List.of());
  }

  /** Advice that neither a statement nor a decision carries out. */
  public static Remedy advice(String title) {
    return new Remedy(title, Optional.empty(), Optional.empty(), List.of());
  }

  /** True if the plan can be shown as it would be afterwards. */
  public boolean foreseeable() {
    return decision.isPresent() || changes.stream().anyMatch(c -> !(c instanceof Change.Rows));
  }

  /** What would be known of the data after its statements. */
  public Evidence on(Evidence evidence) {
    Evidence known = evidence;
    for (Change change : changes) {
      known = change.on(known);
    }
    return known;
  }

  /** The database as its statements would leave it. */
  public Schema on(Schema schema) {
    return Change.after(schema, changes);
  }
}
