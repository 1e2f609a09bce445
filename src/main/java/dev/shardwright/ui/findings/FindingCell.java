package dev.shardwright.ui.findings;

import dev.shardwright.risk.Finding;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.SeverityGlyph;
import dev.shardwright.ui.parts.Titles;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of the findings. Its nodes are made once and filled again, as the list scrolls. */
final class FindingCell extends ListCell<FindingLine> {
  private final PlannerModel model;
  private final Consumer<FindingLine.Head> turn;
  private @Nullable HeadRow head;
  private @Nullable FindingRow row;

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
      case FindingLine.Head group -> show(filled(group), Texts.of("findings.group", words(group)));
      case FindingLine.Item(Finding finding) -> show(filled(finding), words(finding));
    }
  }

  private void show(@Nullable Node graphic, @Nullable String words) {
    setGraphic(graphic);
    setAccessibleText(words);
  }

  private HeadRow filled(FindingLine.Head group) {
    HeadRow filled = head == null ? new HeadRow(turn) : head;
    head = filled;
    filled.show(group);
    return filled;
  }

  private FindingRow filled(Finding finding) {
    FindingRow filled = row == null ? new FindingRow() : row;
    row = filled;
    model.plan().ifPresent(plan -> filled.show(plan, finding));
    return filled;
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
}
