package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of clients and rows that all share in one table (guide, "Polymorphic data"). */
final class PolymorphicData implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.POLYMORPHIC_DATA;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    return mixed(situation).flatMap(s -> s.probe().stream()).toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    mixed(situation).forEach(s -> findings.add(finding(situation, s)));
    return CheckOutcome.of(findings);
  }

  private static Stream<SharedRows> mixed(Situation situation) {
    return situation.selected(Kind.CLIENT).stream()
        .flatMap(t -> SharedRows.of(situation, t).stream());
  }

  private Finding finding(Situation situation, SharedRows shared) {
    Table table = shared.table();
    Optional<Map<String, Object>> figures = shared.figures(situation);
    boolean confirmed = shared.confirmed(situation);
    boolean refuted =
        figures
            .filter(f -> Long.valueOf(0).equals(f.get("sharedRows")))
            .filter(f -> !Long.valueOf(0).equals(f.get("ownedRows")))
            .isPresent();
    Severity severity = confirmed ? Severity.ERROR : refuted ? Severity.INFO : Severity.WARNING;
    String count =
        figures
            .map(f ->
                "%s rows have no owner, %s have one, %s references lead to shared rows"
                    .formatted(
                        f.get("sharedRows"), f.get("ownedRows"), f.get("referencesToShared")))
            .orElse("rows were not counted");
    String message =
        "%s may hold rows of clients and rows that all share: its owner may be NULL, yet other client tables reference it (%s)."
            .formatted(table.name(), count);
    List<Relation> owners = situation.ownership().ownersOf(table.name());
    return Finding.of(code(), severity, table.name(), message)
        .about(owners)
        .measured(
            shared
                .probe()
                .map(p ->
                    figures.map(f -> Measured.counted(p, f)).orElseGet(() -> Measured.notRun(p)))
                .orElse(Measured.BY_SCHEMA))
        .remedies(remedies(situation, table, owners, shared.referencing()));
  }

  private static List<Remedy> remedies(
      Situation situation, Table table, List<Relation> owners, List<Relation> referencing) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Remedy> remedies = new ArrayList<>();
    if (owners.size() == 1) {
      remedies.add(
          ddl.cut(
              owners.getFirst(), "Cut the owner key: all rows are shared, the table is context"));
    }
    remedies.addAll(SplitTable.remedies(situation, table, referencing));
    remedies.add(
        Remedy.decide(
            "Keep it mixed: shared rows go with the context data, owned rows with their clients",
            new Decision.FindingState(
                CheckCode.POLYMORPHIC_DATA.name(),
                table.name(),
                owners.stream().map(Relation::id).toList(),
                List.of(),
                Decision.FindingState.State.ACCEPTED,
                Optional.of("kept mixed"),
                Optional.empty())));
    return remedies;
  }
}
