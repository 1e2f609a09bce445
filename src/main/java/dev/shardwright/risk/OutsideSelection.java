package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.stream.Stream;

/** Keys to or from tables that were not read: what lies behind them is not classified. */
final class OutsideSelection implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.OUTSIDE_SELECTION;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.classification().marks().keySet().stream()
            .filter(table -> situation.table(table).isEmpty())
            .flatMap(table -> finding(situation, table).stream())
            .toList());
  }

  private List<Finding> finding(Situation situation, TableName outside) {
    List<Relation> keys =
        Stream.concat(
                situation.graph().toChildren(outside).stream(),
                situation.graph().toParents(outside).stream())
            .toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    List<TableName> ends =
        keys.stream()
            .map(r -> r.child().equals(outside) ? r.parent() : r.child())
            .distinct()
            .toList();
    String message =
        "%s has a key to %s, which was not read: the classification is incomplete."
            .formatted(Names.some(ends), outside);
    return List.of(
        Finding.of(code(), Severity.ERROR, outside, message)
            .about(keys)
            .remedies(
                List.of(
                    Remedy.advice("Read schema " + outside.schema() + " as well"),
                    new Ddl(situation.dialect()).cut(keys.getFirst(), "Cut the key"))));
  }
}
