package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys of the root to itself or to a client table: one client points at another's rows. */
final class DirectConnection implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.DIRECT_CONNECTION;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    return connections(situation).stream()
        .flatMap(r -> connection(situation, r).stream())
        .flatMap(c -> Stream.of(c.counting(), c.sampling()))
        .toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    Optional<String> open = Optional.empty();
    for (Relation r : connections(situation)) {
      Optional<Connection> probes = connection(situation, r);
      findings.add(finding(situation, r, probes));
      if (!r.selfLoop()) {
        open =
            open.or(() ->
                probes
                    .map(p -> situation.whyNot(p.counting()))
                    .orElse(Optional.of("its owner cannot be asked for in SQL")));
      }
    }
    return open.<CheckOutcome>map(why -> new CheckOutcome.Unknown(why, findings))
        .orElseGet(() -> CheckOutcome.of(findings));
  }

  private static List<Relation> connections(Situation situation) {
    return situation.graph().toParents(situation.root()).stream()
        .filter(r -> situation.client(r.parent()))
        .filter(r -> r.selfLoop() || !provenOwn(situation, r))
        .toList();
  }

  /** The key back to the root is the row's own if the relation carries the root's key. */
  private static boolean provenOwn(Situation situation, Relation r) {
    return situation
        .table(situation.root())
        .flatMap(Table::rowIdentity)
        .map(UniqueKey::columns)
        .filter(key -> situation.anchors().proves(r, r.child(), key, key))
        .isPresent();
  }

  private Optional<Connection> connection(Situation situation, Relation r) {
    Owners owners = new Owners(situation);
    Optional<Ascent> own = owners.of(situation.root(), "t");
    Optional<Ascent> reached = owners.over(r, "t");
    return own.flatMap(
        o -> reached.map(p -> Connection.of(situation, code(), r.child(), List.of(o, p))));
  }

  private Finding finding(Situation situation, Relation r, Optional<Connection> probes) {
    Optional<Connection.Counted> counted = probes.flatMap(p -> p.counted(situation));
    Measured measured = probes.map(p -> p.measured(situation)).orElse(Measured.BY_SCHEMA);
    boolean blocks = r.selfLoop() || counted.filter(c -> c.violating() > 0).isPresent();
    return Finding.of(
            code(),
            blocks ? Severity.BLOCKER : Severity.WARNING,
            r.child(),
            message(situation, r, counted))
        .subtype(r.selfLoop() ? "SELF" : "BACK_TO_ROOT")
        .about(List.of(r))
        .columns(r.childColumns())
        .measured(measured)
        .remedies(remedies(situation, r, probes.filter(p -> blocks)));
  }

  private static List<Remedy> remedies(
      Situation situation, Relation r, Optional<Connection> broken) {
    List<Remedy> remedies = new ArrayList<>();
    remedies.add(
        new Ddl(situation.dialect())
            .cut(r, "Cut the key: the column stays a plain id, matched in software"));
    if (!r.selfLoop() && broken.isPresent()) {
      situation
          .table(r.child())
          .ifPresent(t -> remedies.addAll(Repair.remedies(situation, t, List.of(r), broken.get())));
    }
    return remedies;
  }

  private static String message(
      Situation situation, Relation r, Optional<Connection.Counted> counted) {
    String columns = String.join(", ", r.childColumns());
    String count = counted.map(c -> c.words("with a value ")).orElse("rows were not counted");
    return r.selfLoop()
        ? "%s points at itself by %s, so one client may point at another (%s)."
            .formatted(r.child(), columns, count)
        : "%s of %s leads to %s, which may belong to another client (%s)."
            .formatted(columns, situation.root(), r.parent(), count);
  }
}
