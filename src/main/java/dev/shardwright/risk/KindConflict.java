package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Overrides that contradict the root or each other. */
final class KindConflict implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.KIND_CONFLICT;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.classification().marks().entrySet().stream()
            .filter(e -> e.getValue().conflict())
            .map(e -> finding(situation, e))
            .toList());
  }

  private Finding finding(Situation situation, Map.Entry<TableName, Mark> entry) {
    TableName table = entry.getKey();
    List<Relation> across =
        situation.graph().toParents(table).stream()
            .filter(r -> situation.classification().mark(r.parent()).conflict())
            .toList();
    Optional<Kind> override = entry.getValue().override();
    String message =
        table.equals(situation.root()) && override.isPresent()
            ? "%s is the root and cannot be %s.".formatted(table, override.get().word())
            : "%s is %s, but its keys lead to tables of kinds it cannot live with."
                .formatted(table, entry.getValue().kind().word());
    return Finding.of(code(), Severity.BLOCKER, table, message)
        .about(across)
        .remedies(List.of(Remedy.advice("Take the override of " + table + " back")));
  }
}
