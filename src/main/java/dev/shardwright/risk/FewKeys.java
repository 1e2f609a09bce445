package dev.shardwright.risk;

import dev.shardwright.model.Figures;
import dev.shardwright.model.TableName;
import java.util.List;

/** A schema with hardly any foreign keys: its colours tell what is declared, not what is true. */
final class FewKeys implements RiskCheck {
  /** Below this size a schema is read at a glance. */
  private static final int MIN_TABLES = 5;

  private static final double MIN_SHARE = 0.5;

  @Override
  public CheckCode code() {
    return CheckCode.FEW_KEYS;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    long all = situation.schema().tables().size();
    long joined =
        situation.schema().tables().stream().filter(t -> joined(situation, t.name())).count();
    boolean few = all >= MIN_TABLES && joined < MIN_SHARE * all;
    return few
        ? new CheckOutcome.Found(List.of(finding(situation, all, joined)))
        : new CheckOutcome.Clear();
  }

  private static boolean joined(Situation situation, TableName table) {
    return !situation.graph().toParents(table).isEmpty()
        || !situation.graph().toChildren(table).isEmpty();
  }

  private Finding finding(Situation situation, long all, long joined) {
    String message =
        "Only %s of %s tables have a foreign key; the other %s are neutral because no key says more, so draw or accept the missing relations first."
            .formatted(Figures.exact(joined), Figures.exact(all), Figures.exact(all - joined));
    return Finding.of(code(), Severity.WARNING, situation.root(), message);
  }
}
