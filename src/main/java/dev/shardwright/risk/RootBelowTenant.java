package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.graph.Chains;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;

/** A root whose parent is itself a table of clients: the split may be one level too low. */
final class RootBelowTenant implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.ROOT_BELOW_TENANT;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    TableName root = situation.root();
    int below = reach(situation, root);
    return CheckOutcome.of(
        situation.graph().toParents(root).stream()
            .filter(r -> !r.selfLoop() && !situation.client(r.parent()))
            .filter(r -> TenantWords.organisation(r.parent().name()))
            .filter(r -> reach(situation, r.parent()) > below)
            .map(r -> finding(situation, r))
            .toList());
  }

  private static int reach(Situation situation, TableName table) {
    return Chains.down(situation.graph(), List.of(table), r -> true).size();
  }

  private Finding finding(Situation situation, Relation r) {
    String message =
        "%s stands above the root %s and would take %s along; the root may be one level too low."
            .formatted(
                r.parent(), r.child(), Figures.count(reach(situation, r.parent()) - 1, "table"));
    return Finding.of(code(), Severity.WARNING, r.child(), message)
        .about(List.of(r))
        .remedies(
            List.of(
                Remedy.decide("Make " + r.parent() + " the root", new Decision.Root(r.parent()))));
  }
}
