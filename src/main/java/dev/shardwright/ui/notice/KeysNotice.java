package dev.shardwright.ui.notice;

import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.RootCandidate;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Titles;
import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Says so when a schema has hardly any keys, or no root was chosen: colours mean little then. */
public final class KeysNotice extends Notice {
  private final PlannerModel model;
  private final Runnable chooseRoot;
  private final Runnable suggestions;
  private Optional<String> dismissed = Optional.empty();

  public KeysNotice(PlannerModel model, Runnable chooseRoot, Runnable suggestions) {
    super("warning", Feather.KEY);
    this.model = model;
    this.chooseRoot = chooseRoot;
    this.suggestions = suggestions;
    setId("keys-notice");
    model
        .planProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(this::tell, this::silence));
    model.advice().rootsProperty().addListener((o, was, now) -> model.plan().ifPresent(this::tell));
    model.advice().keysProperty().addListener((o, was, now) -> model.plan().ifPresent(this::tell));
  }

  private void tell(Plan plan) {
    Optional<Finding> few =
        plan.findings().stream().filter(f -> f.check() == CheckCode.FEW_KEYS).findFirst();
    if (plan.root().isEmpty()) {
      model.advice().rootsProperty().get().stream()
          .findFirst()
          .ifPresentOrElse(best -> propose(plan, best), () -> askForRoot(plan));
    } else if (few.isPresent() && !few.map(Finding::message).equals(dismissed)) {
      tell(few.get());
    } else {
      silence();
    }
  }

  private void askForRoot(Plan plan) {
    say(
        Texts.of("notice.root", plan.schema().tables().size()),
        Nodes.button(Texts.of("action.root"), chooseRoot, "small-button", "primary"));
  }

  private void propose(Plan plan, RootCandidate best) {
    String title = Titles.table(plan, best.table());
    Button take =
        Nodes.button(
            Texts.of("notice.takeRoot", title),
            () -> model.chooseRoot(best.table()),
            "small-button",
            "primary");
    take.setId("take-root");
    say(
        Texts.of("notice.rootProposed", plan.schema().tables().size(), title, best.why()),
        Nodes.button(Texts.of("notice.otherRoot"), chooseRoot, "small-button"),
        take);
  }

  private void tell(Finding few) {
    int suggested = model.advice().keysProperty().get().size();
    Button list =
        Nodes.button(
            Texts.of("notice.suggestions", suggested), suggestions, "small-button", "primary");
    list.setId("notice-suggestions");
    list.setDisable(suggested == 0);
    say(
        few.message(),
        Nodes.button(
            Texts.of("notice.look"), () -> model.select(Selection.finding(few)), "small-button"),
        list,
        close(
            Texts.of("close"),
            () -> {
              dismissed = Optional.of(few.message());
              silence();
            }));
  }
}
