package dev.shardwright.diagram;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** A drawing as a PNG image. */
public final class PngDiagram {
  /** Larger images cannot be opened by most programs, nor held in memory. */
  private static final double MOST_PX = 16_000;

  private static final double MARGIN = 32;

  private PngDiagram() {}

  /**
   * Writes the whole drawing with all its text.
   *
   * @param scale pixels per unit; less if the image would become too large
   */
  public static void write(Drawing drawing, Theme theme, double scale, OutputStream to)
      throws IOException {
    Area area = drawing.bounds().grown(MARGIN);
    double longest = Math.max(area.width(), area.height());
    double fitting = Math.min(scale, MOST_PX / longest);
    int width = (int) Math.ceil(area.width() * fitting);
    int height = (int) Math.ceil(area.height() * fitting);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(theme.canvas());
    g.fillRect(0, 0, width, height);
    g.scale(fitting, fitting);
    g.translate(-area.x(), -area.y());
    Painter.paintFull(g, drawing, theme, area);
    g.dispose();
    ImageIO.write(image, "png", to);
  }
}
