package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How big a box is: the one place that knows heights of rows and widths of text. */
final class Measure {
  static final double HEADER = 28;
  static final double ROW = 19;
  static final double FOOT = 18;
  static final double BOTTOM = 5;

  /** From the left edge to the column's name, past PK or FK. */
  static final double INDENT = 34;

  static final double SIDE = 10;

  /** From the left edge to the title, past the glyph. */
  static final double TITLE = 28;

  private static final double GAP = 18;
  private static final double NULLABLE = 12;
  private static final double BUBBLE = 26;
  private static final double NARROWEST = 120;
  static final double WIDEST = 420;

  private Measure() {}

  /** The middle of a row from the box's top; row -1 is the header. Whole, as ELK's places are. */
  static double rowY(int row) {
    return row < 0 ? HEADER / 2 : HEADER + row * ROW + 10;
  }

  /** The box with its rows at the origin. */
  static Placed size(Box box, List<Row> rows, Optional<Badge> leaving, Optional<Badge> arriving) {
    double width = titleWidth(box);
    for (Row row : rows) {
      width = Math.max(width, rowWidth(row));
    }
    String words = foot(box, leaving, arriving);
    boolean foot = !words.isEmpty();
    if (foot) {
      width = Math.max(width, INDENT + SIDE + Typeface.SMALL.width(words));
    }
    width = Math.ceil(Math.clamp(width, NARROWEST, WIDEST));
    double body = rows.isEmpty() && !foot ? 0 : BOTTOM;
    double height = HEADER + rows.size() * ROW + (foot ? FOOT : 0) + body;
    return new Placed(box, rows, leaving, arriving, new Area(0, 0, width, height));
  }

  /** What the last line of a box says: columns that are not shown, partitions, lines. */
  static String foot(Box box, Optional<Badge> leaving, Optional<Badge> arriving) {
    List<String> words = new ArrayList<>();
    if (box.hidden() > 0) {
      words.add(hidden(box));
    }
    if (box.more() > 0) {
      words.add("+" + box.more() + (box.more() == 1 ? " column" : " columns"));
    }
    if (box.partitions() > 0) {
      words.add(box.partitions() + (box.partitions() == 1 ? " partition" : " partitions"));
    }
    leaving.ifPresent(badge -> words.add(badge.text()));
    arriving.ifPresent(badge -> words.add(badge.text()));
    return String.join("   ", words);
  }

  /** The first words of the last line: what brings the columns back that the reader hid. */
  static String hidden(Box box) {
    return box.hidden() + " hidden";
  }

  /** The width of the bubble around a mark and the air beside it; 0 for none. */
  static double bubble(String mark) {
    return mark.isEmpty() ? 0 : BUBBLE + 6.4 * (mark.length() - 1);
  }

  private static double titleWidth(Box box) {
    return TITLE + Typeface.HEADER.width(box.title()) + 14 + bubble(box.mark());
  }

  private static double rowWidth(Row row) {
    Typeface face = row.primary() ? Typeface.STRONG : Typeface.TEXT;
    double right = Typeface.SMALL.width(row.right());
    double arriving = row.arriving().map(b -> Typeface.SMALL.width(b.text()) + 8).orElse(0.0);
    double nullable = row.nullable() ? NULLABLE : 0;
    return INDENT + face.width(row.column()) + GAP + nullable + right + arriving + SIDE;
  }
}
