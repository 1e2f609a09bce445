package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A client table with several keys to client tables that no proof ties to one owner: one row may
 * belong to two clients (guide, "Nested connection" and "Accidental connection", which have the
 * same graph; only data tells them apart).
 */
final class ClientConnection implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.CLIENT_CONNECTION;
  }

  @Override
  public List<Probe> probes(Situation situation) {
    PlainOwners plain = PlainOwners.of(situation);
    return tables(situation)
        .flatMap(t -> classes(situation, t).stream())
        .flatMap(c -> connection(situation, plain, c).stream())
        .flatMap(c -> Stream.of(c.counting(), c.sampling()))
        .toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<String> open = new ArrayList<>();
    PlainOwners plain = PlainOwners.of(situation);
    tables(situation)
        .flatMap(t -> classes(situation, t).stream())
        .forEach(c -> {
          Optional<Connection> asked = connection(situation, plain, c);
          findings.add(finding(situation, c, asked));
          asked
              .map(a -> situation.whyNot(a.counting()))
              .orElse(Optional.of("an owner cannot be asked for in SQL"))
              .ifPresent(why -> open.add(c.table().name() + ": " + why));
        });
    return Open.outcome(findings, open, findings.size());
  }

  /** The classes of one table's keys that may lead to different clients. */
  private record Classes(Table table, List<List<Relation>> classes) {
    List<Relation> all() {
      return classes.stream().flatMap(List::stream).toList();
    }

    List<Relation> representatives() {
      return classes.stream().map(List::getFirst).toList();
    }
  }

  private static Stream<Table> tables(Situation situation) {
    return situation.selected(Kind.CLIENT).stream().filter(t -> !t.name().equals(situation.root()));
  }

  private static Optional<Classes> classes(Situation situation, Table table) {
    List<Relation> keys = situation.clientParents(table.name());
    if (keys.size() < 2) {
      return Optional.empty();
    }
    List<List<Relation>> classes = situation.anchors().classes(table.name(), keys);
    List<List<Relation>> meeting =
        classes.stream().filter(c -> meetsAnother(table, c, classes)).toList();
    return meeting.size() < 2 ? Optional.empty() : Optional.of(new Classes(table, meeting));
  }

  /** Keys of which a CHECK allows only one at a time never meet in a row. */
  private static boolean meetsAnother(
      Table table, List<Relation> one, List<List<Relation>> classes) {
    return classes.stream()
        .filter(other -> !other.equals(one))
        .anyMatch(other -> !NullPatterns.forbids(table, columns(one, other)));
  }

  private static Set<String> columns(List<Relation> one, List<Relation> other) {
    Set<String> columns = new HashSet<>(one.getFirst().childColumns());
    columns.addAll(other.getFirst().childColumns());
    return columns;
  }

  private Optional<Connection> connection(Situation situation, PlainOwners plain, Classes classes) {
    TableName table = classes.table().name();
    List<Relation> keys = classes.representatives();
    if (keys.stream().allMatch(r -> !plain.rootKey().isEmpty() && plain.plain(r))) {
      return Optional.of(
          Connection.of(
              situation, code(), table, () -> owners(situation, plain, keys).orElseThrow()));
    }
    return owners(situation, plain, keys)
        .map(found -> Connection.of(situation, code(), table, found));
  }

  private static Optional<List<Ascent>> owners(
      Situation situation, PlainOwners plain, List<Relation> keys) {
    Owners owners = new Owners(situation, plain);
    List<Ascent> found = new ArrayList<>();
    for (Relation r : keys) {
      Optional<Ascent> owner = owners.over(r, "t");
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      found.add(owner.get());
    }
    return Optional.of(found);
  }

  private Finding finding(Situation situation, Classes classes, Optional<Connection> asked) {
    Optional<Connection.Counted> counted = asked.flatMap(a -> a.counted(situation));
    boolean blocks = counted.filter(c -> c.violating() > 0).isPresent();
    String subtype = subtype(situation, classes, counted);
    return Finding.of(
            code(),
            blocks ? Severity.BLOCKER : Severity.WARNING,
            classes.table().name(),
            message(classes, subtype, counted))
        .subtype(subtype)
        .about(classes.all())
        .columns(classes.all().stream().flatMap(r -> r.childColumns().stream()).distinct().toList())
        .measured(asked.map(a -> a.measured(situation)).orElse(Measured.BY_SCHEMA))
        .remedies(remedies(situation, classes, asked.filter(a -> blocks)))
        .urgency(urgency(situation, classes, subtype));
  }

  /**
   * Several owners to choose from, and branches that meet below the root without the owner's own
   * key, are rare and real. That key beside a key to one of the owner's rows is what sound schemas
   * are full of.
   */
  private static Urgency urgency(Situation situation, Classes classes, String subtype) {
    boolean owned =
        classes.representatives().stream().anyMatch(r -> r.parent().equals(situation.root()));
    return switch (subtype) {
      case "CONTESTED", "LINK_TABLE" -> Urgency.HIGH;
      case "UNPROVEN" -> owned ? Urgency.LOW : Urgency.HIGH;
      case "ACCIDENTAL_POSSIBLE" -> Urgency.LOW;
      default -> Urgency.NORMAL;
    };
  }

  private static String subtype(
      Situation situation, Classes classes, Optional<Connection.Counted> counted) {
    List<Relation> toRoot =
        classes.all().stream()
            .filter(r -> r.parent().equals(situation.root()) && !r.nullable())
            .toList();
    boolean decided =
        situation
            .decisions()
            .of(Decision.Owner.class)
            .anyMatch(o -> o.table().equals(classes.table().name()));
    if (toRoot.size() > 1 && linkTable(classes.table(), toRoot)) {
      return "LINK_TABLE";
    }
    if (toRoot.size() > 1 && !decided) {
      return "CONTESTED";
    }
    return counted.map(c -> byShare(situation, c)).orElse("UNPROVEN");
  }

  private static String byShare(Situation situation, Connection.Counted counted) {
    double share = (double) counted.violating() / Math.max(1, counted.checked());
    if (counted.violating() == 0) {
      return counted.sample() ? "UNPROVEN" : "ACCIDENTAL_POSSIBLE";
    }
    if (counted.violating() == 1
        || (enough(situation, counted)
            && share <= Setting.ACCIDENTAL_SHARE.number(situation.decisions()))) {
      return "ACCIDENTAL";
    }
    return enough(situation, counted) && share > Setting.NESTED_SHARE.number(situation.decisions())
        ? "NESTED"
        : "UNCLEAR";
  }

  private static boolean enough(Situation situation, Connection.Counted counted) {
    return counted.checked() >= Setting.MIN_CHECKED_ROWS.number(situation.decisions());
  }

  /** Little more than its keys to the root: at most one column beyond them, its id and times. */
  private static boolean linkTable(Table table, List<Relation> toRoot) {
    Set<String> keys = new HashSet<>();
    toRoot.forEach(r -> keys.addAll(r.childColumns()));
    table.primaryKey().map(UniqueKey::columns).ifPresent(keys::addAll);
    long more =
        table.columns().stream()
            .filter(c -> !keys.contains(c.name()))
            .filter(c -> c.type().family() != TypeFamily.TEMPORAL)
            .map(Column::name)
            .count();
    return more <= 1;
  }

  private static String message(
      Classes classes, String subtype, Optional<Connection.Counted> counted) {
    String keys =
        String.join(
            " and ",
            classes.representatives().stream()
                .map(r -> String.join("+", r.childColumns()))
                .toList());
    String count =
        counted
            .map(c ->
                c.violating() == 0
                    ? (c.sample() ? "none of %s of a sample does" : "none of %s does today")
                        .formatted(Figures.count(c.checked(), "row"))
                    : c.words(""))
            .orElse("rows were not counted");
    String what =
        switch (subtype) {
          case "LINK_TABLE" -> "%s links clients: %s may lead to different ones (%s).";
          case "CONTESTED" ->
              "%s has several owners to choose from: %s may lead to different clients (%s).";
          default -> "%s may belong to several clients: %s may lead to different ones (%s).";
        };
    return what.formatted(classes.table().name(), keys, count);
  }

  /** Rows that break it can be mended only where they were counted. */
  private static List<Remedy> remedies(
      Situation situation, Classes classes, Optional<Connection> broken) {
    List<Remedy> remedies = new ArrayList<>();
    CompositeKey.of(situation, classes.table(), classes.representatives(), broken.isPresent())
        .ifPresent(remedies::add);
    broken.ifPresent(b ->
        remedies.addAll(Repair.remedies(situation, classes.table(), classes.representatives(), b)));
    Ddl ddl = new Ddl(situation.dialect());
    for (Relation r : classes.representatives()) {
      remedies.add(ddl.cut(r, "Cut the key over " + String.join(", ", r.childColumns())));
    }
    classes.representatives().stream()
        .filter(r -> r.parent().equals(situation.root()))
        .filter(r ->
            classes.representatives().stream().filter(o -> o.parent().equals(r.parent())).count()
                > 1)
        .forEach(r ->
            remedies.add(
                Remedy.decide(
                    "The row lives with " + String.join(", ", r.childColumns()),
                    new Decision.Owner(r.child(), r.id(), Optional.empty()))));
    return remedies;
  }
}
