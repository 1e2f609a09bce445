package dev.shardwright.ui.diagram;

import dev.shardwright.ui.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/** Says why there is no drawing, and what brings one. */
final class EmptyHint extends Label {
  EmptyHint() {
    setId("diagram-hint");
    getStyleClass().add("diagram-hint");
    setAlignment(Pos.CENTER);
    setWrapText(true);
    setMouseTransparent(true);
  }

  /**
   * Shows itself while nothing is drawn.
   *
   * @param failure why the drawing failed, if it did
   */
  void tell(DiagramModel model, Optional<String> failure) {
    setText(failure.orElseGet(() -> Texts.of(empty(model))));
    setVisible(model.drawing().empty());
  }

  private static String empty(DiagramModel model) {
    if (model.plan().isEmpty()) {
      return "diagram.empty.noPlan";
    }
    return model.viewProperty().get().needsSubject()
        ? "diagram.empty.noSubject"
        : "diagram.empty.noTable";
  }
}
