package dev.shardwright.ui.notice;

import dev.shardwright.plan.Plan;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** Says so when a schema has hardly any keys, or no root was chosen: colours mean little then. */
public final class KeysNotice extends Notice {
  private final PlannerModel model;
  private final Runnable chooseRoot;
  private Optional<String> dismissed = Optional.empty();

  public KeysNotice(PlannerModel model, Runnable chooseRoot) {
    super("warning", Feather.KEY);
    this.model = model;
    this.chooseRoot = chooseRoot;
    setId("keys-notice");
    model
        .planProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(this::tell, this::silence));
  }

  private void tell(Plan plan) {
    Optional<Finding> few =
        plan.findings().stream().filter(f -> f.check() == CheckCode.FEW_KEYS).findFirst();
    if (plan.root().isEmpty()) {
      say(
          Texts.of("notice.root", plan.schema().tables().size()),
          Nodes.button(Texts.of("action.root"), chooseRoot, "small-button", "primary"));
    } else if (few.isPresent() && !few.map(Finding::message).equals(dismissed)) {
      tell(few.get());
    } else {
      silence();
    }
  }

  private void tell(Finding few) {
    say(
        few.message(),
        Nodes.button(
            Texts.of("notice.look"), () -> model.select(Selection.finding(few)), "small-button"),
        close(
            Texts.of("close"),
            () -> {
              dismissed = Optional.of(few.message());
              silence();
            }));
  }
}
