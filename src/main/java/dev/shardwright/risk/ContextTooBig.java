package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Table;
import java.util.List;
import java.util.Optional;

/** Context of gigabytes: a copy on every shard costs more than the key is worth (guide). */
final class ContextTooBig implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.CONTEXT_TOO_BIG;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    double most = Setting.CONTEXT_MAX_BYTES.number(situation.decisions());
    return CheckOutcome.of(
        situation.selected(Kind.CONTEXT).stream()
            .filter(t -> t.bytes().orElse(0) > most)
            .map(this::finding)
            .toList());
  }

  private Finding finding(Table table) {
    String message =
        "%s has %s MB, and every shard would hold a copy."
            .formatted(table.name(), Figures.exact(table.bytes().orElse(0) / (1024 * 1024)));
    return Finding.of(code(), Severity.WARNING, table.name(), message)
        .remedies(
            List.of(
                weakened(table, "it is huge"),
                weakened(table, "no business logic uses it beside the clients")));
  }

  /** The guide lets a key to context go for one of two reasons only, so one has to be given. */
  private static Remedy weakened(Table table, String why) {
    return Remedy.decide(
        "Weaken its keys, since %s: it moves to the neutral database and joins with client rows are lost"
            .formatted(why),
        new Decision.KindOverride(table.name(), Kind.NEUTRAL, Optional.of(why)));
  }
}
