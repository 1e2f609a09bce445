package dev.shardwright.risk;

import java.util.List;

/** All checks, in the order in which they are listed. */
public final class RiskChecks {
  public static final List<RiskCheck> ALL =
      List.of(
          new KindConflict(),
          new ClientWithoutPath(),
          new MissingFk(),
          new DirectConnection(),
          new ClientConnection(),
          new UnownedRows(),
          new SuspectedClientData(),
          new PolymorphicData(),
          new PolymorphicAssociation(),
          new OpaqueUniqueness(),
          new FkToNonUnique(),
          new SelfLoop(),
          new TableCycle(),
          new NeutralTouchesContext(),
          new OutsideSelection(),
          new TriggerModifiesData(),
          new ContextWritten(),
          new CrossDatabaseObject(),
          new GlobalQueryObject(),
          new UnsafeCascade(),
          new KeyOverflow(),
          new SignedNegativeKeys(),
          new GlobalUnique(),
          new IdSource(),
          new NonIntegerKeys(),
          new NoPrimaryKey(),
          new ContextTooBig(),
          new FewKeys(),
          new RootBelowTenant(),
          new CopyTable(),
          new MigrationTable(),
          new VolatileDefault());

  private RiskChecks() {}
}
