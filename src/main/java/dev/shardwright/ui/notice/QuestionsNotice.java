package dev.shardwright.ui.notice;

import dev.shardwright.introspect.ProbeRunner.Level;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Questions;
import dev.shardwright.ui.Running;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** On the DBA's own server: how much the plan would like to ask, and that nothing was asked yet. */
public final class QuestionsNotice extends Notice {
  private final PlannerModel model;
  private final Runnable look;
  private int dismissed;

  public QuestionsNotice(PlannerModel model, Runnable look) {
    super("questions", Feather.HELP_CIRCLE);
    this.model = model;
    this.look = look;
    setId("questions-notice");
    Questions questions = model.questions();
    questions.openProperty().addListener((o, was, now) -> tell());
    questions.sessionProperty().addListener((o, was, now) -> again());
    model.busy().addListener((ListChangeListener<Running>) change -> tell());
  }

  private void again() {
    dismissed = 0;
    tell();
  }

  private void tell() {
    Questions questions = model.questions();
    int open = questions.openProperty().get().size();
    boolean waiting =
        questions.sessionProperty().get().isPresent()
            && !questions.unbidden()
            && open > 0
            && open != dismissed
            && model.busy().isEmpty();
    if (waiting) {
      say(open, questions);
    } else {
      silence();
    }
  }

  private void say(int open, Questions questions) {
    Button all =
        Nodes.button(
            Texts.of("questions.all"), () -> questions.ask(Level.FULL), "small-button", "primary");
    all.setId("ask-all");
    say(
        Texts.of("questions.notice", open),
        Nodes.button(Texts.of("questions.look"), look, "small-button"),
        Nodes.button(Texts.of("questions.cheap"), () -> questions.ask(Level.CHEAP), "small-button"),
        all,
        close(
            Texts.of("close"),
            () -> {
              dismissed = open;
              silence();
            }));
  }
}
