package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Explains the signs of a drawing, those that occur in it; the same on screen and paper.
 *
 * @param signs in the legend's order
 */
public record Legend(List<Sign> signs) {
  private static final double ROW = 24;
  private static final double SAMPLE = 54;
  private static final double TEXT_AT = 68;

  public static final double WIDTH = 300;

  public Legend {
    signs = List.copyOf(signs);
  }

  /** The legend of some signs. */
  public static Legend of(Collection<Sign> signs) {
    return new Legend(signs.stream().sorted().toList());
  }

  /** What a printed drawing needs: nothing is selected or tried out on paper. */
  static Legend ofPaper(Drawing drawing) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    signs.addAll(Sign.in(drawing));
    signs.remove(Sign.SHEAF);
    return of(signs);
  }

  public double height() {
    return ROW * signs.size();
  }

  /** Draws the legend from the origin on, {@link #WIDTH} by its height, without a ground. */
  public void paint(Graphics2D g, Theme theme) {
    paint(g, theme, "");
  }

  /** The legend of a drawing whose marks are the numbers of a list. */
  void paintNumbered(Graphics2D g, Theme theme) {
    paint(g, theme, "2");
  }

  private void paint(Graphics2D g, Theme theme, String number) {
    Graphics2D own = (Graphics2D) g.create();
    Painter.quality(own);
    Pen pen = new Pen(Brush.exact(own, theme, Level.ROWS, 1), number);
    double y = ROW / 2;
    for (Sign sign : signs) {
      pen.sign(sign, y);
      pen.brush.text(sign.words(), Typeface.TEXT, theme.text(), TEXT_AT, y + 4.2);
      y += ROW;
    }
    own.dispose();
  }

  /**
   * Draws one of each sign.
   *
   * @param number what bubbles on lines hold; empty for a mere sign
   */
  private record Pen(Brush brush, String number) {

    void sign(Sign sign, double y) {
      Theme theme = brush.theme();
      switch (sign) {
        case CLIENT -> swatch(Look.CLIENT, y);
        case ROOT -> root(y);
        case CONTEXT -> swatch(Look.CONTEXT, y);
        case NEUTRAL -> swatch(Look.NEUTRAL, y);
        case UNDECIDED -> swatch(Look.UNDECIDED, y);
        case CONFLICT -> swatch(Look.CONFLICT, y);
        case KEY -> line(Link.Sort.DECLARED, false, false, false, y);
        case NULLABLE_KEY -> line(Link.Sort.DECLARED, false, true, false, y);
        case SINGLE -> line(Link.Sort.DECLARED, false, false, true, y);
        case VIRTUAL -> line(Link.Sort.VIRTUAL, false, false, false, y);
        case CUT -> line(Link.Sort.CUT, false, false, false, y);
        case RISK -> line(Link.Sort.DECLARED, true, false, false, y);
        case BUS -> bus(y);
        case SHEAF -> sheaf(y);
        case LEAVING -> text("→ table", theme.badge(), y);
        case ARRIVING -> text("← 12", theme.badge(), y);
        case KEY_COLUMN -> text("PK  FK", theme.muted(), y);
        case NULLABLE -> nullable(y);
        case FOUND -> dot(y);
        case COUNT -> bubble(false, y);
        case MILD_COUNT -> bubble(true, y);
        case HIDDEN -> text("3 hidden", theme.muted(), y);
        case MORE -> text("+3 columns", theme.muted(), y);
        case PARTITIONS -> text("3 partitions", theme.muted(), y);
        case FRAME -> frame(y);
        case NOTE -> note(y);
      }
    }

    private void bubble(boolean mild, double y) {
      new Bubbles(brush).before("2", SAMPLE - 1, y, 8, mild);
    }

    private void root(double y) {
      swatch(Look.CLIENT, y);
      brush.g().setColor(brush.theme().paint(Look.CLIENT).onHeader());
      Glyph.ring(brush.g(), SAMPLE / 2, y, 7.2);
    }

    private void swatch(Look look, double y) {
      Theme.Paint paint = brush.theme().paint(look);
      Edge border =
          look == Look.UNDECIDED
              ? new Edge(paint.border(), 1.2, 0.8, 5, 3.5)
              : Edge.solid(paint.border(), 1.2, 0.8);
      Area area = new Area(0, y - 9, SAMPLE, 18);
      brush.surface().card(area, 4, paint.header(), 0, paint.header(), border);
      brush.g().setColor(paint.onHeader());
      Glyph.paint(brush.g(), look, SAMPLE / 2, y, 4.4);
    }

    private void line(Link.Sort sort, boolean risk, boolean nullable, boolean single, double y) {
      wire(sort, risk, nullable, single, false, SAMPLE, y);
    }

    private void wire(
        Link.Sort sort,
        boolean risk,
        boolean nullable,
        boolean single,
        boolean bus,
        double to,
        double y) {
      TableName table = new TableName("", "");
      String numbers = risk ? number : "";
      Link link = new Link("", table, -1, table, -1, nullable, single, sort, risk, numbers, "");
      Wire wire = new Wire(List.of(link), List.of(new Point(0, y), new Point(to, y)), bus);
      new WirePainter(brush).paint(wire, false);
    }

    private void bus(double y) {
      Theme theme = brush.theme();
      Area block = new Area(SAMPLE - 18, y - 9, 18, 18);
      Edge edge = new Edge(theme.muted(), 1, 0.7, 5, 4);
      brush.surface().card(block, 4, theme.frame(), 0, theme.frame(), edge);
      wire(Link.Sort.DECLARED, false, false, false, true, block.x(), y);
    }

    private void sheaf(double y) {
      Color color = brush.theme().accent();
      brush.surface().line(List.of(new Point(0, y), new Point(SAMPLE, y)), Edge.solid(color, 3, 3));
      new WirePainter(brush).number("12", color, SAMPLE - 12, y);
    }

    private void frame(double y) {
      Theme theme = brush.theme();
      Edge edge = Edge.solid(theme.frameBorder(), 1.2, 1);
      brush
          .surface()
          .card(new Area(0, y - 9, SAMPLE, 18), 6, theme.frame(), 0, theme.frame(), edge);
      brush.text("name", Typeface.SMALL, theme.text(), 7, y + 4);
      brush.textBefore("9", Typeface.SMALL, theme.muted(), SAMPLE - 7, y + 4);
    }

    private void note(double y) {
      Color accent = brush.theme().accent();
      Area tab = new Area(0, y - 8.5, SAMPLE, 17);
      brush.surface().card(tab, 3, accent, 0, accent, Edge.solid(accent, 1, 1));
      brush.textAround("was …", Typeface.STRONG.at(11), brush.theme().canvas(), SAMPLE / 2, y + 4);
    }

    private void nullable(double y) {
      brush.g().setColor(brush.theme().muted());
      brush.g().setStroke(brush.stroke(1, 1));
      brush.g().draw(new Ellipse2D.Double(SAMPLE - 26, y - 2.5, 5, 5));
      text("int", brush.theme().muted(), y);
    }

    private void dot(double y) {
      brush.g().setColor(brush.theme().risk());
      brush.g().fill(new Ellipse2D.Double(SAMPLE - 40, y - 2.2, 4.4, 4.4));
      text("name", brush.theme().text(), y);
    }

    private void text(String words, Color color, double y) {
      brush.textBefore(words, Typeface.SMALL, color, SAMPLE, y + 4);
    }
  }
}
