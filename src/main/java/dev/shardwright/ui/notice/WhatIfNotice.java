package dev.shardwright.ui.notice;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.WhatIf;
import dev.shardwright.ui.parts.Focus;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Segments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** What a decision would change, with the drawing before and after it; deciding or leaving it. */
public final class WhatIfNotice extends Notice {
  private final PlannerModel model;

  public WhatIfNotice(PlannerModel model) {
    super("what-if", Feather.GIT_BRANCH);
    this.model = model;
    setId("what-if");
    model
        .tryOut()
        .whatIfProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(this::tell, this::silence));
  }

  private void tell(WhatIf tried) {
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
                Texts.of("whatIf.line", tried.title(), difference(before, tried.after())),
                offered(tried, side)));
    // Looking at both sides comes before deciding, for the keyboard too.
    Focus.into(side);
  }

  /** Statements cannot be decided here: the DBA runs them, and compares with the database then. */
  private Node[] offered(WhatIf tried, Node side) {
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
    Set<TableName> tables = before.classification().marks().keySet();
    long recoloured =
        tables.stream()
            .filter(t -> after.classification().marks().containsKey(t))
            .filter(t -> before.kind(t) != after.kind(t))
            .count();
    Set<Selection.OneFinding> was = open(before);
    Set<Selection.OneFinding> is = open(after);
    Set<Selection.OneFinding> come = new HashSet<>(is);
    come.removeAll(was);
    was.removeAll(is);
    return Texts.of("whatIf.difference", recoloured, was.size(), come.size());
  }

  private static Set<Selection.OneFinding> open(Plan plan) {
    return plan.findings().stream()
        .filter((Finding f) -> f.state() == State.OPEN)
        .map(Selection::finding)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
