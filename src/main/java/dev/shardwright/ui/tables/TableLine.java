package dev.shardwright.ui.tables;

import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A table in the list: name, rows, how many open findings; only what there is gets a node. */
final class TableLine extends HBox {
  private static final PseudoClass MILD = PseudoClass.getPseudoClass("mild");

  private final Label title = Nodes.grow(Nodes.label(""));
  private final Label rows = Nodes.whole(Nodes.label("", "figure"));
  private final Label risks = Nodes.whole(Nodes.label("", "count-badge"));

  TableLine() {
    title.setMinWidth(40);
    title.setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("table-row");
    getChildren().add(title);
  }

  void show(TableRow.Entry entry) {
    title.setText(entry.title());
    rows.setText(entry.rows());
    have(rows, 1, !entry.rows().isEmpty());
    if (entry.risks() > 0) {
      risks.setText(Texts.of("number", entry.risks()));
      risks.pseudoClassStateChanged(MILD, !entry.grave());
    }
    have(risks, getChildren().contains(rows) ? 2 : 1, entry.risks() > 0);
  }

  private void have(Label part, int at, boolean wanted) {
    boolean there = getChildren().contains(part);
    if (wanted && !there) {
      getChildren().add(at, part);
    } else if (!wanted && there) {
      getChildren().remove(part);
    }
  }
}
