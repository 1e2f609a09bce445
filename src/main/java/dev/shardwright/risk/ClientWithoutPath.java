package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Table;
import java.util.List;

/** A table called client although no chain of keys leads to it from the root. */
final class ClientWithoutPath implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.CLIENT_WITHOUT_PATH;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.selected(Kind.CLIENT).stream()
            .filter(t -> situation.ownership().of(t.name()) == Ownership.NONE)
            .map(t -> finding(situation, t))
            .toList());
  }

  private Finding finding(Situation situation, Table table) {
    String message =
        "%s is to be client, but no chain of keys leads to it from %s, so nobody can tell whose its rows are."
            .formatted(table.name(), situation.root());
    return Finding.of(code(), Severity.BLOCKER, table.name(), message)
        .remedies(
            List.of(Remedy.advice("Add the key to its owner, or draw it as a virtual relation")));
  }
}
