package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws tables: mark, name, findings, columns. */
final class BoxPainter {
  private static final double RADIUS = 4;
  private static final double HATCH = 9;
  private static final double ROOT_RING = 7.2;
  private static final String NULLABLE = "nullable";

  // What makes one small sign differ from another.
  private record Dot(double radius) {}

  private record Found(boolean mild) {}

  private record MarkSign(Look look, boolean root, double size) {}

  private final Brush brush;
  private final Graphics2D g;
  private final Theme theme;
  private final Map<Double, Typeface> faces = new HashMap<>();
  private final Bubbles bubbles;

  BoxPainter(Brush brush) {
    this.brush = brush;
    this.g = brush.g();
    this.theme = brush.theme();
    this.bubbles = new Bubbles(brush);
  }

  void paint(Placed box) {
    body(box);
    columns(box);
  }

  /** The card with its mark and name. */
  void body(Placed box) {
    if (brush.level() == Level.BOXES) {
      blot(box);
      return;
    }
    Theme.Paint paint = theme.paint(box.box().look());
    Optional<Headline> headline = headline(box);
    double strip = headline.map(Headline::height).orElse(Measure.HEADER);
    double header = Math.min(strip, box.area().height());
    brush
        .surface()
        .card(box.area(), RADIUS, paint.fill(), header, paint.header(), border(box, 1.2));
    if (box.box().look() == Look.CONFLICT) {
      hatch(box, paint.border(), header);
    }
    headline.ifPresentOrElse(large -> named(box, paint, large), () -> header(box, paint));
    divider(box, header);
  }

  /** What stands on the card. */
  void columns(Placed box) {
    if (brush.level() == Level.ROWS) {
      rows(box);
    }
  }

  /** A border around what is selected, with a little air. */
  void selected(Placed box) {
    g.setColor(theme.accent());
    double air = Math.max(3.5, 2.5 / brush.scale());
    g.setStroke(brush.stroke(2, 2));
    g.draw(outline(box, air));
  }

  /** A word on a tab over the box, as large as can be read. */
  void note(Placed box, String words) {
    double size = Math.clamp(0.85 / brush.scale(), 1, 4);
    Typeface face = Typeface.STRONG.at((float) (11 * size));
    double width = face.width(words) + 12 * size;
    Area tab = new Area(box.area().x(), box.area().y() - 19 * size, width, 17 * size);
    Edge edge = Edge.solid(theme.accent(), 1, 1);
    brush.surface().card(tab, 3 * size, theme.accent(), 0, theme.accent(), edge);
    brush.text(words, face, theme.canvas(), tab.x() + 6 * size, tab.y() + 12.6 * size);
    g.setColor(theme.accent());
    g.setStroke(brush.stroke(2, 2));
    g.draw(outline(box, 1));
  }

