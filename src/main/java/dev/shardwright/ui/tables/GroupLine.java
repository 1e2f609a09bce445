package dev.shardwright.ui.tables;

import dev.shardwright.classify.Kind;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The head of a group of tables: mark, name, how many. */
final class GroupLine extends HBox {
  private final MarkGlyph mark = new MarkGlyph(Kind.CLIENT);
  private final Label title = Nodes.label("", "strong");
  private final Label count = Nodes.label("", "figures", "muted");

  GroupLine() {
    getStyleClass().add("group-row");
    getChildren().addAll(mark, title, Nodes.spacer(), count);
  }

  void show(TableRow.Group group) {
    mark.show(group.kind());
    title.setText(MarkGlyph.title(group.kind()));
    count.setText(Texts.of(group.open() ? "number" : "tables.closed", group.count()));
  }
}
