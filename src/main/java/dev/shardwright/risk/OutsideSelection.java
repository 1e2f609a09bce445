package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.List;
import java.util.function.Function;
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
    List<Relation> from = List.copyOf(situation.graph().toChildren(outside));
    List<Relation> by = List.copyOf(situation.graph().toParents(outside));
    List<Relation> keys = Stream.concat(from.stream(), by.stream()).toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    String message =
        "%s: the classification is incomplete."
            .formatted(
                from.isEmpty()
                    ? "%s, which was not read, has a key to %s"
                        .formatted(outside, Names.some(ends(by, Relation::parent)))
                    : "%s has a key to %s, which was not read"
                        .formatted(Names.some(ends(from, Relation::child)), outside));
    return List.of(
        Finding.of(code(), Severity.ERROR, outside, message)
            .about(keys)
            .remedies(
                List.of(
                    Remedy.advice("Read schema " + outside.schema() + " as well"),
                    new Ddl(situation.dialect()).cut(keys.getFirst(), "Cut the key"))));
  }

  private static List<TableName> ends(List<Relation> keys, Function<Relation, TableName> end) {
    return keys.stream().map(end).distinct().toList();
  }
}
