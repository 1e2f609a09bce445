package dev.shardwright.ui.notice;

import dev.shardwright.ui.Failure;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SqlQuote;
import org.kordamp.ikonli.feather.Feather;

/** What went wrong: one sentence, the details to copy. */
public final class FailureNotice extends Notice {

  public FailureNotice(PlannerModel model) {
    super("failure", Feather.ALERT_OCTAGON);
    setId("failure");
    model
        .notices()
        .failureProperty()
        .addListener((o, was, now) -> now.ifPresentOrElse(f -> tell(model, f), this::silence));
  }

  private void tell(PlannerModel model, Failure failure) {
    say(
        Texts.of("failure.line", failure.doing(), failure.sentence()),
        Nodes.button(
            Texts.of("failure.copy"),
            () -> SqlQuote.copy(failure.sentence() + "\n\n" + failure.details()),
            "small-button"),
        close(Texts.of("close"), model.notices()::dismissFailure));
  }
}
