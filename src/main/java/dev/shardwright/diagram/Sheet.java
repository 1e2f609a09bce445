package dev.shardwright.diagram;

import java.awt.Graphics2D;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One sheet of paper; its units are points of 1/72 inch from the left upper corner.
 *
 * @param name what tables of contents call it
 * @param placement where the drawing stands on it; empty for a list
 * @param painter draws it
 */
public record Sheet(
    String name,
    double widthPt,
    double heightPt,
    Optional<Placement> placement,
    Consumer<Graphics2D> painter) {
  private static final double AIR = 16;

  /**
   * How a drawing lies on a sheet.
   *
   * @param scale points per unit of the drawing
   * @param x the drawing's origin on the sheet
   * @param y the drawing's origin on the sheet
   * @param seen the part of the sheet that shows the drawing
   */
  public record Placement(double scale, double x, double y, Area seen) {
    Area onSheet(Area inDrawing) {
      return new Area(
          x + inDrawing.x() * scale,
          y + inDrawing.y() * scale,
          inDrawing.width() * scale,
          inDrawing.height() * scale);
    }

    Area inDrawing(Area onSheet) {
      return new Area(
          (onSheet.x() - x) / scale,
          (onSheet.y() - y) / scale,
          onSheet.width() / scale,
          onSheet.height() / scale);
    }
  }

  /** A drawing alone in life size, with a little air around it. */
  public static Sheet of(Drawing drawing) {
    Area all = drawing.bounds().grown(AIR);
    return new Sheet(
        "Diagram",
        all.width(),
        all.height(),
        Optional.of(
            new Placement(1, -all.x(), -all.y(), new Area(0, 0, all.width(), all.height()))),
        g -> {
          g.translate(-all.x(), -all.y());
          Painter.paintFull(g, drawing, Theme.LIGHT, all);
        });
  }

  /** Draws the sheet on a white ground. */
  public void paint(Graphics2D g) {
    Graphics2D own = (Graphics2D) g.create();
    Painter.quality(own);
    painter.accept(own);
    own.dispose();
  }
}
