package dev.shardwright.risk;

import static java.util.stream.Collectors.joining;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A key to rows that are not unique: one row may have several parents and with them several owners
 * (guide, "Foreign key to not unique rows").
 *
 * <p>Column sets are compared here; {@code referential_constraints.unique_constraint_name} of MySQL
 * and MariaDB says PRIMARY even for a prefix of it.
 */
final class FkToNonUnique implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.FK_TO_NON_UNIQUE;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    return situation.graph().relations().stream()
        .filter(r -> !situation.pointsAtUnique(r))
        .map(r -> probe(situation, r))
        .toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Relation r : situation.graph().relations()) {
      if (!situation.pointsAtUnique(r)) {
        findings.add(notUnique(situation, r));
      } else if (situation.table(r.parent()).filter(t -> onlyOverNulls(t, r)).isPresent()) {
        findings.add(uniqueButForNulls(situation, r));
      }
    }
    return CheckOutcome.of(findings);
  }

  private Finding notUnique(Situation situation, Relation r) {
    Probe probe = probe(situation, r);
    boolean neutral = situation.kind(r.child()) == Kind.NEUTRAL;
    String columns = String.join(", ", r.parentColumns());
    String message =
        "%s points at %s of %s, which no key makes unique, so one row may have several parents."
            .formatted(r.child(), columns, r.parent());
    Measured counted =
        situation
            .answer(probe)
            .map(a -> Measured.counted(probe, Map.of("duplicateKeys", a.number("duplicate_keys"))))
            .orElseGet(() -> Measured.notRun(probe));
    return Finding.of(code(), neutral ? Severity.WARNING : Severity.BLOCKER, r.child(), message)
        .about(List.of(r))
        .columns(r.childColumns())
        .measured(counted)
        .remedies(remedies(situation, r));
  }

  private Finding uniqueButForNulls(Situation situation, Relation r) {
    String columns = String.join(", ", r.parentColumns());
    String message =
        "%s points at %s of %s, which is unique only while no column of it is NULL."
            .formatted(r.child(), columns, r.parent());
    return Finding.of(code(), Severity.WARNING, r.child(), message)
        .about(List.of(r))
        .columns(r.childColumns())
        .remedies(
            List.of(neverNull(situation, r), new Ddl(situation.dialect()).cut(r, "Cut the key")));
  }

  /** The server refuses while a row has a NULL there, so those rows are shown first. */
  private static Remedy neverNull(Situation situation, Relation r) {
    Sql sql = Sql.of(situation);
    Table parent = situation.table(r.parent()).orElseThrow();
    List<Column> open =
        uniqueWithin(parent, r).map(UniqueKey::columns).findFirst().orElseGet(List::of).stream()
            .flatMap(c -> parent.column(c).filter(Column::nullable).stream())
            .toList();
    String nulls =
        open.stream().map(c -> sql.column("t", c.name()) + " IS NULL").collect(joining(" OR "));
    List<Change> steps = new ArrayList<>();
    steps.add(
        new Change.Rows(
            "-- These rows need a value first.\nSELECT t.*\nFROM %s t\nWHERE %s;"
                .formatted(sql.table(r.parent()), nulls)));
    open.forEach(c -> steps.add(new Change.NotNull(r.parent(), c)));
    return Remedy.run(
        "Let %s of %s never be NULL, after its empty rows have a value"
            .formatted(open.stream().map(Column::name).collect(joining(", ")), r.parent()),
        new Ddl(situation.dialect()),
        steps);
  }

  private static boolean onlyOverNulls(Table parent, Relation r) {
    return uniqueWithin(parent, r)
        .allMatch(key -> !key.nullsNotDistinct() && parent.anyNullable(key.columns()));
  }

  private static Stream<UniqueKey> uniqueWithin(Table parent, Relation r) {
    Set<String> over = Set.copyOf(r.parentColumns());
    return parent.keys().stream().filter(k -> k.total() && over.containsAll(k.columns()));
  }

  private static List<Remedy> remedies(Situation situation, Relation r) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Remedy> remedies = new ArrayList<>();
    remedies.add(
        Remedy.run(
            "Make the columns unique, after their duplicates are gone",
            ddl,
            List.of(new Change.AddUnique(r.parent(), r.parentColumns()))));
    MergeRows.remedy(situation, r).ifPresent(remedies::add);
    remedies.add(ddl.cut(r, "Cut the key"));
    return remedies;
  }

  private Probe probe(Situation situation, Relation r) {
    Sql sql = Sql.of(situation);
    String keys = sql.columns("p", r.parentColumns());
    return Probe.of(
        code(),
        "How many values of " + r.parent() + " are referenced although several rows have them?",
        """
        SELECT COUNT(*) AS duplicate_keys
        FROM (
          SELECT %s
          FROM %s p
          WHERE EXISTS (SELECT 1 FROM %s t WHERE %s)
          GROUP BY %s
          HAVING COUNT(*) > 1
        ) d\
        """
            .formatted(
                keys, sql.table(r.parent()), sql.table(r.child()), sql.joined("t", r, "p"), keys));
  }
}
