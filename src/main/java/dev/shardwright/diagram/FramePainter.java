package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Draws the borders and names of groups. */
final class FramePainter {
  private static final double TITLE_PX = 13;
  private static final double TITLE = 16;

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

  /** The name, as on a map: it keeps its size on the screen when tables become too small. */
  void title(Frame frame) {
    if (frame.block()) {
      return;
    }
    Area a = frame.area();
    double size = Math.max(TITLE, TITLE_PX / brush.scale());
    Typeface face = Typeface.FRAME.at((float) size);
    String count = "  " + frame.tables();
    double room = a.width() - size * 1.2 - face.width(count);
    if (size > TITLE && room < size * 3) {
      return;
    }
    String title = face.fitted(frame.title(), room);
    double x = a.x() + (size > TITLE ? size * 0.6 : 22);
    double y = a.y() + (size > TITLE ? size * 1.25 : 28);
    if (size > TITLE * 1.4) {
      backing(x, y, face.width(title + count), size);
    }
    brush.text(title, face, brush.theme().text(), x, y);
    brush.text(count, face, brush.theme().muted(), x + face.width(title), y);
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
