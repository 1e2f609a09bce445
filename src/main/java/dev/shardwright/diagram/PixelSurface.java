package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rectangles and lines on whole pixels, signs and corners copied from small pictures of them.
 *
 * <p>Smooth outlines cost Java2D some 50 µs a shape, which is too much for thousands in a frame;
 * these cost a tenth of it and look sharper. One is made per frame.
 */
final class PixelSurface implements Surface {
  private static final double TEXT_STEPS = 4;

  /** With the transform of the drawing, for what is not on whole pixels. */
  private final Graphics2D smooth;

  /** In pixels, without smoothing of edges. */
  private final Graphics2D sharp;

  private final Color ground;
  private final double density;
  private final double perUnit;
  private final double left;
  private final double top;
  private final Map<Object, BufferedImage> signs = new HashMap<>();
  private final Map<Typeface, Typeface> faces = new HashMap<>();

  private record Corner(Color fill, Color border, int radius, int width, int quadrant) {}

  /**
   * A surface on a graphics whose transform only scales and moves.
   *
   * @param ground what thin lines fade into
   * @param scale units of the window per unit of the drawing; there may be more pixels
   */
  PixelSurface(Graphics2D smooth, Color ground, double scale) {
    this.smooth = smooth;
    this.ground = ground;
    AffineTransform to = smooth.getTransform();
    perUnit = to.getScaleX();
    density = perUnit / scale;
    left = to.getTranslateX();
    top = to.getTranslateY();
    sharp = (Graphics2D) smooth.create();
    sharp.setTransform(new AffineTransform());
    sharp.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
  }

  private int px(double x) {
    return onPixel(x * perUnit + left);
  }

  private int py(double y) {
    return onPixel(y * perUnit + top);
  }

  /** Halves are common; so that they fall the same way in every strip, they are not quite half. */
  private static int onPixel(double at) {
    return (int) Math.floor(at + 0.5 + 1e-6);
  }

  @Override
  public void card(Area a, double radius, Color fill, double band, Color bandFill, Edge border) {
    int x = px(a.x());
    int y = py(a.y());
    int right = Math.max(x + 1, px(a.right()));
    int bottom = Math.max(y + 1, py(a.bottom()));
    int split = band <= 0 ? y : Math.min(bottom, py(a.y() + band));
    int round = (int) Math.min(Math.round(radius * perUnit), Math.min(right - x, bottom - y) / 2);
    int r = round < 2 ? 0 : round;
    int line = thickness(border);
    Color edge = faded(border);
    banded(x, y, right, bottom, split, r, fill, bandFill);
    sharp.setColor(edge);
    if (border.dashed()) {
      dashes(x + r, y, right - r, y + line, border, 0);
      dashes(x + r, bottom - line, right - r, bottom, border, 0);
      dashes(x, y + r, x + line, bottom - r, border, 0);
      dashes(right - line, y + r, right, bottom - r, border, 0);
    } else {
      sharp.fillRect(x + r, y, right - x - 2 * r, line);
      sharp.fillRect(x + r, bottom - line, right - x - 2 * r, line);
      sharp.fillRect(x, y + r, line, bottom - y - 2 * r);
      sharp.fillRect(right - line, y + r, line, bottom - y - 2 * r);
    }
    if (r > 0) {
      Color above = split > y ? bandFill : fill;
      Color below = split >= bottom ? bandFill : fill;
      corner(new Corner(above, edge, r, line, 0), x, y);
      corner(new Corner(above, edge, r, line, 1), right - r, y);
      corner(new Corner(below, edge, r, line, 2), x, bottom - r);
      corner(new Corner(below, edge, r, line, 3), right - r, bottom - r);
    }
  }

  /** Two colours, one above the other, without the corners. */
  private void banded(
      int x, int y, int right, int bottom, int split, int r, Color fill, Color bandFill) {
    if (split > y) {
      sharp.setColor(bandFill);
      span(x, y, right, split, r, true, split >= bottom);
    }
    if (split < bottom) {
      sharp.setColor(fill);
      span(x, split, right, bottom, r, split == y, true);
    }
  }

  private void span(int x, int y, int right, int bottom, int r, boolean first, boolean last) {
    int from = first ? y + r : y;
    int to = last ? bottom - r : bottom;
    sharp.fillRect(x, from, right - x, to - from);
    if (first) {
      sharp.fillRect(x + r, y, right - x - 2 * r, r);
    }
    if (last) {
      sharp.fillRect(x + r, bottom - r, right - x - 2 * r, r);
    }
  }

  private void corner(Corner of, int x, int y) {
    BufferedImage image = signs.get(of);
    if (image == null) {
      image = picture(of);
      signs.put(of, image);
    }
    sharp.drawImage(image, x, y, null);
  }

