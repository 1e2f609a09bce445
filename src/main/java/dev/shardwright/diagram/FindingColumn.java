package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sets the list of findings in columns, each finding with the number of its mark. */
final class FindingColumn {
  static final double WIDTH = Legend.WIDTH;

  private static final double LINE = 14.5;
  private static final double HEADING = 22;
  private static final double BETWEEN = 5;
  private static final double TEXT_AT = 58;

  private final List<Block> blocks = new ArrayList<>();

  /**
   * A finding as it is set.
   *
   * @param table the table's title
   * @param first true if it is the table's first: its title stands above
   */
  private record Block(String table, boolean first, FindingList.Entry entry, List<String> lines) {
    /** A column that begins amid a table's findings names the table once more. */
    boolean headed(boolean top) {
      return first || top;
    }

    double height(boolean top) {
      return (headed(top) ? HEADING : 0) + lines.size() * LINE + BETWEEN;
    }
  }

  FindingColumn(FindingList findings, Function<TableName, String> titles) {
    String before = "";
    for (FindingList.Entry entry : findings.entries()) {
      String title = titles.apply(entry.finding().table());
      List<String> lines =
          Paragraph.lines(entry.finding().message(), Typeface.SMALL, WIDTH - TEXT_AT);
      blocks.add(new Block(title, !title.equals(before), entry, lines));
      before = title;
    }
  }

  int size() {
    return blocks.size();
  }

  /** How far a column of a height reaches that begins at a finding: the first that is not in it. */
  int end(int from, double height) {
    double left = height;
    int end = from;
    while (end < blocks.size() && blocks.get(end).height(end == from) <= left) {
      left -= blocks.get(end).height(end == from);
      end++;
    }
    return end;
  }

  /** Draws some findings from the origin down. */
  void paint(Ink ink, int from, int to) {
    double y = 0;
    for (int i = from; i < to; i++) {
      Block block = blocks.get(i);
      if (block.headed(i == from)) {
        String name = block.first() ? block.table() : block.table() + ", continued";
        String heading = Typeface.STRONG.fitted(name, WIDTH);
        ink.text(heading, Typeface.STRONG, ink.theme().text(), 0, y + 14);
        y += HEADING;
      }
      number(ink, block.entry(), y + LINE / 2);
      ink.g().setColor(ink.theme().risk());
      Glyph.severity(ink.g(), block.entry().finding().severity(), 46, y + LINE / 2, 4);
      for (String line : block.lines()) {
        ink.text(line, Typeface.SMALL, ink.theme().text(), TEXT_AT, y + 11);
        y += LINE;
      }
      y += BETWEEN;
    }
  }

  /** The number looks as it does on the drawing. */
  private static void number(Ink ink, FindingList.Entry entry, double y) {
    String number = Integer.toString(entry.number());
    boolean mild = !entry.finding().severity().grave();
    Theme theme = ink.theme();
    double width = Math.max(15, Typeface.GUTTER.width(number) + 8);
    Shape bubble = new RoundRectangle2D.Double(36 - width, y - 7, width, 14, 14, 14);
    ink.g().setColor(theme.bubble(mild));
    ink.g().fill(bubble);
    if (mild) {
      ink.g().setColor(theme.text());
      ink.g().setStroke(new BasicStroke(0.8f));
      ink.g().draw(bubble);
    }
    ink.textAround(number, Typeface.GUTTER, theme.onBubble(mild), 36 - width / 2, y + 3.3);
  }
}
