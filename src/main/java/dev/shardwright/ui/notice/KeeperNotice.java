package dev.shardwright.ui.notice;

import dev.shardwright.plan.Unsaved.Left;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Work of an earlier run that no file holds, or a plan that another window has open. */
public final class KeeperNotice extends Notice {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private final PlannerModel model;
  private final Runnable saveAs;

  public KeeperNotice(PlannerModel model, Runnable saveAs) {
    super("warning", Feather.SAVE);
    this.model = model;
    this.saveAs = saveAs;
    setId("keeper-notice");
    model.keeper().leftProperty().addListener((o, was, now) -> tell());
    model.keeper().busyProperty().addListener((o, was, now) -> tell());
    model.planFileProperty().addListener((o, was, now) -> tell());
  }

  private void tell() {
    List<Left> left = model.keeper().leftProperty().get();
    if (model.keeper().busyProperty().get()) {
      say(
          Texts.of("notice.busy", name()),
          Nodes.button(Texts.of("action.saveAs"), saveAs, "small-button"));
    } else if (left.isEmpty()) {
      silence();
    } else {
      offer(left.getFirst());
    }
  }

  private String name() {
    return model.planFileProperty().get().map(f -> String.valueOf(f.getFileName())).orElse("");
  }

  private void offer(Left work) {
    String about = work.planFile().map(f -> String.valueOf(f.getFileName())).orElseGet(work::about);
    Button open =
        Nodes.button(
            Texts.of("notice.restore"), () -> model.restore(work), "small-button", "primary");
    open.setId("restore");
    say(
        Texts.of("notice.unsaved", about, WHEN.format(work.when())),
        Nodes.button(
            Texts.of("notice.discard"), () -> model.keeper().discard(work), "small-button"),
        open);
  }
}
