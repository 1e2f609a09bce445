package dev.shardwright.diagram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** A sheet as a PNG image, painted band by band: a large one needs no more memory than a small. */
public final class PngDiagram {
  /** Larger images cannot be opened by most programs. */
  private static final double MOST_PX = 16_000;

  private PngDiagram() {}

  /**
   * Writes the whole sheet with all its text.
   *
   * @param scale pixels per point; less if the image would become too large
   * @throws IOException if it cannot be written to its end
   */
  public static void write(Sheet sheet, double scale, OutputStream to) throws IOException {
    double longest = Math.max(sheet.widthPt(), sheet.heightPt());
    double fitting = Math.min(scale, MOST_PX / longest);
    int width = (int) Math.ceil(sheet.widthPt() * fitting);
    int height = (int) Math.ceil(sheet.heightPt() * fitting);
    ImageIO.write(
        new Bands(width, height, (band, top) -> paint(sheet, fitting, band, top)), "png", to);
  }

  private static void paint(Sheet sheet, double scale, BufferedImage band, int top) {
    Graphics2D g = band.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, band.getWidth(), band.getHeight());
    g.translate(0, -top);
    g.scale(scale, scale);
    sheet.paint(g);
    g.dispose();
  }
}
