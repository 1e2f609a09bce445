package dev.shardwright.ui.bar;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.Action;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Reasons;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.Titles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place to go to, or an action to do, by its name.
 *
 * @param what the sort of thing: table, column, finding, decision, action
 * @param extra what helps to tell two apart
 */
record Jump(Sort what, String title, String extra, Runnable go) {
  private static final int MOST = 40;

  /** Sorts in the order in which equally good matches are listed. */
  enum Sort {
    TABLE,
    ACTION,
    FINDING,
    DECISION,
    COLUMN
  }

  /** Everything one can jump to in the plan at hand. */
  static List<Jump> all(PlannerModel model, List<Action> actions) {
    List<Jump> jumps = new ArrayList<>();
    model.plan().ifPresent(plan -> addPlan(jumps, model, plan));
    model.plan().ifPresent(plan -> addDecisions(jumps, model, plan, actions));
    actions.forEach(a -> jumps.add(new Jump(Sort.ACTION, a.title(), a.keys(), a::perform)));
    return jumps;
  }

  /** The entries whose words start with, or at least hold, what was typed; best first. */
  static List<Jump> matches(List<Jump> all, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return first(all.stream().filter(j -> j.what == Sort.TABLE || j.what == Sort.ACTION));
    }
    return first(
        all.stream()
            .filter(j -> j.distance(wanted) < Integer.MAX_VALUE)
            .sorted(
                Comparator.comparingInt((Jump j) -> j.distance(wanted))
                    .thenComparing(Jump::what)
                    .thenComparing(Jump::title)));
  }

  private static List<Jump> first(Stream<Jump> jumps) {
    return jumps.limit(MOST).toList();
  }

  /** 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 somewhere in it. */
  private int distance(String wanted) {
    String name = Legible.undirected(title).toLowerCase(Locale.ROOT);
    if (name.equals(wanted)) {
      return 0;
    }
    int at = name.indexOf(wanted);
    if (at <= 0) {
      return at < 0 ? Integer.MAX_VALUE : 1;
    }
    return Character.isLetterOrDigit(name.charAt(at - 1)) ? 3 : 2;
  }

  private static void addPlan(List<Jump> jumps, PlannerModel model, Plan plan) {
    for (Table table : plan.schema().tables()) {
      String title = Titles.table(plan, table.name());
      Runnable go = () -> model.select(Selection.table(table.name()));
      String kind = Texts.of("kind." + plan.kind(table.name()).word());
      jumps.add(new Jump(Sort.TABLE, title, kind, go));
      for (Column column : table.columns()) {
        jumps.add(new Jump(Sort.COLUMN, title + "." + column.name(), column.type().sql(), go));
      }
    }
    for (Finding finding : plan.findings()) {
      jumps.add(
          new Jump(
              Sort.FINDING,
              Titles.check(finding) + " · " + Titles.table(plan, finding.table()),
              Titles.sentence(plan, finding.message()),
              () -> model.select(Selection.finding(finding))));
    }
  }

  /** A decision leads to what it is about; one about nothing in the schema leads to the history. */
  private static void addDecisions(
      List<Jump> jumps, PlannerModel model, Plan plan, List<Action> actions) {
    Optional<Action> history = actions.stream().filter(a -> a.key().equals("history")).findFirst();
    for (Decision decision : plan.decisions().all()) {
      Optional<Runnable> go =
          Reasons.place(plan, decision).<Runnable>map(place -> () -> model.select(place));
      String note =
          Stream.of(decision.when(), decision.why())
              .flatMap(Optional::stream)
              .collect(Collectors.joining(" · "));
      go.or(() -> history.map(a -> a::perform))
          .ifPresent(run ->
              jumps.add(new Jump(Sort.DECISION, Titles.decision(plan, decision), note, run)));
    }
  }
}
