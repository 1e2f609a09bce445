package dev.shardwright.ui.notice;

import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.Trial;
import dev.shardwright.ui.parts.Focus;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Segments;
import dev.shardwright.ui.parts.Titles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** What a decision would change, with the drawing before and after it; deciding or leaving it. */
public final class WhatIfNotice extends Notice {
  private static final int MOST_NAMED = 3;

  private final PlannerModel model;

  public WhatIfNotice(PlannerModel model) {
    super("what-if", Feather.GIT_BRANCH);
    this.model = model;
    setId("what-if");
    model
        .tryOut()
        .trialProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(this::tell, this::silence));
  }

  private void tell(Trial tried) {
    Segments<Boolean> side =
        new Segments<>(
            List.of(false, true),
            after -> Texts.of(after ? "whatIf.after" : "whatIf.before"),
            model.tryOut()::show);
    side.choose(true);
    model
        .plan()
        .ifPresent(before ->
            say(
                Texts.of(
                    "whatIf.line",
                    Titles.sentence(before, tried.title()),
                    difference(before, tried.after())),
                offered(tried, side)));
    // Looking at both sides comes before deciding, for the keyboard too.
    Focus.into(side);
  }

  /** Statements cannot be decided here: the DBA runs them, and compares with the database then. */
  private Node[] offered(Trial tried, Node side) {
    Button close = close(Texts.of("close"), model.tryOut()::end);
    if (tried.then().isEmpty()) {
      return new Node[] {side, Nodes.label(Texts.of("whatIf.statements"), "muted"), close};
    }
    Decisions then = tried.then().get();
    Button keep =
        Nodes.button(
            Texts.of("whatIf.keep"),
            () -> model.branches().keep(tried.title(), then),
            "small-button");
    keep.setId("keep-branch");
    keep.setTooltip(Nodes.tooltip(Texts.of("whatIf.keep.hint")));
    Button decide =
        Nodes.button(
            Texts.of("findings.decide"), model.tryOut()::decide, "primary", "small-button");
    decide.setId("decide-tried");
    return new Node[] {side, keep, decide, close};
  }

  /** Recoloured tables, findings that would go, findings that would come. */
  private static String difference(Plan before, Plan after) {
    PlanDiff difference = PlanDiff.of(before, after);
    return Texts.of(
        "whatIf.difference",
        difference.kinds().size(),
        difference.gone().size(),
        difference.found().size(),
        named(difference.gone()),
        named(difference.found()));
  }

  /** {@code (Self loop, Clients connected)}; of many the first. */
  private static String named(List<Finding> findings) {
    List<String> names = findings.stream().map(Titles::check).distinct().toList();
    return names.isEmpty()
        ? ""
        : " ("
            + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
            + (names.size() > MOST_NAMED ? ", …" : "")
            + ")";
  }
}
