package dev.shardwright.ui.findings;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Titles;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A finding in one line: how bad, what, where, the sentence with its number, how it stands. */
final class FindingRow extends HBox {
  private static final double CHECK_WIDTH = 184;
  private static final double TABLE_WIDTH = 148;
  private static final double FIGURE_WIDTH = 88;
  private static final double STATE_WIDTH = 72;
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final SeverityGlyph glyph = new SeverityGlyph(Severity.INFO);
  private final Label check = wide(Nodes.paragraph("", "strong"), CHECK_WIDTH);
  private final Label table = wide(Nodes.label("", "mono"), TABLE_WIDTH);
  private final Tooltip tableHint = Nodes.tooltip("");
  private final Label sentence = Nodes.grow(Nodes.paragraph(""));
  private final Label figure = wide(Nodes.label("", "figures"), FIGURE_WIDTH);
  private final Label standing = wide(Nodes.label("", "standing"), STATE_WIDTH);

  FindingRow() {
    table.setTooltip(tableHint);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setMinWidth(120);
    figure.setAlignment(Pos.TOP_RIGHT);
    standing.setPadding(new Insets(0, 0, 0, 16));
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("finding-row");
    getChildren().addAll(placed(glyph), check, table, sentence, figure, standing);
  }

  void show(Plan plan, Finding finding) {
    glyph.show(finding.severity());
    check.setText(Titles.check(finding));
    table.setText(Titles.table(plan, finding.table()));
    tableHint.setText(finding.table().toString());
    sentence.setText(Titles.sentence(plan, finding.message()));
    figure.setText(FindingFigure.of(finding));
    standing.setText(Texts.of("state." + finding.state().name().toLowerCase(Locale.ROOT)));
    standing.pseudoClassStateChanged(OPEN, finding.state() == State.OPEN);
  }

  private static StackPane placed(SeverityGlyph glyph) {
    StackPane place = new StackPane(glyph);
    place.setAlignment(Pos.TOP_LEFT);
    place.setPadding(new Insets(3, 0, 0, 0));
    place.setMinWidth(28);
    return place;
  }

  private static Label wide(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    label.setPadding(new Insets(0, 12, 0, 0));
    return label;
  }
}
