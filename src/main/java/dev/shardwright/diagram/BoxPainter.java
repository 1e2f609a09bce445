package dev.shardwright.diagram;

import dev.shardwright.risk.Severity;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws tables: mark, name, findings, columns. */
final class BoxPainter {
  private static final double RADIUS = 4;
  private static final double NAME_PX = 11;
  private static final double LARGEST_NAME = 2;
  private static final double HATCH = 9;

  private final Brush brush;
  private final Graphics2D g;
  private final Theme theme;

  BoxPainter(Brush brush) {
    this.brush = brush;
    this.g = brush.g();
    this.theme = brush.theme();
  }

  void paint(Placed box) {
    if (brush.level() == Level.BOXES) {
      blot(box);
      return;
    }
    Theme.Paint paint = theme.paint(box.box().look());
    double header = headerHeight(box);
    body(box, paint, header);
    header(box, paint, header);
    if (brush.level() == Level.ROWS) {
      rows(box);
    }
    g.setColor(paint.border());
    g.setStroke(border(box.box().look(), 1.2));
    g.draw(outline(box, 0));
  }

  /** A border around what is selected, with a little air. */
  void selected(Placed box) {
    g.setColor(theme.accent());
    double air = Math.max(3.5, 2.5 / brush.scale());
    g.setStroke(brush.stroke(2, 2));
    g.draw(outline(box, air));
  }

  private void blot(Placed box) {
    Theme.Paint paint = theme.paint(box.box().look());
    Rectangle2D shape =
        rectangle(box.area().x(), box.area().y(), box.area().width(), box.area().height());
    g.setColor(paint.header());
    g.fill(shape);
    g.setColor(paint.border());
    g.setStroke(border(box.box().look(), 1));
    g.draw(shape);
    if (box.box().worst().filter(w -> w.compareTo(Severity.ERROR) <= 0).isPresent()) {
      double radius = Math.min(2.6 / brush.scale(), box.area().height() / 3);
      g.setColor(theme.risk());
      g.fill(
          new Ellipse2D.Double(
              box.area().right() - 1.4 * radius,
              box.area().y() - 0.6 * radius,
              2 * radius,
              2 * radius));
    }
  }

  private void body(Placed box, Theme.Paint paint, double header) {
    g.setColor(paint.fill());
    g.fill(outline(box, 0));
    if (box.box().look() == Look.CONFLICT) {
      hatch(box, paint.border(), header);
    }
  }

  private void header(Placed box, Theme.Paint paint, double height) {
    Area a = box.area();
    Shape top = top(a.x(), a.y(), a.width(), height, height >= a.height() - 1);
    g.setColor(paint.header());
    g.fill(top);
    double size = height / Measure.HEADER;
    double middle = a.y() + height / 2;
    double glyph = a.x() + 15 * size;
    g.setColor(paint.onHeader());
    Glyph.paint(g, box.box().look(), glyph, middle, 4.4 * size);
    if (box.box().root()) {
      Glyph.ring(g, glyph, middle, 7.2 * size);
    }
    Typeface face = size > 1 ? Typeface.HEADER.at((float) (13 * size)) : Typeface.HEADER;
    String mark = box.box().mark();
    double bubble = Math.max(8, Measure.bubble(mark) * size);
    double room = a.width() - Measure.TITLE * size - bubble;
    String title = face.fitted(box.box().title(), room);
    brush.text(title, face, paint.onHeader(), a.x() + Measure.TITLE * size, middle + 4.7 * size);
    if (!mark.isEmpty()) {
      bubble(mark, a.right() - 7 * size, middle, 8 * size);
    }
    if (box.box().look() == Look.UNDECIDED && height < a.height() - 1) {
      g.setColor(paint.border());
      g.setStroke(border(Look.UNDECIDED, 1));
      g.draw(new Line2D.Double(a.x(), a.y() + height, a.right(), a.y() + height));
    }
  }

  /** Where rows are too small to be read, the name takes their room. */
  private double headerHeight(Placed box) {
    double height = Math.min(Measure.HEADER, box.area().height());
    if (brush.level() == Level.ROWS) {
      return height;
    }
    double wanted = Math.min(LARGEST_NAME, NAME_PX / 13 / brush.scale());
    double natural =
        Measure.TITLE
            + Typeface.HEADER.width(box.box().title())
            + Math.max(8, Measure.bubble(box.box().mark()));
    double widest = box.area().width() / natural;
    double tallest = box.area().height() / Measure.HEADER;
    return Measure.HEADER * Math.clamp(Math.min(wanted, widest), 1, Math.max(1, tallest));
  }

