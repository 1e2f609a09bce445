package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Tables below context: neutral data cannot keep a key across databases (guide, "Neutral data").
 */
final class NeutralTouchesContext implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.NEUTRAL_TOUCHES_CONTEXT;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.selected(Kind.UNDECIDED).stream().map(t -> finding(situation, t)).toList());
  }

  private Finding finding(Situation situation, Table table) {
    TableName name = table.name();
    List<Relation> why = situation.classification().mark(name).why();
    List<Relation> last = why.isEmpty() ? List.of() : List.of(why.getLast());
    return Finding.of(code(), Severity.WARNING, name, message(name, why))
        .about(last)
        .remedies(
            List.of(
                is(name, Kind.CONTEXT, "It goes with the shared data: a copy on every shard"),
                is(name, Kind.NEUTRAL, "It moves to the neutral database: its keys are cut"),
                OwnerColumn.empty(situation, table)));
  }

  private static String message(TableName name, List<Relation> why) {
    if (why.isEmpty()) {
      return name + " was left undecided, and nothing can be exported before it is decided.";
    }
    TableName parent = why.getLast().parent();
    TableName context = why.getFirst().parent();
    String through = parent.equals(context) ? "" : " through " + parent;
    return "%s hangs below the context table %s%s, so it is neither client nor neutral until you"
            .formatted(name, context, through)
        + " decide.";
  }

  private static Remedy is(TableName table, Kind kind, String title) {
    return Remedy.decide(title, new Decision.KindOverride(table, kind, Optional.empty()));
  }
}