  private static BufferedImage picture(Corner of) {
    int r = of.radius();
    BufferedImage image = new BufferedImage(r, r, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    Painter.quality(g);
    g.translate(of.quadrant() % 2 == 0 ? 0 : -3 * r, of.quadrant() < 2 ? 0 : -3 * r);
    g.setColor(of.border());
    g.fillRoundRect(0, 0, 4 * r, 4 * r, 2 * r, 2 * r);
    int inner = Math.max(0, r - of.width());
    int side = 4 * r - 2 * of.width();
    g.setColor(of.fill());
    g.fillRoundRect(of.width(), of.width(), side, side, 2 * inner, 2 * inner);
    g.dispose();
    return image;
  }

  @Override
  public void line(List<Point> points, Edge edge) {
    sharp.setColor(faded(edge));
    int thick = thickness(edge);
    double walked = 0;
    Point from = points.getFirst();
    for (Point to : points.subList(1, points.size())) {
      if (from.x() != to.x() && from.y() != to.y()) {
        smooth.setColor(edge.color());
        smooth.setStroke(Strokes.of(edge, perUnit / density));
        smooth.draw(ExactSurface.path(List.of(from, to)));
      } else {
        leg(from, to, thick, edge, walked);
      }
      walked += Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
      from = to;
    }
  }

  private void leg(Point from, Point to, int thick, Edge edge, double walked) {
    int x = px(Math.min(from.x(), to.x())) - thick / 2;
    int y = py(Math.min(from.y(), to.y())) - thick / 2;
    int right = px(Math.max(from.x(), to.x())) - thick / 2 + thick;
    int bottom = py(Math.max(from.y(), to.y())) - thick / 2 + thick;
    if (edge.dashed()) {
      boolean back = to.x() < from.x() || to.y() < from.y();
      double phase = back ? -(walked + length(from, to)) : walked;
      dashes(x, y, right, bottom, edge, phase);
    } else {
      sharp.fillRect(x, y, right - x, bottom - y);
    }
  }

  private static double length(Point from, Point to) {
    return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
  }

  /** Fills a strip with a pattern; the phase is what was walked of it before, in units. */
  private void dashes(int x, int y, int right, int bottom, Edge edge, double phase) {
    double longer = Strokes.longer(perUnit / density) * perUnit;
    double on = Math.max(1, edge.on() * longer);
    double period = on + Math.max(1, edge.off() * longer);
    boolean flat = right - x >= bottom - y;
    int start = flat ? x : y;
    int end = flat ? right : bottom;
    double at = start - floorMod(phase * perUnit, period);
    for (; at < end; at += period) {
      int first = (int) Math.max(start, Math.round(at));
      int last = (int) Math.min(end, Math.round(at + on));
      if (last > first) {
        sharp.fillRect(
            flat ? first : x,
            flat ? y : first,
            flat ? last - first : right - x,
            flat ? bottom - y : last - first);
      }
    }
  }

  private static double floorMod(double value, double by) {
    return value - Math.floor(value / by) * by;
  }

  private int thickness(Edge edge) {
    return (int) Math.max(1, Math.round(widthPx(edge)));
  }

  private double widthPx(Edge edge) {
    return Math.max(edge.width() * perUnit, edge.atLeastPx() * density);
  }

  /** A line thinner than a pixel is a pixel in a weaker colour. */
  private Color faded(Edge edge) {
    double width = widthPx(edge);
    if (width >= 0.98) {
      return edge.color();
    }
    Color c = edge.color();
    return new Color(
        mixed(c.getRed(), ground.getRed(), width),
        mixed(c.getGreen(), ground.getGreen(), width),
        mixed(c.getBlue(), ground.getBlue(), width));
  }

  private static int mixed(int strong, int weak, double share) {
    return (int) Math.round(strong * share + weak * (1 - share));
  }

  @Override
  public void sign(Object key, double x, double y, double reach, Consumer<Graphics2D> sign) {
    int half = (int) Math.ceil(reach * perUnit) + 1;
    BufferedImage image = signs.get(key);
    if (image == null) {
      image = new BufferedImage(2 * half, 2 * half, BufferedImage.TYPE_INT_ARGB_PRE);
      Graphics2D g = image.createGraphics();
      Painter.quality(g);
      g.translate(half, half);
      g.scale(perUnit, perUnit);
      sign.accept(g);
      g.dispose();
      signs.put(key, image);
    }
    sharp.drawImage(image, px(x) - half, py(y) - half, null);
  }

  @Override
  public void text(String text, Typeface face, Color color, double x, double y) {
    sharp.setFont(faces.computeIfAbsent(face, this::inPixels).fontFor(text));
    sharp.setColor(color);
    sharp.drawString(text, px(x), py(y));
  }

  /** In steps: each size has its letters painted anew, and a zoom has a size for every frame. */
  private Typeface inPixels(Typeface face) {
    double size = Math.round(face.size() * perUnit * TEXT_STEPS) / TEXT_STEPS;
    return face.at((float) Math.max(1, size));
  }
}
