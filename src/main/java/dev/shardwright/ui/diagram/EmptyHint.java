package dev.shardwright.ui.diagram;

import dev.shardwright.ui.Texts;
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

  /** Shows itself while nothing is drawn, and says nothing while the first drawing is made. */
  void tell(DiagramModel model) {
    DiagramModel.State state = model.stateProperty().get();
    boolean underWay =
        model.plan().isPresent() && state.failure().isEmpty() && state.of().isEmpty();
    setText(state.failure().orElseGet(() -> Texts.of(empty(model))));
    setVisible(model.drawing().empty() && !underWay);
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
