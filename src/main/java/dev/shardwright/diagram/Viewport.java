package dev.shardwright.diagram;

/**
 * The part of a drawing that a window shows.
 *
 * @param x the drawing's x at the window's left edge
 * @param y the drawing's y at the window's top
 * @param scale pixels per unit of the drawing
 * @param width the window's width in pixels
 * @param height the window's height in pixels
 */
public record Viewport(double x, double y, double scale, double width, double height) {
  public static final double SMALLEST = 0.02;
  public static final double LARGEST = 4;

  /** The whole of an area with a margin around it, never larger than life. */
  public static Viewport fit(Area area, double width, double height, double marginPx) {
    double across = Math.max(1, width - 2 * marginPx) / Math.max(1, area.width());
    double down = Math.max(1, height - 2 * marginPx) / Math.max(1, area.height());
    double scale = Math.clamp(Math.min(across, down), SMALLEST, 1);
    return centered(area.centerX(), area.centerY(), scale, width, height);
  }

  /** The viewport around a point of the drawing. */
  public static Viewport centered(double x, double y, double scale, double width, double height) {
    return new Viewport(x - width / scale / 2, y - height / scale / 2, scale, width, height);
  }

  /** The part of the drawing that is seen. */
  public Area area() {
    return new Area(x, y, width / scale, height / scale);
  }

  public double toDrawingX(double px) {
    return x + px / scale;
  }

  public double toDrawingY(double py) {
    return y + py / scale;
  }

  public double toViewX(double drawingX) {
    return (drawingX - x) * scale;
  }

  public double toViewY(double drawingY) {
    return (drawingY - y) * scale;
  }

  /** Moved by pixels of the window. */
  public Viewport panned(double dx, double dy) {
    return new Viewport(x - dx / scale, y - dy / scale, scale, width, height);
  }

  /** Another scale, with the point under the pointer staying where it is. */
  public Viewport zoomed(double factor, double px, double py) {
    double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
    return new Viewport(
        toDrawingX(px) - px / next, toDrawingY(py) - py / next, next, width, height);
  }

  /** Another size of the window, the middle staying where it is. */
  public Viewport sized(double newWidth, double newHeight) {
    Area seen = area();
    return centered(seen.centerX(), seen.centerY(), scale, newWidth, newHeight);
  }

  /** The least movement that brings an area into sight, away from the edges by a margin. */
  public Viewport revealing(Area wanted, double marginPx) {
    Area seen = area();
    double margin = marginPx / scale;
    boolean inside =
        wanted.x() >= seen.x() + margin
            && wanted.right() <= seen.right() - margin
            && wanted.y() >= seen.y() + margin
            && wanted.bottom() <= seen.bottom() - margin;
    return inside ? this : centered(wanted.centerX(), wanted.centerY(), scale, width, height);
  }
}
