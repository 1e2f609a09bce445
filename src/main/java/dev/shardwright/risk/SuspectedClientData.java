package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Context whose every row only one client uses: it is client data without a key to its owner
 * (guide, "Not reachable clients data").
 */
final class SuspectedClientData implements RiskCheck {
  private static final long FEW_CLIENTS = 5;
  private static final long FEW_ROWS = 20;
  private static final long MANY_ROWS = 50;

  /** Below this every table looks exclusive. */
  private static final long LEAST_ROWS = 3;

  private static final double LEAST_REFERENCES = 1.2;

  private static final Set<String> OF_USE =
      Set.of(
          "created_at",
          "updated_at",
          "created_by",
          "updated_by",
          "session_id",
          "owner",
          "owner_id");

  @Override
  public CheckCode code() {
    return CheckCode.SUSPECTED_CLIENT_DATA;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    return candidates(situation).flatMap(t -> probe(situation, t).stream()).toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<Table> candidates = candidates(situation).toList();
    for (Table table : candidates) {
      Optional<Probe> probe = probe(situation, table);
      probe
          .map(p -> situation.whyNot(p))
          .orElse(Optional.of("its users cannot be asked for in SQL"))
          .ifPresent(why -> open.add(table.name() + ": " + why));
      probe
          .flatMap(p -> situation.answer(p).map(a -> new Seen(table, p, a)))
          .filter(s -> s.suspect(situation))
          .ifPresent(s -> findings.add(finding(situation, s)));
    }
    return Open.outcome(findings, open, candidates.size());
  }

  private static Stream<Table> candidates(Situation situation) {
    return situation
        .selected(Kind.CONTEXT, Kind.UNDECIDED)
        .filter(t -> !users(situation, t).isEmpty());
  }

  private static List<Relation> users(Situation situation, Table table) {
    return situation.graph().toChildren(table.name()).stream()
        .filter(r -> situation.client(r.child()))
        .toList();
  }

  /** What was counted for one table. */
  private record Seen(Table table, Probe probe, Evidence.Answer answer) {
    long referenced() {
      return answer.number("referenced");
    }

    long exclusive() {
      return answer.number("exclusive");
    }

    long unreferenced() {
      return Math.max(0, answer.number("total_rows") - referenced());
    }

    long clients() {
      return answer.number("clients");
    }

    boolean suspect(Situation situation) {
      double share = (double) exclusive() / Math.max(1, referenced());
      double references = (double) answer.number("refs") / Math.max(1, referenced());
      boolean used = references >= LEAST_REFERENCES || referenced() >= MANY_ROWS;
      boolean oneToOne = answer.number("refs") == referenced() && unreferenced() == 0;
      return referenced() >= LEAST_ROWS
          && answer.number("owners") > 1
          && share >= Setting.EXCLUSIVE_SHARE.number(situation.decisions())
          && (used || oneToOne);
    }

    boolean little() {
      return clients() < FEW_CLIENTS || referenced() < FEW_ROWS;
    }

    /** How much more speaks for it. */
    int signs(Situation situation) {
      boolean grows = answer.number("total_rows") >= 0.2 * clients();
      boolean zombies = unreferenced() > 0;
      boolean columns =
          table.columns().stream()
              .anyMatch(c -> OF_USE.contains(c.name().toLowerCase(Locale.ROOT)));
      boolean surrogate = table.keys().stream().allMatch(k -> k.kind() == UniqueKey.Kind.PRIMARY);
      boolean below =
          situation.graph().toChildren(table.name()).stream()
              .anyMatch(r -> situation.kind(r.child()) == Kind.UNDECIDED);
      return (int) Stream.of(grows, zombies, columns, surrogate, below).filter(b -> b).count();
    }
  }

  private Finding finding(Situation situation, Seen seen) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("referenced", seen.referenced());
    figures.put("exclusive", seen.exclusive());
    figures.put("unreferenced", seen.unreferenced());
    figures.put("clients", seen.clients());
    boolean error = seen.signs(situation) >= 2 && !seen.little();
    String little =
        seen.little()
            ? "; seen in %s and %s only"
                .formatted(
                    Figures.count(seen.clients(), "client"),
                    Figures.count(seen.referenced(), "row"))
            : "";
    String message =
        "%s looks like data of single clients: %s of %s referenced rows are used by one client each, %s by none%s."
            .formatted(
                seen.table().name(),
                Figures.exact(seen.exclusive()),
                Figures.exact(seen.referenced()),
                Figures.exact(seen.unreferenced()),
                little);
    return Finding.of(
            code(), error ? Severity.ERROR : Severity.WARNING, seen.table().name(), message)
        .about(users(situation, seen.table()))
        .measured(Measured.counted(seen.probe(), figures))
        .remedies(
            situation
                .table(situation.root())
                .map(root ->
                    List.of(
                        OwnerColumn.fromUsers(
                            situation, root, seen.table(), users(situation, seen.table()))))
                .orElse(List.of()));
  }

  private Optional<Probe> probe(Situation situation, Table table) {
    Sql sql = Sql.of(situation);
    Owners owners = new Owners(situation);
    List<String> uses = new ArrayList<>();
    for (Relation r : users(situation, table)) {
      Optional<Ascent> owner = owners.of(r.child(), "t");
      boolean plain = r.childColumns().size() == 1;
      if (owner.isEmpty() || owner.get().key().size() != 1 || !plain) {
        continue;
      }
      uses.add(
          "SELECT %s AS row_key, %s AS owner_key FROM %s t%s WHERE %s"
              .formatted(
                  sql.columns("t", r.childColumns()),
                  owner.get().key().getFirst(),
                  sql.table(r.child()),
                  owner.get().joins().stream().map(j -> "\n    " + j).reduce("", String::concat),
                  sql.allSet("t", r.childColumns()) + " AND " + owner.get().present()));
    }
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Probe.of(
            code(),
            "By how many clients is each row of " + table.name() + " used?",
            """
            SELECT COUNT(*) AS referenced,
              COALESCE(SUM(CASE WHEN x.owners = 1 THEN 1 ELSE 0 END), 0) AS exclusive,
              COALESCE(SUM(x.refs), 0) AS refs,
              (SELECT COUNT(*) FROM {table}) AS total_rows,
              (SELECT COUNT(*) FROM {root}) AS clients,
              (SELECT COUNT(DISTINCT v.owner_key) FROM (
                {uses}
              ) v) AS owners
            FROM (
              SELECT u.row_key, COUNT(DISTINCT u.owner_key) AS owners, COUNT(*) AS refs
              FROM (
                {uses}
              ) u
              GROUP BY u.row_key
            ) x\
            """
                .replace("{table}", sql.table(table.name()))
                .replace("{root}", sql.table(situation.root()))
                .replace("{uses}", String.join("\n    UNION ALL\n    ", uses))));
  }
}
