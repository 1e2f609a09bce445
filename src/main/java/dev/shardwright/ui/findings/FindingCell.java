package dev.shardwright.ui.findings;

import dev.shardwright.classify.Decision.FindingState.State;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Titles;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A finding in one line: how bad, what, where, the sentence with its number, how it stands. */
final class FindingCell extends ListCell<FindingLine> {
  private static final double CHECK_WIDTH = 184;
  private static final double TABLE_WIDTH = 148;
  private static final double FIGURE_WIDTH = 88;
  private static final double STATE_WIDTH = 72;

  private final PlannerModel model;
  private final Consumer<FindingLine.Head> turn;

  FindingCell(PlannerModel model, Consumer<FindingLine.Head> turn) {
    this.model = model;
    this.turn = turn;
    setPrefWidth(0); // sentences wrap within the list
  }

  @Override
  protected void updateItem(@Nullable FindingLine line, boolean empty) {
    super.updateItem(line, empty);
    switch (empty ? null : line) {
      case null -> show(null, null);
      case FindingLine.Head head -> show(group(head), Texts.of("findings.group", words(head)));
      case FindingLine.Item(Finding finding) -> show(line(finding), words(finding));
    }
  }

  private void show(@Nullable Node graphic, @Nullable String words) {
    setGraphic(graphic);
    setAccessibleText(words);
  }

  private static String words(FindingLine.Head head) {
    return head.title() + ", " + head.count();
  }

  private static String words(Finding finding) {
    return SeverityGlyph.title(finding.severity())
        + ", "
        + Titles.check(finding)
        + ", "
        + finding.table()
        + ", "
        + finding.message();
  }

  private HBox group(FindingLine.Head head) {
    HBox row =
        new HBox(
            8,
            new FontIcon(head.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN),
            new SeverityGlyph(head.worst()),
            Nodes.label(head.title(), "strong"),
            Nodes.label(Texts.of("number", head.count()), "figure"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("finding-row", "finding-group");
    row.setOnMouseClicked(click -> turn.accept(head));
    return row;
  }

  private HBox line(Finding finding) {
    String table = model.plan().map(p -> Titles.table(p, finding.table())).orElse("");
    Label check = wide(Nodes.paragraph(Titles.check(finding), "strong"), CHECK_WIDTH);
    Label where = wide(Nodes.label(table, "mono"), TABLE_WIDTH);
    where.setTooltip(Nodes.tooltip(finding.table().toString()));
    Label sentence = Nodes.paragraph(finding.message());
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setMinWidth(120);
    Label figure = wide(Nodes.label(FindingFigure.of(finding), "figures"), FIGURE_WIDTH);
    figure.setAlignment(Pos.TOP_RIGHT);
    String state = Texts.of("state." + finding.state().name().toLowerCase(Locale.ROOT));
    Label standing =
        wide(Nodes.label(state, finding.state() == State.OPEN ? "muted" : "faint"), STATE_WIDTH);
    standing.setPadding(new Insets(0, 0, 0, 16));
    HBox line = new HBox(glyph(finding), check, where, Nodes.grow(sentence), figure, standing);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("finding-row");
    return line;
  }

  private static StackPane glyph(Finding finding) {
    StackPane glyph = new StackPane(new SeverityGlyph(finding.severity()));
    glyph.setAlignment(Pos.TOP_LEFT);
    glyph.setPadding(new Insets(3, 0, 0, 0));
    glyph.setMinWidth(28);
    return glyph;
  }

  private static Label wide(Label label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    label.setPadding(new Insets(0, 12, 0, 0));
    return label;
  }
}
