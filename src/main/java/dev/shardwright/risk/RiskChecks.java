package dev.shardwright.risk;

import java.util.List;

/** All checks, in the order in which they are listed. */
public final class RiskChecks {
  public static final List<RiskCheck> ALL =
      List.of(
          new KindConflict(),
          new ClientWithoutPath(),
          new DirectConnection(),
          new ClientConnection(),
          new OpaqueUniqueness(),
          new MissingFk(),
          new FkToNonUnique(),
          new NeutralTouchesContext(),
          new OutsideSelection(),
          new SelfLoop(),
          new TableCycle(),
          new FewKeys(),
          new NoPrimaryKey());

  private RiskChecks() {}
}
