package dev.shardwright.bench;

import java.awt.geom.CubicCurve2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of a drawing as straight pieces: how long they are, and how often they cross. */
final class Lines {
  private static final int CELLS = 160;
  private static final double FINE = 0.5;

  private record Piece(int line, double x1, double y1, double x2, double y2) {
    double length() {
      return Math.hypot(x2 - x1, y2 - y1);
    }

    /** The place where both cross within, or null; touching ends and common ways do not count. */
    double[] crossing(Piece o) {
      double d = (x2 - x1) * (o.y2 - o.y1) - (y2 - y1) * (o.x2 - o.x1);
      if (Math.abs(d) < 1e-9) {
        return new double[0];
      }
      double s = ((o.x1 - x1) * (o.y2 - o.y1) - (o.y1 - y1) * (o.x2 - o.x1)) / d;
      double t = ((o.x1 - x1) * (y2 - y1) - (o.y1 - y1) * (x2 - x1)) / d;
      boolean within = s > 1e-6 && s < 1 - 1e-6 && t > 1e-6 && t < 1 - 1e-6;
      return within ? new double[] {x1 + s * (x2 - x1), y1 + s * (y2 - y1)} : new double[0];
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private int lines;

  /** Adds a line along places, x and y by turns. */
  void polyline(double... xy) {
    for (int i = 2; i < xy.length; i += 2) {
      pieces.add(new Piece(lines, xy[i - 2], xy[i - 1], xy[i], xy[i + 1]));
    }
    lines++;
  }

  /** Adds a line of Bézier curves, three places each after the first. */
  void bezier(double... xy) {
    double[] at = new double[6];
    double x = xy[0];
    double y = xy[1];
    for (int i = 2; i + 5 < xy.length; i += 6) {
      var curve =
          new CubicCurve2D.Double(
              xy[i - 2], xy[i - 1], xy[i], xy[i + 1], xy[i + 2], xy[i + 3], xy[i + 4], xy[i + 5]);
      PathIterator path = new FlatteningPathIterator(curve.getPathIterator(null), FINE);
      for (path.next(); !path.isDone(); path.next()) {
        path.currentSegment(at);
        pieces.add(new Piece(lines, x, y, at[0], at[1]));
        x = at[0];
        y = at[1];
      }
    }
    lines++;
  }

  double length() {
    return pieces.stream().mapToDouble(Piece::length).sum();
  }

  /** How often two lines cross; a grid keeps far pieces from being compared. */
  int crossings() {
    double right = pieces.stream().mapToDouble(p -> Math.max(p.x1(), p.x2())).max().orElse(1);
    double bottom = pieces.stream().mapToDouble(p -> Math.max(p.y1(), p.y2())).max().orElse(1);
    double width = Math.max(right, 1) / CELLS * 1.0001;
    double height = Math.max(bottom, 1) / CELLS * 1.0001;
    Map<Integer, List<Piece>> cells = new HashMap<>();
    for (Piece piece : pieces) {
      int left = (int) (Math.min(piece.x1(), piece.x2()) / width);
      int top = (int) (Math.min(piece.y1(), piece.y2()) / height);
      for (int cx = left; cx <= (int) (Math.max(piece.x1(), piece.x2()) / width); cx++) {
        for (int cy = top; cy <= (int) (Math.max(piece.y1(), piece.y2()) / height); cy++) {
          if (passes(piece, cx * width, cy * height, width, height)) {
            cells.computeIfAbsent(cell(cx, cy), c -> new ArrayList<>()).add(piece);
          }
        }
      }
    }
    int crossings = 0;
    for (Map.Entry<Integer, List<Piece>> cell : cells.entrySet()) {
      crossings += within(cell.getValue(), cell.getKey(), width, height);
    }
    return crossings;
  }

  private static int cell(double x, double y) {
    int row = (int) y;
    int column = (int) x;
    return row * 2 * CELLS + column;
  }

  private static boolean passes(Piece p, double x, double y, double width, double height) {
    return new java.awt.geom.Rectangle2D.Double(x - 1e-6, y - 1e-6, width + 2e-6, height + 2e-6)
        .intersectsLine(new Line2D.Double(p.x1(), p.y1(), p.x2(), p.y2()));
  }

  /** Each crossing belongs to the one cell that it lies in. */
  private static int within(List<Piece> in, int cell, double width, double height) {
    int count = 0;
    for (int i = 0; i < in.size(); i++) {
      for (int j = i + 1; j < in.size(); j++) {
        if (in.get(i).line() != in.get(j).line()) {
          double[] at = in.get(i).crossing(in.get(j));
          if (at.length > 0 && cell(at[0] / width, at[1] / height) == cell) {
            count++;
          }
        }
      }
    }
    return count;
  }
}
