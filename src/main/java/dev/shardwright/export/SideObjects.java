package dev.shardwright.export;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Table;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views, routines, triggers and events of one side.
 *
 * @param early routines that tables call, so that they must be made first
 * @param late views and other routines, each after those that it stands on
 * @param leftOut objects that are in no file, or not in this one although their table is, with why
 */
record SideObjects(
    List<Routine> early,
    List<Object> late,
    List<Trigger> triggers,
    List<ScheduledEvent> events,
    List<Out> leftOut) {

  /**
   * An object that is not made.
   *
   * @param text its definition, to be shown as a comment
   */
  record Out(String title, String why, Optional<String> text) {}

  static SideObjects of(Part part) {
    Placement placement = new Placement(part.plan());
    List<Out> out = new ArrayList<>();
    Set<String> calledByTables =
        part.tables().stream()
            .flatMap(table -> placement.named(expressions(table)).routines().stream())
            .collect(Collectors.toSet());
    List<Object> all =
        placement.ordered(part.side()).stream().filter(object -> hasText(object, out)).toList();
    List<Routine> early =
        all.stream()
            .filter(object -> object instanceof Routine r && calledByTables.contains(r.id()))
            .map(Routine.class::cast)
            .toList();
    nowhere(part, placement, out);
    List<Trigger> triggers = triggers(part, placement, out);
    List<ScheduledEvent> events =
        part.plan().schema().events().stream()
            .filter(e -> placement.fits(placement.uses(e), part.side()))
            .filter(e -> hasText(e, out))
            .toList();
    return new SideObjects(
        early,
        all.stream().filter(object -> !(object instanceof Routine r && early.contains(r))).toList(),
        triggers,
        events,
        out);
  }

  /** All expressions of a table that may call a function. */
  private static String expressions(Table table) {
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
    table.options().forEach(o -> text.append(o).append(";\n"));
    return text.toString();
  }

  private static boolean hasText(Object object, List<Out> out) {
    Optional<String> text =
        switch (object) {
          case View view -> view.definition();
          case Routine routine -> routine.definition();
          case ScheduledEvent event -> event.definition();
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

  private static void nowhere(Part part, Placement placement, List<Out> out) {
    Stream.of(
            part.plan().schema().views().stream()
                .map(v -> nowhere(placement, v, placement.uses(v))),
            part.plan().schema().routines().stream()
                .map(r -> nowhere(placement, r, placement.uses(r))),
            part.plan().schema().events().stream()
                .map(e -> nowhere(placement, e, placement.uses(e))))
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
                Optional.empty()))
        : Optional.empty();
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
