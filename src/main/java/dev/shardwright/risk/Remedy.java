package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One way to mend a finding.
 *
 * <p>Its statements are written when first asked for: a plan of thousands of tables holds thousands
 * of remedies that nobody reads.
 */
public final class Remedy {
  private final String title;
  private final @Nullable Supplier<String> writing;
  private final Optional<Decision> decision;
  private final List<Change> changes;
  private @Nullable String written;

  private Remedy(
      String title,
      @Nullable Supplier<String> writing,
      Optional<Decision> decision,
      List<Change> changes) {
    this.title = title;
    this.writing = writing;
    this.decision = decision;
    this.changes = List.copyOf(changes);
  }

  /** A remedy that the DBA takes by telling the plan. */
  public static Remedy decide(String title, Decision decision) {
    return new Remedy(title, null, Optional.of(decision), List.of());
  }

  /** A remedy that changes the database. */
  static Remedy run(String title, Ddl ddl, List<Change> changes) {
    List<Change> steps = List.copyOf(changes);
    return new Remedy(title, () -> ddl.sql(steps), Optional.empty(), steps);
  }

  /** Statements of which the plan is told by a decision, such as those of a copy in two passes. */
  static Remedy told(String title, Supplier<String> sql, Decision decision) {
    return new Remedy(title, sql, Optional.of(decision), List.of());
  }

  /** A change of the database that the plan can be told beforehand. */
  static Remedy both(String title, Ddl ddl, Change change, Decision decision) {
    return told(title, () -> ddl.sql(List.of(change)), decision);
  }

  /** Advice that neither a statement nor a decision carries out. */
  public static Remedy advice(String title) {
    return new Remedy(title, null, Optional.empty(), List.of());
  }

  public String title() {
    return title;
  }

  /** Runnable statements for the server at hand. */
  public Optional<String> sql() {
    if (written == null && writing != null) {
      written = writing.get();
    }
    return Optional.ofNullable(written);
  }

  /** What the plan has to be told, if the remedy is a decision. */
  public Optional<Decision> decision() {
    return decision;
  }

  /** What the statements do, step by step, so that a plan of afterwards can be derived. */
  public List<Change> changes() {
    return changes;
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

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Remedy that
            && title.equals(that.title)
            && decision.equals(that.decision)
            && changes.equals(that.changes)
            && sql().equals(that.sql()));
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, decision, changes);
  }

  @Override
  public String toString() {
    return title + sql().map(s -> "\n" + s).orElse("");
  }
}
