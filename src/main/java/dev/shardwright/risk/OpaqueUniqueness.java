package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.LiteralPaths;
import dev.shardwright.classify.Ownership;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows that several nullable chains or a loop own: no single path finds them all, and without a row
 * identity nothing tells a row found twice from two equal rows (guide, "Opaque uniqueness").
 */
final class OpaqueUniqueness implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.OPAQUE_UNIQUENESS;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    return situation.selected(Kind.CLIENT).stream()
        .filter(t -> opaque(situation, t))
        .filter(t -> situation.ownership().of(t.name()) == Ownership.MULTI)
        .map(t -> probe(situation, t))
        .toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<Table> clients = situation.selected(Kind.CLIENT);
    clients.stream()
        .filter(t -> opaque(situation, t))
        .forEach(t -> findings.add(finding(situation, t)));
    if (Setting.LITERAL.on(situation.decisions())) {
      literal(situation, clients, findings);
    }
    return CheckOutcome.of(findings);
  }

  private static boolean opaque(Situation situation, Table table) {
    return switch (situation.ownership().of(table.name())) {
      // A single key to rows that are not unique is a finding of its own.
      case MULTI -> situation.ownership().ownersOf(table.name()).size() > 1;
      case RECURSIVE, INHERITS -> true;
      case ROOT, TOTAL, SINGLE, NONE -> false;
    };
  }

  private Finding finding(Situation situation, Table table) {
    Ownership status = situation.ownership().of(table.name());
    boolean identity = table.rowIdentity().isPresent();
    boolean exclusive = status == Ownership.MULTI && exclusive(situation, table);
    Severity severity = exclusive ? Severity.INFO : identity ? Severity.WARNING : Severity.BLOCKER;
    return Finding.of(code(), severity, table.name(), message(table, status, exclusive))
        .subtype(exclusive ? "EXCLUSIVE" : status.name())
        .about(situation.ownership().ownersOf(table.name()))
        .measured(measured(situation, table, status))
        .remedies(remedies(situation, table, exclusive));
  }

  private static String message(Table table, Ownership status, boolean exclusive) {
    String how =
        switch (status) {
          case RECURSIVE -> "through a loop";
          case INHERITS -> "through a parent that is not plainly owned itself";
          default ->
              exclusive ? "by exactly one of several keys" : "by any of several nullable keys";
        };
    String identity =
        table.rowIdentity().isPresent()
            ? "its key tells its rows apart, but no single path finds them all"
            : "no key tells its rows apart, so a single path loses rows and two count some twice";
    return exclusive
        ? "%s is owned %s, so the rows of its paths add up without overlap."
            .formatted(table.name(), how)
        : "%s is owned %s: %s.".formatted(table.name(), how, identity);
  }

  private static boolean exclusive(Situation situation, Table table) {
    List<Relation> owners = situation.ownership().ownersOf(table.name());
    for (Relation a : owners) {
      for (Relation b : owners) {
        Set<String> both = new HashSet<>(a.childColumns());
        both.addAll(b.childColumns());
        if (!a.equals(b) && !NullPatterns.forbids(table, both)) {
          return false;
        }
      }
    }
    return owners.size() > 1 && owners.stream().allMatch(situation::pointsAtUnique);
  }

  private Measured measured(Situation situation, Table table, Ownership status) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("status", status.word());
    figures.put("rowIdentity", table.rowIdentity().isPresent());
    if (status != Ownership.MULTI) {
      return Measured.bySchema(figures);
    }
    Probe probe = probe(situation, table);
    Optional<Evidence.Answer> answer = situation.answer(probe);
    answer.ifPresent(a -> {
      figures.put("overlap", a.number("overlap_rows"));
      figures.put("unowned", a.number("unowned_rows"));
    });
    return new Measured(figures, Optional.of(probe), answer.isPresent());
  }

  private Probe probe(Situation situation, Table table) {
    Sql sql = Sql.of(situation);
    String keys =
        String.join(
            " + ",
            situation.ownership().ownersOf(table.name()).stream()
                .map(r -> "CASE WHEN " + sql.allSet("t", r.childColumns()) + " THEN 1 ELSE 0 END")
                .toList());
    return Probe.of(
            code(),
            "How many rows of "
                + table.name()
                + " have several of the owning keys set, and how many none?",
            """
            SELECT
              COALESCE(SUM(CASE WHEN x.keys_set > 1 THEN 1 ELSE 0 END), 0) AS overlap_rows,
              COALESCE(SUM(CASE WHEN x.keys_set = 0 THEN 1 ELSE 0 END), 0) AS unowned_rows
            FROM (
              SELECT %s AS keys_set
              FROM %s
            ) x\
            """
                .formatted(keys, Sample.from(situation, table.name())))
        .sampled(Sample.of(situation, table.name()));
  }

  private void literal(Situation situation, List<Table> clients, List<Finding> findings) {
    Set<TableName> names = new HashSet<>();
    clients.forEach(t -> names.add(t.name()));
    LiteralPaths paths = LiteralPaths.of(situation.graph(), situation.root(), names);
    clients.stream()
        .filter(t -> situation.ownership().of(t.name()) == Ownership.SINGLE || opaque(situation, t))
        .filter(t -> paths.several(t.name()))
        .forEach(t ->
            findings.add(
                Finding.of(
                        code(),
                        Severity.WARNING,
                        t.name(),
                        t.name()
                            + " is reached over several nullable paths and none that is never"
                            + " NULL, as the guide counts.")
                    .subtype("LITERAL")));
  }

  private static List<Remedy> remedies(Situation situation, Table table, boolean exclusive) {
    List<Remedy> remedies = new ArrayList<>();
    situation
        .table(situation.root())
        .ifPresent(root -> remedies.add(OwnerColumn.remedy(situation, root, table)));
    if (!exclusive) {
      RowNumber.remedy(situation, table).ifPresent(remedies::add);
    }
    return remedies;
  }
}
