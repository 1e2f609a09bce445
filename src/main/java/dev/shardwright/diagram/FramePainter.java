package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Draws the borders and names of groups. */
final class FramePainter {
  private static final double TITLE_PX = 13;
  private static final double SMALLEST_PX = 10;

  /** Of the height of its strip, where all is large enough to be read. */
  private static final double OF_HEAD = 0.28;

  /** How far a name may stick out of its strip upwards, into the gap between frames. */
  private static final double OUT = 12;

  private static final int STEPS = 12;
  private static final double WIDEST = 600;

  private final Brush brush;

  FramePainter(Brush brush) {
    this.brush = brush;
  }

  void border(Frame frame) {
    Theme theme = brush.theme();
    Edge edge =
        frame.block()
            ? new Edge(theme.muted(), 1, 0.7, 5, 4)
            : Edge.solid(theme.frameBorder(), 1.2, 1);
    brush.surface().card(frame.area(), 8, theme.frame(), 0, theme.frame(), edge);
  }

  /**
   * The name, as on a map: it keeps its size on the screen when tables become too small, and then
   * stands where it covers none if there is such a place.
   *
   * @param tables all tables, also those out of sight, so that a name keeps its place while the
   *     view moves
   */
  void title(Frame frame, Collection<Placed> tables) {
    if (frame.block()) {
      return;
    }
    Area a = frame.area();
    double size = size(frame);
    Typeface face = Typeface.FRAME.at((float) size);
    String count = "  " + frame.tables();
    double left = Math.min(22, 0.6 * size);
    double room = a.width() - 2 * left - face.width(count);
    if (size > natural(frame) && room < size * 3) {
      return;
    }
    String title = shortened(frame.title(), face, room);
    double width = face.width(title + count);
    double over = Math.max(0, 1.15 * size - frame.head());
    double middle = a.y() + (frame.head() - over) / 2;
    Point at = new Point(a.x() + left, middle + 0.36 * size);
    if (over > OUT) {
      List<Area> inside = tables.stream().map(Placed::area).filter(a::touches).toList();
      at = free(a, inside, width, size).orElse(at);
    }
    if (over > 0) {
      backing(at.x(), at.y(), width, size);
    }
    brush.text(title, face, brush.theme().text(), at.x(), at.y());
    brush.text(count, face, brush.theme().muted(), at.x() + face.width(title), at.y());
  }

  /** Units: as large as on a map, a little smaller if it then fits into its strip. */
  private double size(Frame frame) {
    double wanted = Math.max(natural(frame), TITLE_PX / brush.scale());
    double fitting = (frame.head() + OUT) / 1.15;
    return wanted > fitting && fitting >= SMALLEST_PX / brush.scale() ? fitting : wanted;
  }

  private static double natural(Frame frame) {
    return natural(frame.head());
  }

  private static double natural(double head) {
    return Math.max(16, OF_HEAD * head);
  }

  /** The width of a frame that shows all of its name where all is large enough to be read. */
  static double width(String title, int tables, double head) {
    double size = natural(head);
    double name = Typeface.FRAME.at((float) size).width(title + "  " + tables);
    return Math.ceil(Math.min(name + 2 * Math.min(22, 0.6 * size), WIDEST));
  }

  /** Of several names whole ones are left out before letters are. */
  private static String shortened(String title, Typeface face, double room) {
    String some = title;
    while (face.width(some) > room && some.lastIndexOf(", ") > 0) {
      some = some.substring(0, some.lastIndexOf(", ")) + " …";
    }
    return face.fitted(some, room);
  }

  /** The highest, then leftmost place for a base line within the frame that covers no table. */
  private static Optional<Point> free(Area frame, List<Area> tables, double width, double size) {
    double down = Math.max(0, frame.height() - 1.5 * size);
    double across = Math.max(0, frame.width() - width - 0.8 * size);
    for (int row = 0; row <= STEPS; row++) {
      for (int column = 0; column <= STEPS; column++) {
        double x = frame.x() + 0.4 * size + across * column / STEPS;
        double y = frame.y() + 0.2 * size + down * row / STEPS;
        Area place = new Area(x, y, width, 1.1 * size);
        if (tables.stream().noneMatch(place::touches)) {
          return Optional.of(new Point(x, y + 0.92 * size));
        }
      }
    }
    return Optional.empty();
  }

  private void backing(double x, double y, double width, double size) {
    Color canvas = brush.theme().frame();
    brush.g().setColor(new Color(canvas.getRed(), canvas.getGreen(), canvas.getBlue(), 215));
    brush
        .g()
        .fill(
            new Rectangle2D.Double(
                x - size * 0.3, y - size * 0.98, width + size * 0.6, size * 1.3));
  }
}
