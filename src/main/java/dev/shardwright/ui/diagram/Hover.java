package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** What is shown of the table under the pointer: a frame around it and the words beside. */
final class Hover {
  private final Node owner;
  private final Supplier<Drawing> drawing;
  private final Supplier<Optional<Plan>> plan;
  private final Supplier<Viewport> viewport;
  private final Rectangle frame = new Rectangle();
  private final Tooltip tooltip = new Tooltip();
  private Optional<TableName> outlined = Optional.empty();

  Hover(
      Node owner,
      Supplier<Drawing> drawing,
      Supplier<Optional<Plan>> plan,
      Supplier<Viewport> viewport) {
    this.owner = owner;
    this.drawing = drawing;
    this.plan = plan;
    this.viewport = viewport;
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    frame.setVisible(false);
    frame.getStyleClass().add("hover-outline");
    tooltip.setShowDelay(Duration.millis(450));
    tooltip.setShowDuration(Duration.minutes(2));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(460);
  }

  Rectangle frame() {
    return frame;
  }

  /** The view moved. */
  void follow() {
    outline(outlined);
  }

  void at(double px, double py) {
    Viewport v = viewport.get();
    outline(drawing.get().boxAt(v.toDrawingX(px), v.toDrawingY(py)).map(Placed::table));
    Optional<String> words =
        Hints.at(drawing.get(), plan.get(), v.toDrawingX(px), v.toDrawingY(py), v.scale());
    if (words.isEmpty()) {
      tooltip.hide();
      Tooltip.uninstall(owner, tooltip);
    } else if (!words.get().equals(tooltip.getText())) {
      tooltip.setText(words.get());
      Tooltip.install(owner, tooltip);
    }
  }

  void leave() {
    tooltip.hide();
    Tooltip.uninstall(owner, tooltip);
    tooltip.setText("");
    outline(Optional.empty());
  }

  /** A frame around the table under the pointer or with the keyboard; not worth a new picture. */
  void outline(Optional<TableName> table) {
    outlined = table;
    Viewport v = viewport.get();
    Optional<Area> area = table.flatMap(drawing.get()::box).map(Placed::area);
    frame.setVisible(area.isPresent());
    area.ifPresent(a -> {
      frame.setX(Math.rint(v.toViewX(a.x())) + 0.5);
      frame.setY(Math.rint(v.toViewY(a.y())) + 0.5);
      frame.setWidth(Math.rint(a.width() * v.scale()) - 1);
      frame.setHeight(Math.rint(a.height() * v.scale()) - 1);
      frame.setArcWidth(8 * v.scale());
      frame.setArcHeight(8 * v.scale());
    });
  }
}
