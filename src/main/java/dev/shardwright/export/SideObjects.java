package dev.shardwright.export;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.TypeDefinition;
import dev.shardwright.model.View;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views, routines, triggers, events and minor objects of one side.
 *
 * @param early routines that tables and their types call, through others too, so that they must be
 *     made first; also if they use tables of the other side, for without them no table can be made;
 *     operators, casts and the like with the routines by which they work
 * @param late views and other routines, each after those that it stands on
 * @param policies PostgreSQL: rules of row level security, which may read any table or view
 * @param leftOut objects that are in no file, or not in this one although their table is, with why
 */
record SideObjects(
    List<Object> early,
    List<Object> late,
    List<Trigger> triggers,
    List<ScheduledEvent> events,
    List<String> policies,
    List<Out> leftOut) {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+)";

  /** A policy or its comment, with the name of both. */
  private static final Pattern POLICY =
      Pattern.compile(
          "^(CREATE|COMMENT ON) POLICY (" + NAME + " ON " + NAME + "(?:\\." + NAME + ")?)");

  /**
   * An object that is not made.
   *
   * @param text its definition, to be shown as a comment
   */
  record Out(String title, String why, Optional<String> text) {}

  /** The schemas of the views and routines, sorted. */
  SortedSet<String> schemas() {
    SortedSet<String> schemas = new TreeSet<>();
    for (Object object : Stream.concat(early.stream(), late.stream()).toList()) {
      switch (object) {
        case MinorObject minor -> schemas.addAll(minor.schema().stream().toList());
        case View view -> schemas.add(view.name().schema());
        case Routine routine -> schemas.add(routine.schema());
        default -> throw new IllegalStateException("no view or routine: " + object);
      }
    }
    return schemas;
  }

  static SideObjects of(Part part) {
    Placement placement = new Placement(part.plan());
    List<Out> out = new ArrayList<>();
    Set<String> called = calledByTables(part, placement);
    List<Object> all =
        placement.ordered(part.side(), called).stream()
            .filter(object -> hasText(object, out))
            .toList();
    List<Object> early = all.stream().filter(object -> called.contains(id(object))).toList();
    List<Object> late = all.stream().filter(object -> !called.contains(id(object))).toList();
    nowhere(part, placement, called, out);
    List<Trigger> triggers = triggers(part, placement, out);
    List<ScheduledEvent> events =
        part.plan().schema().events().stream()
            .filter(e -> placement.fits(placement.uses(e), part.side()))
            .filter(e -> hasText(e, out))
            .toList();
    return new SideObjects(early, late, triggers, events, policies(part, placement, out), out);
  }

  private static String id(Object object) {
    return switch (object) {
      case Routine routine -> routine.key();
      case MinorObject minor -> minor.title();
      default -> "";
    };
  }

  /** The keys of routines, and titles of minor objects, that must be there before the tables. */
  private static Set<String> calledByTables(Part part, Placement placement) {
    List<TypeDefinition> types = PostgresTypes.needed(part);
    Set<String> called =
        Stream.concat(
                part.tables().stream().map(SideObjects::expressions),
                types.stream().map(PostgresTypes::text))
            .flatMap(text -> placement.uses(text).routines().stream())
            .collect(Collectors.toSet());
    Set<String> users =
        Stream.concat(
                part.tables().stream().map(Table::name), types.stream().map(TypeDefinition::name))
            .map(TableName::toString)
            .collect(Collectors.toSet());
    for (MinorObject minor : placement.minors().early(placement, part.side(), users)) {
      called.add(minor.title());
      placement
          .minors()
          .routines(minor)
          .forEach(routine -> {
            called.add(routine.key());
            if (Placement.checkedWhenMade(routine)) {
              called.addAll(placement.uses(routine).routines());
            }
          });
    }
    // what takes the row of a table can only follow the table
    part.plan().schema().routines().stream()
        .filter(r -> called.contains(r.key()) && !placement.headTables(r).isEmpty())
        .forEach(r -> called.remove(r.key()));
    return called;
  }

  /** All expressions of a table that may call a function, but for its policies. */
  static String expressions(Table table) {
    StringBuilder text = new StringBuilder();
    table
        .columns()
        .forEach(c -> {
          c.defaultSql().ifPresent(sql -> text.append(sql).append(";\n"));
          c.generated().ifPresent(g -> text.append(g.expression()).append(";\n"));
        });
    table.checks().forEach(c -> text.append(c.definition()).append(";\n"));
    table.indexes().forEach(i -> i.definition().ifPresent(d -> text.append(d).append(";\n")));
    table.keys().forEach(k -> k.definition().ifPresent(d -> text.append(d).append(";\n")));
    table.options().stream().filter(o -> !policy(o)).forEach(o -> text.append(o).append(";\n"));
    table
        .partitioning()
        .ifPresent(p -> {
          text.append(p.key()).append(";\n");
          p.partitions()
              .forEach(each -> {
                text.append(each.below()).append(";\n");
                each.extras().forEach(extra -> text.append(extra).append(";\n"));
              });
        });
    return text.toString();
  }

  private static boolean hasText(Object object, List<Out> out) {
    Optional<String> text =
        switch (object) {
          case View view -> view.definition();
          case Routine routine -> routine.definition();
          case ScheduledEvent event -> event.definition();
          case MinorObject minor -> Optional.of(minor.text());
          default -> Optional.empty();
        };
    if (text.isEmpty()) {
      out.add(
          new Out(
              Placement.title(object),
              "the server does not show its text; make it by hand",
              Optional.empty()));
    }
    return text.isPresent();
  }

  private static void nowhere(Part part, Placement placement, Set<String> called, List<Out> out) {
    Stream.of(
            part.plan().schema().views().stream()
                .map(v -> nowhere(placement, v, placement.uses(v))),
            part.plan().schema().routines().stream()
                .filter(r -> !called.contains(r.key()))
                .map(r -> nowhere(placement, r, placement.uses(r))),
            part.plan().schema().events().stream()
                .map(e -> nowhere(placement, e, placement.uses(e))),
            part.plan().schema().minors().stream()
                .filter(m -> !called.contains(m.title()))
                .map(m -> byHand(m).or(() -> nowhere(placement, m, placement.uses(m)))))
        .flatMap(stream -> stream)
        .flatMap(Optional::stream)
        .forEach(out::add);
  }

  private static Optional<Out> nowhere(Placement placement, Object object, Placement.Uses uses) {
    return placement.fitsNowhere(uses)
        ? Optional.of(
            new Out(
                Placement.title(object),
                "it uses tables that no longer share a database: " + placement.listed(uses),
                object instanceof MinorObject minor ? Optional.of(minor.text()) : Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Out> byHand(MinorObject object) {
    Optional<String> why =
        Optional.ofNullable(
            switch (object.kind()) {
              case EVENT_TRIGGER ->
                  "it would run with every statement of these files, so make it once they are"
                      + " loaded";
              case PUBLICATION ->
                  "what it sends was one database and is several now, so make it where somebody"
                      + " subscribes, with the tables that live there";
              case SUBSCRIPTION ->
                  "it would begin to copy rows at once, and its connection holds a password, so"
                      + " make it by hand";
              case USER_MAPPING ->
                  "its options may hold a password, so make it by hand, with OPTIONS (…)";
              default -> null;
            });
    return why.map(w -> new Out(object.title(), w, Optional.of(object.text())));
  }

  private static List<Trigger> triggers(Part part, Placement placement, List<Out> out) {
    List<Trigger> kept = new ArrayList<>();
    for (Table table : part.tables()) {
      for (Trigger trigger : table.triggers()) {
        Optional<String> why = whyNot(part, placement, trigger);
        if (why.isEmpty()) {
          kept.add(trigger);
        } else {
          out.add(new Out(Placement.title(trigger), why.get(), trigger.definition()));
        }
      }
    }
    return kept;
  }

  /** True if a table's option is a policy or the comment on one, which come at the end. */
  static boolean policy(String option) {
    return POLICY.matcher(option).lookingAt();
  }

  private static List<String> policies(Part part, Placement placement, List<Out> out) {
    List<String> kept = new ArrayList<>();
    for (Table table : part.tables()) {
      Set<String> gone = new HashSet<>();
      for (String option : table.options()) {
        Matcher policy = POLICY.matcher(option);
        if (policy.lookingAt()) {
          Placement.Uses uses = placement.uses(option);
          if (policy.group(1).equals("CREATE") && !placement.fits(uses, part.side())) {
            gone.add(policy.group(2));
            out.add(
                new Out(
                    "policy " + policy.group(2),
                    "it uses tables of the other side: " + placement.listed(uses),
                    Optional.of(option)));
          } else if (!gone.contains(policy.group(2))) {
            kept.add(option);
          }
        }
      }
    }
    return kept;
  }

  private static Optional<String> whyNot(Part part, Placement placement, Trigger trigger) {
    Placement.Uses uses = placement.uses(trigger);
    if (!placement.fits(uses, part.side())) {
      return Optional.of("it uses tables of the other side: " + placement.listed(uses));
    }
    if (trigger.definition().isEmpty()) {
      return Optional.of("the server does not show its text; make it by hand");
    }
    return part.plan().findings().stream()
        .filter(f -> f.check() == CheckCode.TRIGGER_MODIFIES_DATA)
        .filter(f -> f.table().equals(trigger.table()) && names(f, trigger))
        .filter(f -> f.severity() != Severity.INFO)
        .min(Comparator.comparing(Finding::severity))
        .map(f -> f.check() + ": " + f.message().replaceFirst("\\.$", ""));
  }

  private static boolean names(Finding finding, Trigger trigger) {
    return finding.objects().stream()
        .anyMatch(o -> o.equals(trigger.name()) || o.endsWith("." + trigger.name()));
  }
}
