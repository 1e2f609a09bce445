package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a client table that belong to no client: every copy leaves them behind. */
final class UnownedRows implements RiskCheck {
  private static final String UNOWNED = "unowned_rows";

  @Override
  public CheckCode code() {
    return CheckCode.UNOWNED_ROWS;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    Optional<OwnerSql> ledger = OwnerSql.of(situation);
    return tables(situation).stream().flatMap(t -> probe(situation, ledger, t).stream()).toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<Table> tables = tables(situation);
    Optional<OwnerSql> ledger = OwnerSql.of(situation);
    for (Table table : tables) {
      if (SharedRows.of(situation, table).filter(s -> s.confirmed(situation)).isPresent()) {
        continue;
      }
      Optional<Probe> probe = probe(situation, ledger, table);
      Optional<String> why =
          probe
              .map(p -> situation.whyNot(p))
              .orElse(Optional.of("its owner cannot be asked for in SQL"));
      why.ifPresent(w -> open.add(table.name() + ": " + w));
      finding(situation, table, probe).ifPresent(findings::add);
    }
    return Open.outcome(findings, open, tables.size());
  }

  private static List<Table> tables(Situation situation) {
    return situation.selected(Kind.CLIENT).stream()
        .filter(t -> SharedRows.mayLackOwner(situation, t))
        .toList();
  }

  private Optional<Finding> finding(Situation situation, Table table, Optional<Probe> probe) {
    Optional<Long> unowned = probe.flatMap(situation::answer).map(UnownedRows::count);
    if (unowned.isPresent() && unowned.get() == 0) {
      return Optional.empty();
    }
    String message =
        unowned
            .map(n ->
                (n == 1
                        ? "%s of %s belongs to no client and stays behind."
                        : "%s of %s belong to no client and stay behind.")
                    .formatted(Figures.count(n, "row"), table.name()))
            .orElse(
                "Rows of %s may belong to no client; they were not counted."
                    .formatted(table.name()));
    Finding finding =
        Finding.of(
                code(), unowned.isPresent() ? Severity.ERROR : Severity.INFO, table.name(), message)
            .about(situation.ownership().ownersOf(table.name()))
            .remedies(remedies(situation, table, probe.filter(p -> unowned.isPresent())));
    return Optional.of(
        probe
            .map(p ->
                finding.measured(
                    unowned
                        .map(n -> Measured.counted(p, Map.of("unowned", n)))
                        .orElseGet(() -> Measured.notRun(p))))
            .orElse(finding));
  }

  /** Rows can be deleted only where they were counted. */
  private List<Remedy> remedies(Situation situation, Table table, Optional<Probe> counted) {
    List<Remedy> remedies = new ArrayList<>();
    Optional<Ascent> owner = new Owners(situation).of(table.name(), "t");
    if (counted.isPresent() && owner.isPresent()) {
      String sql =
          FoundRows.of(situation, table.name(), owner.get().joins(), none(owner.get())).delete();
      boolean needed = !situation.graph().toChildren(table.name()).isEmpty();
      remedies.add(
          Remedy.run(
              needed ? "Delete them, after the rows that refer to them" : "Delete them",
              new Ddl(situation.dialect()),
              List.of(new Change.Mend(sql, counted.get(), Map.of(UNOWNED, "0")))));
    }
    remedies.add(
        Remedy.decide(
            "Leave them behind: no copy takes them",
            new Decision.FindingState(
                code().name(),
                table.name(),
                situation.ownership().ownersOf(table.name()).stream().map(Relation::id).toList(),
                List.of(),
                Decision.FindingState.State.ACCEPTED,
                Optional.of("left behind"),
                Optional.empty())));
    return remedies;
  }

  private static String none(Ascent owner) {
    return owner.key().getFirst() + " IS NULL";
  }

  /** Through loops that no plain chain follows only the question of the ledger does. */
  private Optional<Probe> probe(Situation situation, Optional<OwnerSql> ledger, Table table) {
    return plain(situation, table)
        .or(() -> ledger.flatMap(sql -> OwnershipLedger.probe(sql, table.name())));
  }

  private static long count(Evidence.Answer answer) {
    boolean plain = answer.rows().stream().anyMatch(row -> row.containsKey(UNOWNED));
    return answer.number(plain ? UNOWNED : OwnershipLedger.NO_CLIENT);
  }

  private Optional<Probe> plain(Situation situation, Table table) {
    return new Owners(situation)
        .of(table.name(), "t")
        .map(owner ->
            Probe.of(
                    code(),
                    () -> "How many rows of " + table.name() + " belong to no client?",
                    () ->
                        "SELECT COUNT(*) AS unowned_rows\nFROM %s%s\nWHERE %s IS NULL"
                            .formatted(
                                Sample.from(situation, table.name()),
                                owner.joined(),
                                owner.key().getFirst()))
                .sampled(Sample.of(situation, table.name())));
  }
}
