package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keys that never checked all their rows: NOT VALID or not enforced ones, and relations that only
 * the plan knows. Rows whose key leads nowhere have no owner and stay behind.
 */
final class Dangling {
  private Dangling() {}

  static Stream<Relation> keys(Situation situation) {
    return situation.graph().relations().stream()
        .filter(r -> !r.validated() || !r.enforced())
        .filter(r -> situation.table(r.child()).isPresent())
        .filter(r -> situation.table(r.parent()).isPresent() && situation.pointsAtUnique(r));
  }

  static Finding finding(
      Situation situation, Relation key, Probe probe, KeySuggestion.Counted counted) {
    boolean owned = situation.client(key.parent());
    String how =
        key.declared()
            ? key.enforced() ? "the key was never checked (NOT VALID)" : "the key is not enforced"
            : "no key guards it";
    String message =
        "%s of %s values of %s in %s %s no row in %s: %s."
            .formatted(
                counted.orphans(),
                counted.nonNull(),
                String.join(", ", key.childColumns()),
                key.child(),
                counted.have(),
                key.parent(),
                how);
    return Finding.of(
            CheckCode.MISSING_FK, owned ? Severity.ERROR : Severity.WARNING, key.child(), message)
        .about(List.of(key))
        .columns(key.childColumns())
        .measured(Measured.counted(probe, counted.figures()))
        .remedies(remedies(situation, key, probe, counted));
  }

  private static List<Remedy> remedies(
      Situation situation, Relation key, Probe probe, KeySuggestion.Counted counted) {
    Orphans orphans = Orphans.of(situation, key);
    boolean kept =
        situation.table(key.child()).filter(t -> t.anyNullable(key.childColumns())).isPresent();
    Map<String, String> none =
        Map.of(
            "non_null", String.valueOf(counted.found()),
            "found", String.valueOf(counted.found()));
    Ddl ddl = new Ddl(situation.dialect());
    List<Remedy> remedies = new ArrayList<>();
    if (kept) {
      remedies.add(
          Remedy.run(
              "Empty the values that have no row there" + validating(key),
              ddl,
              steps(key, new Change.Mend(orphans.emptied(), probe, none))));
    }
    remedies.add(
        Remedy.run(
            "Delete the rows whose value has no row there" + validating(key),
            ddl,
            steps(key, new Change.Mend(orphans.deleted(), probe, none))));
    return remedies;
  }

  private static String validating(Relation key) {
    return unchecked(key) ? ", and validate the key" : "";
  }

  private static List<Change> steps(Relation key, Change mend) {
    return unchecked(key)
        ? List.of(mend, new Change.ReplaceKey(key, key.checked()))
        : List.of(mend);
  }

  private static boolean unchecked(Relation key) {
    return key.declared() && key.enforced() && !key.validated();
  }
}
