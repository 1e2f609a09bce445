package dev.shardwright.risk;

import dev.shardwright.model.Table;

/** A table whose rows nothing tells apart: copies can only be compared as a whole. */
final class NoPrimaryKey implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.NO_PRIMARY_KEY;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.schema().tables().stream()
            .filter(t -> t.rowIdentity().isEmpty())
            .map(t -> finding(situation, t))
            .toList());
  }

  private Finding finding(Situation situation, Table table) {
    return Finding.of(
            code(),
            Severity.INFO,
            table.name(),
            table.name()
                + " has neither a primary key nor a unique key without NULLs, so nothing tells its"
                + " rows apart.")
        .remedies(RowNumber.remedy(situation, table).stream().toList());
  }
}
