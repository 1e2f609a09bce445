package dev.shardwright.ui.findings;

import dev.shardwright.risk.Severity;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SeverityGlyph;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of a group of findings: folded or not, how bad, what, how many. */
final class HeadRow extends HBox {
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
  private final SeverityGlyph worst = new SeverityGlyph(Severity.INFO);
  private final Label title = Nodes.label("", "strong");
  private final Label count = Nodes.label("", "figure");
  private final Consumer<FindingLine.Head> turn;

  HeadRow(Consumer<FindingLine.Head> turn) {
    super(8);
    this.turn = turn;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("finding-row", "finding-group");
    getChildren().addAll(arrow, worst, title, count);
  }

  void show(FindingLine.Head group) {
    arrow.setIconCode(group.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
    worst.show(group.worst());
    title.setText(group.title());
    count.setText(Texts.of("number", group.count()));
    setOnMouseClicked(click -> turn.accept(group));
  }
}