  private void blot(Placed box) {
    Theme.Paint paint = theme.paint(box.box().look());
    Area a = box.area();
    brush.surface().card(a, 0, paint.header(), 0, paint.header(), border(box, 1));
    if (box.box().root()) {
      double radius = Math.min(5 / brush.scale(), 0.4 * Math.min(a.width(), a.height()));
      mark(box.box(), a.centerX(), a.centerY(), radius / ROOT_RING);
    }
    if (!box.box().mild()) {
      double radius = Math.min(2.6 / brush.scale(), a.height() / 3);
      double x = a.right() - 0.4 * radius;
      brush
          .surface()
          .sign(
              new Dot(radius),
              x,
              a.y() + 0.4 * radius,
              radius,
              at -> {
                at.setColor(theme.risk());
                at.fill(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
              });
    }
  }

  /** Where rows are too small to be read, the name takes their room. */
  private Optional<Headline> headline(Placed box) {
    return switch (brush.level()) {
      case BOXES, ROWS -> Optional.empty();
      case NAMES -> Optional.of(Headline.of(box, brush.scale(), true));
      case HEADERS -> Optional.of(Headline.of(box, brush.scale(), false));
    };
  }

  private void header(Placed box, Theme.Paint paint) {
    Area a = box.area();
    double middle = a.y() + Math.min(Measure.HEADER, a.height()) / 2;
    mark(box.box(), a.x() + 15, middle, 1);
    String mark = box.box().mark();
    double room = a.width() - Measure.TITLE - Math.max(8, Measure.bubble(mark));
    // A mark that is wider than the one that was measured sticks out, rather than hide the name.
    boolean narrow = a.width() < Measure.WIDEST;
    double out = narrow ? Math.max(0, Typeface.HEADER.width(box.box().title()) - room) : 0;
    String title = Typeface.HEADER.fitted(called(box.box(), room + out), room + out);
    brush.text(title, Typeface.HEADER, paint.onHeader(), a.x() + Measure.TITLE, middle + 4.7);
    if (!mark.isEmpty()) {
      bubbles.before(mark, a.right() - 7 + out, middle, 8, box.box().mild());
    }
  }

  private void named(Placed box, Theme.Paint paint, Headline headline) {
    Area a = box.area();
    double size = headline.size();
    double y = a.y() + Math.min(Measure.HEADER * size, a.height()) / 2;
    if (brush.level() != Level.NAMES) {
      mark(box.box(), a.x() + 12.5 * size, y, size);
      if (!box.box().mark().isEmpty()) {
        // On the corner, where it leaves the name its room.
        double radius = 6 * Headline.wanted(brush.scale());
        double x = a.right() + 0.6 * radius;
        bubbles.before(box.box().mark(), x, a.y() + 0.3 * radius, radius, box.box().mild());
      }
    }
    for (String line : headline.lines()) {
      double base = y + 4.7 * size;
      brush.text(line, face(size), paint.onHeader(), a.x() + headline.indent(), base);
      y += headline.step();
    }
  }

  private void divider(Placed box, double height) {
    Area a = box.area();
    if (box.box().look() == Look.UNDECIDED && height < a.height() - 1) {
      double y = a.y() + height;
      brush.surface().line(List.of(new Point(a.x(), y), new Point(a.right(), y)), border(box, 1));
    }
  }

  private void mark(Box box, double x, double y, double size) {
    Color color = theme.paint(box.look()).onHeader();
    MarkSign key = new MarkSign(box.look(), box.root(), size);
    brush
        .surface()
        .sign(
            key,
            x,
            y,
            9 * size,
            at -> {
              at.setColor(color);
              Glyph.paint(at, box.look(), 0, 0, 4.4 * size);
              if (box.root()) {
                Glyph.ring(at, 0, 0, ROOT_RING * size);
              }
            });
  }

  private Typeface face(double size) {
    return size > 1
        ? faces.computeIfAbsent(size, s -> Typeface.HEADER.at((float) (13 * s)))
        : Typeface.HEADER;
  }

  /** Where there is no room for both, the schema's name goes before letters of the table's do. */
  private static String called(Box box, double room) {
    return Typeface.HEADER.width(box.title()) <= room ? box.title() : box.table().name();
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
      brush.surface().sign(NULLABLE, end + 2, base - 3.7, 4, this::nullable);
    }
    brush.text(row.key(), Typeface.GUTTER, theme.muted(), left + 10, base - 0.4);
    Typeface face = row.primary() ? Typeface.STRONG : Typeface.TEXT;
    double room = end - 6 - left - Measure.INDENT;
    brush.text(face.fitted(row.column(), room), face, theme.text(), left + Measure.INDENT, base);
    if (row.worst().isPresent()) {
      boolean mild = !row.worst().get().grave();
      brush
          .surface()
          .sign(
              new Found(mild),
              left + 5.4,
              base - 3.8,
              3,
              at -> {
                at.setColor(mild ? theme.muted() : theme.risk());
                at.fill(new Ellipse2D.Double(-2.2, -2.2, 4.4, 4.4));
              });
    }
  }

  private void nullable(Graphics2D at) {
    at.setColor(theme.muted());
    at.setStroke(new BasicStroke(1));
    at.draw(new Ellipse2D.Double(-2.5, -2.5, 5, 5));
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

  private Edge border(Placed box, double width) {
    Look look = box.box().look();
    Color color = theme.paint(look).border();
    return switch (look) {
      case UNDECIDED -> new Edge(color, width, 0.8, 5, 3.5);
      case CONFLICT -> Edge.solid(color, width * 1.6, 0.8);
      default -> Edge.solid(color, width, 0.8);
    };
  }

  private static RoundRectangle2D outline(Placed box, double air) {
    Area a = box.area().grown(air);
    double arc = 2 * (RADIUS + air);
    return new RoundRectangle2D.Double(a.x(), a.y(), a.width(), a.height(), arc, arc);
  }

  private static Rectangle2D rectangle(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }
}
