package dev.shardwright.diagram;

/** A place in a drawing, in its units; y grows downwards. */
public record Point(double x, double y) {
  Point moved(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }
}
