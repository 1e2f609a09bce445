package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Negative ids: the wide type of the shards must then stay signed. MySQL and MariaDB only. */
final class SignedNegativeKeys implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.SIGNED_NEGATIVE_KEYS;
  }

  /** A signed id column. */
  private record Id(Table table, Column column) {}

  @Override
  public List<Probe> probes(Situation situation) {
    return ids(situation).stream().map(i -> probe(situation, i)).toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<Id> ids = ids(situation);
    for (Id id : ids) {
      Probe probe = probe(situation, id);
      situation.whyNot(probe).ifPresent(why -> open.add(id.table().name() + ": " + why));
      situation
          .answer(probe)
          .filter(a -> a.number("smallest") < 0)
          .ifPresent(a -> findings.add(finding(id, probe, a)));
    }
    return Open.outcome(findings, open, ids.size());
  }

  private static List<Id> ids(Situation situation) {
    if (!situation.product().isMySqlFamily()) {
      return List.of();
    }
    List<Id> ids = new ArrayList<>();
    situation
        .selected(Kind.CLIENT, Kind.CONTEXT)
        .forEach(t ->
            numbers(situation, t)
                .filter(c -> !c.type().sql().toLowerCase(Locale.ROOT).contains("unsigned"))
                .forEach(c -> ids.add(new Id(t, c))));
    return ids;
  }

  /**
   * The whole numbers that are widened: of the primary key, and both ends of every key. Where a key
   * guards every row, no value of the child is below its parent's.
   */
  private static Stream<Column> numbers(Situation situation, Table table) {
    Set<String> names = new LinkedHashSet<>();
    table.primaryKey().ifPresent(key -> names.addAll(key.columns()));
    situation.graph().toParents(table.name()).stream()
        .filter(r -> !guarded(r))
        .forEach(r -> names.addAll(r.childColumns()));
    situation.graph().toChildren(table.name()).forEach(r -> names.addAll(r.parentColumns()));
    return names.stream()
        .flatMap(name -> table.column(name).stream())
        .filter(c -> c.type().family() == TypeFamily.INTEGER);
  }

  /** One NULL among several columns sets the others free (MATCH SIMPLE). */
  private static boolean guarded(Relation r) {
    return r.trusted() && (r.childColumns().size() == 1 || !r.nullable());
  }

  private Finding finding(Id id, Probe probe, Evidence.Answer answer) {
    String message =
        "%s of %s goes down to %s; the wide type of the shards stays signed for it and all columns that refer to it."
            .formatted(
                id.column().name(), id.table().name(), Figures.exact(answer.number("smallest")));
    return Finding.of(code(), Severity.WARNING, id.table().name(), message)
        .columns(List.of(id.column().name()))
        .measured(Measured.counted(probe, Map.of()))
        .remedies(
            List.of(
                Remedy.advice("Nothing has to change: exports keep the wide type signed for it")));
  }

  private Probe probe(Situation situation, Id id) {
    return Probe.of(
        code(),
        () -> "What is the smallest " + id.column().name() + " of " + id.table().name() + "?",
        () -> smallest(Sql.of(situation), id));
  }

  private static String smallest(Sql sql, Id id) {
    return "SELECT COALESCE(MIN(%s), 0) AS smallest\nFROM %s t"
        .formatted(sql.column("t", id.column().name()), sql.table(id.table().name()));
  }
}
