package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column that looks like a key but is none: rows below it would be miscoloured and left behind
 * (guide, "Missing foreign keys").
 */
final class MissingFk implements RiskCheck {
  private static final Set<String> ENGINES_WITH_KEYS = Set.of("INNODB", "NDB", "NDBCLUSTER");

  @Override
  public CheckCode code() {
    return CheckCode.MISSING_FK;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    return Stream.concat(
            candidates(situation).map(s -> SuggestedKeys.probe(situation, s.relation())),
            Dangling.keys(situation).map(r -> SuggestedKeys.probe(situation, r)))
        .toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    candidates(situation)
        .map(s -> SuggestedKeys.weighed(situation, s))
        .filter(s -> SuggestedKeys.sure(situation, s))
        .forEach(s -> findings.add(finding(situation, s)));
    List<String> open = new ArrayList<>();
    Dangling.keys(situation)
        .forEach(r -> {
          Probe probe = SuggestedKeys.probe(situation, r);
          situation.whyNot(probe).ifPresent(why -> open.add(r.id() + ": " + why));
          SuggestedKeys.counted(situation, r)
              .filter(c -> c.orphans() > 0)
              .ifPresent(c -> findings.add(Dangling.finding(situation, r, probe, c)));
        });
    return Open.outcome(findings, open, open.size());
  }

  /** Silent where the columns of other keys prove as much already. */
  private static Stream<KeySuggestion> candidates(Situation situation) {
    return situation.candidates().all().stream()
        .filter(s -> SuggestedKeys.worthAsking(situation, s))
        .filter(s ->
            !situation.anchors().imply(s.child(), s.childColumns(), s.parent(), s.parentColumns()));
  }

  private Finding finding(Situation situation, KeySuggestion s) {
    boolean owned = situation.client(s.parent());
    Probe probe = SuggestedKeys.probe(situation, s.relation());
    String orphans =
        s.counted()
            .map(c ->
                "; %s of %s values %s no row there".formatted(c.orphans(), c.nonNull(), c.have()))
            .orElse("");
    String message =
        "%s of %s looks like a key to %s (%s), but no key is declared%s."
            .formatted(
                String.join(", ", s.childColumns()), s.child(), s.parent(), s.why(), orphans);
    return Finding.of(code(), owned ? Severity.ERROR : Severity.WARNING, s.child(), message)
        .relations(List.of(s.relationId()))
        .columns(s.childColumns())
        .measured(
            s.counted()
                .map(c -> Measured.counted(probe, c.figures()))
                .orElseGet(() -> Measured.notRun(probe)))
        .remedies(remedies(situation, s));
  }

  private static List<Remedy> remedies(Situation situation, KeySuggestion s) {
    Ddl ddl = new Ddl(situation.dialect());
    String title = "Accept the relation";
    boolean possible = keysPossible(situation, s.child()) && keysPossible(situation, s.parent());
    Remedy accept =
        possible
            ? Remedy.both(
                title + ", and add the key after its orphans are gone",
                ddl,
                new Change.AddKey(
                    Change.key(s.child(), s.childColumns(), s.parent(), s.parentColumns(), true)),
                s.accepted())
            : Remedy.decide(title + " as a virtual one: this table can hold no keys", s.accepted());
    List<Remedy> remedies = new ArrayList<>(List.of(accept));
    if (possible && s.counted().filter(c -> c.orphans() > 0).isPresent()) {
      remedies.add(cleaned(situation, s));
    }
    Decision plain = new Decision.PlainId(s.child(), s.childColumns(), Optional.empty());
    remedies.add(Remedy.decide("It is a plain id, matched in software", plain));
    return remedies;
  }

  /** Values without a row there go, or their rows where the column cannot be empty. */
  private static Remedy cleaned(Situation situation, KeySuggestion s) {
    boolean nullable =
        situation.table(s.child()).filter(t -> t.anyNullable(s.childColumns())).isPresent();
    Orphans orphans = Orphans.of(situation, s.relation());
    String title =
        nullable
            ? "Empty the values that have no row there, and add the key"
            : "Delete the rows whose value has no row there, and add the key";
    return Remedy.run(
        title,
        new Ddl(situation.dialect()),
        List.of(
            new Change.Rows(nullable ? orphans.emptied() : orphans.deleted()),
            new Change.AddKey(
                Change.key(s.child(), s.childColumns(), s.parent(), s.parentColumns(), nullable))));
  }

  /** False where the engine or its partitions allow no foreign keys. */
  static boolean keysPossible(Situation situation, TableName table) {
    Optional<Table> found = situation.table(table);
    boolean engine =
        found
            .flatMap(Table::engine)
            .map(e -> ENGINES_WITH_KEYS.contains(e.toUpperCase(Locale.ROOT)))
            .orElse(true);
    boolean partitioned =
        situation.product().isMySqlFamily() && found.flatMap(Table::partitioning).isPresent();
    return engine && !partitioned;
  }
}