  /** A mark in a bubble that ends at x. */
  void bubble(String mark, double x, double y, double radius) {
    Typeface face = Typeface.STRONG.at((float) (radius * 1.3));
    double width = Math.max(2 * radius, face.width(mark) + radius);
    g.setColor(theme.risk());
    g.fill(
        new RoundRectangle2D.Double(
            x - width, y - radius, width, 2 * radius, 2 * radius, 2 * radius));
    brush.textAround(mark, face, theme.onRisk(), x - width / 2, y + radius * 0.48);
  }

  private void rows(Placed box) {
    Area a = box.area();
    double y = a.y() + Measure.HEADER + 1;
    for (Row row : box.rows()) {
      row(row, a.x(), a.right(), y + Measure.ROW / 2 + 4.2);
      y += Measure.ROW;
    }
    String foot = Measure.foot(box.box(), box.leaving(), box.arriving());
    if (!foot.isEmpty()) {
      boolean badge = box.leaving().isPresent() || box.arriving().isPresent();
      Color color = badge ? theme.badge() : theme.muted();
      double room = a.width() - Measure.INDENT - Measure.SIDE;
      brush.text(
          Typeface.SMALL.fitted(foot, room),
          Typeface.SMALL,
          color,
          a.x() + Measure.INDENT,
          y + Measure.FOOT / 2 + 3.6);
    }
  }

  private void row(Row row, double left, double right, double base) {
    double end = right - Measure.SIDE;
    if (row.arriving().isPresent()) {
      String text = row.arriving().get().text();
      brush.textBefore(text, Typeface.SMALL, theme.badge(), end, base);
      end -= Typeface.SMALL.width(text) + 8;
    }
    String type = Typeface.SMALL.fitted(row.right(), (end - left) * 0.6);
    Color color = row.leaving().isPresent() ? theme.badge() : theme.muted();
    brush.textBefore(type, Typeface.SMALL, color, end, base);
    end -= Typeface.SMALL.width(type);
    if (row.nullable()) {
      end -= 9;
      g.setColor(theme.muted());
      g.setStroke(new BasicStroke(1));
      g.draw(new Ellipse2D.Double(end - 0.5, base - 6.2, 5, 5));
    }
    brush.text(row.key(), Typeface.GUTTER, theme.muted(), left + 10, base - 0.4);
    Typeface face = row.primary() ? Typeface.STRONG : Typeface.TEXT;
    double room = end - 6 - left - Measure.INDENT;
    brush.text(face.fitted(row.column(), room), face, theme.text(), left + Measure.INDENT, base);
    if (row.findings() > 0) {
      g.setColor(theme.risk());
      g.fill(new Ellipse2D.Double(left + 3.2, base - 6, 4.4, 4.4));
    }
  }

  private void hatch(Placed box, Color color, double header) {
    Shape before = g.getClip();
    Area a = box.area();
    g.clip(rectangle(a.x(), a.y() + header, a.width(), Math.max(0, a.height() - header)));
    g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 46));
    g.setStroke(new BasicStroke(1.4f));
    double height = a.height();
    for (double x = a.x() - height; x < a.right(); x += HATCH) {
      g.draw(new Line2D.Double(x, a.bottom(), x + height, a.y()));
    }
    g.setClip(before);
  }

  private BasicStroke border(Look look, double width) {
    return look == Look.UNDECIDED
        ? brush.dashed(width, 0.8, 5, 3.5)
        : brush.stroke(look == Look.CONFLICT ? width * 1.6 : width, 0.8);
  }

  private static RoundRectangle2D outline(Placed box, double air) {
    Area a = box.area().grown(air);
    double arc = 2 * (RADIUS + air);
    return new RoundRectangle2D.Double(a.x(), a.y(), a.width(), a.height(), arc, arc);
  }

  /** A band with the box's round corners at its top. */
  private static Shape top(double x, double y, double width, double height, boolean whole) {
    double r = RADIUS;
    if (whole) {
      return new RoundRectangle2D.Double(x, y, width, height, 2 * r, 2 * r);
    }
    Path2D band = new Path2D.Double();
    band.moveTo(x, y + height);
    band.lineTo(x, y + r);
    band.quadTo(x, y, x + r, y);
    band.lineTo(x + width - r, y);
    band.quadTo(x + width, y, x + width, y + r);
    band.lineTo(x + width, y + height);
    band.closePath();
    return band;
  }

  private static Rectangle2D rectangle(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }
}
