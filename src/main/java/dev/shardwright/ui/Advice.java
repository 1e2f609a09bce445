package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.risk.RootAdvisor;
import dev.shardwright.risk.RootCandidate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the program would propose for the schema at hand: roots, and keys that are missing. */
public final class Advice {
  private final Background background;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<List<RootCandidate>> roots =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<KeySuggestion>> keys =
      new ReadOnlyObjectWrapper<>(List.of());

  private Optional<Schema> ranked = Optional.empty();
  private Optional<Basis> suggested = Optional.empty();

  /** What suggestions depend on; other decisions leave them as they are. */
  private record Basis(Schema schema, List<Decision> said, Evidence evidence) {
    static Basis of(Plan plan) {
      Decisions decisions = plan.decisions();
      return new Basis(
          plan.schema(),
          decisions.all().stream()
              .filter(d -> d instanceof Decision.Virtual || d instanceof Decision.PlainId)
              .toList(),
          plan.evidence());
    }
  }

  Advice(Background background, Consumer<Throwable> failed) {
    this.background = background;
    this.failed = failed;
  }

  /** Tables that could be the root, best first. */
  public ReadOnlyObjectProperty<List<RootCandidate>> rootsProperty() {
    return roots.getReadOnlyProperty();
  }

  /** Keys that are probably missing and that no decision has settled, best first. */
  public ReadOnlyObjectProperty<List<KeySuggestion>> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  void about(Plan plan) {
    if (ranked.filter(plan.schema()::equals).isEmpty()) {
      ranked = Optional.of(plan.schema());
      roots.set(List.of());
      background.runAfterPicture(
          "roots", progress -> RootAdvisor.rank(plan.schema()), roots::set, failed);
    }
    Basis basis = Basis.of(plan);
    boolean same = suggested.filter(basis::equals).isPresent();
    if (!same) {
      suggested = Optional.of(basis);
      background.runAfterPicture("keys", progress -> plan.suggestions(), keys::set, failed);
    }
  }
}
