package dev.shardwright.report.pdf;

import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets a table: widths by content, rows kept whole, the head again on every page. */
final class GridLayout {
  static final float SIZE = 8.2f;
  static final float LEADING = 11.2f;
  private static final float GAP = 10;
  private static final float PADDING = 2.6f;
  private static final float MOST_OF_ONE = 170;

  private final Pen pen;
  private final Block.Grid grid;
  private final float[] widths;

  private GridLayout(Pen pen, Block.Grid grid) {
    this.pen = pen;
    this.grid = grid;
    this.widths = widths();
  }

  static void write(Pen pen, Block.Grid grid) throws IOException {
    new GridLayout(pen, grid).write();
  }

  private void write() throws IOException {
    pen.ensure(4 * LEADING);
    head();
    for (List<Line> row : grid.rows()) {
      row(row);
    }
    pen.down(8);
  }

  private void head() throws IOException {
    List<List<List<Piece>>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      Piece title = Piece.of(grid.columns().get(i).title(), Face.STRONG, Ink.MUTED);
      cells.add(Wrapping.of(pen.fonts(), List.of(title), SIZE, widths[i]));
    }
    lines(cells);
    pen.rule(Ink.MUTED);
    pen.down(PADDING);
  }

  private void row(List<Line> row) throws IOException {
    List<List<List<Piece>>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      List<Piece> pieces = Ink.pieces(row.get(i), Face.TEXT, Ink.TEXT);
      cells.add(Wrapping.of(pen.fonts(), pieces, SIZE, widths[i]));
    }
    float height = cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PADDING;
    boolean tall = height > (Pen.BOTTOM - Pen.TOP) / 2;
    if (pen.ensure(tall ? 2 * LEADING : height)) {
      head();
    }
    lines(cells);
    pen.rule(Ink.LINE);
    pen.down(PADDING);
  }

  private void lines(List<List<List<Piece>>> cells) throws IOException {
    int most = cells.stream().mapToInt(List::size).max().orElse(1);
    for (int n = 0; n < most; n++) {
      pen.ensure(LEADING);
      float x = Pen.LEFT;
      for (int i = 0; i < widths.length; i++) {
        if (n < cells.get(i).size()) {
          cell(cells.get(i).get(n), x, i);
        }
        x += widths[i] + GAP;
      }
      pen.down(LEADING);
    }
    pen.down(PADDING);
  }

  private void cell(List<Piece> line, float x, int column) throws IOException {
    float shift =
        grid.columns().get(column).number() ? Math.max(0, widths[column] - width(line)) : 0;
    pen.line(line, x + shift, SIZE);
  }

  private float width(List<Piece> line) {
    float sum = 0;
    for (Piece piece : line) {
      sum += pen.fonts().width(piece.face(), piece.text(), SIZE);
    }
    return sum;
  }

  /** What fits is given its natural width; the others share the rest by weight. */
  private float[] widths() {
    int count = grid.columns().size();
    float[] natural = new float[count];
    for (int i = 0; i < count; i++) {
      natural[i] = pen.fonts().width(Face.STRONG, grid.columns().get(i).title(), SIZE) + 1;
      for (List<Line> row : grid.rows()) {
        float wide = width(Ink.pieces(row.get(i), Face.TEXT, Ink.TEXT)) + 7;
        natural[i] = Math.max(natural[i], wide);
      }
    }
    return shared(natural);
  }

  private float[] shared(float[] natural) {
    float room = Pen.BODY - GAP * (natural.length - 1);
    float[] widths = new float[natural.length];
    boolean[] set = new boolean[natural.length];
    boolean changed = true;
    // A column narrower than its share gives the rest to the others.
    while (changed) {
      changed = false;
      float weight = 0;
      float left = room;
      for (int i = 0; i < natural.length; i++) {
        if (set[i]) {
          left -= widths[i];
        } else {
          weight += grid.columns().get(i).weight();
        }
      }
      for (int i = 0; i < natural.length; i++) {
        float share = left * grid.columns().get(i).weight() / weight;
        boolean fits = natural[i] <= share;
        boolean stiff = grid.columns().get(i).number() && natural[i] < MOST_OF_ONE;
        if (!set[i] && (fits || stiff)) {
          widths[i] = natural[i];
          set[i] = true;
          changed = true;
          break;
        }
        if (!set[i]) {
          widths[i] = share;
        }
      }
    }
    return widths;
  }
}
