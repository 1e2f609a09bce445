package dev.shardwright.diagram;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** An image that exists only where it is being read, one band of rows after the other. */
final class Bands implements RenderedImage {
  private static final int ROWS = 256;

  private final int width;
  private final int height;
  private final Painting painting;
  private final BufferedImage band;
  private int painted = -1;

  /** Paints the rows from {@code top} on into a band. */
  @FunctionalInterface
  interface Painting {
    void paint(BufferedImage band, int top);
  }

  Bands(int width, int height, Painting painting) {
    this.width = width;
    this.height = height;
    this.painting = painting;
    band = new BufferedImage(width, ROWS, BufferedImage.TYPE_3BYTE_BGR);
  }

  @Override
  public Raster getData(Rectangle part) {
    int first = part.y / ROWS;
    if ((part.y + part.height - 1) / ROWS != first) {
      throw new IllegalArgumentException("rows of one band at a time, not " + part);
    }
    if (painted != first) {
      painting.paint(band, first * ROWS);
      painted = first;
    }
    return band.getRaster()
        .createChild(part.x, part.y - first * ROWS, part.width, part.height, part.x, part.y, null);
  }

  @Override
  public int getWidth() {
    return width;
  }

  @Override
  public int getHeight() {
    return height;
  }

  @Override
  public ColorModel getColorModel() {
    return band.getColorModel();
  }

  @Override
  public SampleModel getSampleModel() {
    return band.getSampleModel();
  }

  @Override
  public int getMinX() {
    return 0;
  }

  @Override
  public int getMinY() {
    return 0;
  }

  @Override
  public int getNumXTiles() {
    return 1;
  }

  @Override
  public int getNumYTiles() {
    return (height + ROWS - 1) / ROWS;
  }

  @Override
  public int getMinTileX() {
    return 0;
  }

  @Override
  public int getMinTileY() {
    return 0;
  }

  @Override
  public int getTileWidth() {
    return width;
  }

  @Override
  public int getTileHeight() {
    return ROWS;
  }

  @Override
  public int getTileGridXOffset() {
    return 0;
  }

  @Override
  public int getTileGridYOffset() {
    return 0;
  }

  @Override
  public Raster getTile(int column, int row) {
    int rows = Math.min(ROWS, height - row * ROWS);
    return getData(new Rectangle(0, row * ROWS, width, rows));
  }

  @Override
  public Raster getData() {
    throw new UnsupportedOperationException("the whole image is never held");
  }

  @Override
  public WritableRaster copyData(@Nullable WritableRaster raster) {
    throw new UnsupportedOperationException("the whole image is never held");
  }

  @Override
  public Vector<RenderedImage> getSources() {
    return new Vector<>();
  }

  @Override
  public Object getProperty(String name) {
    return java.awt.Image.UndefinedProperty;
  }

  @Override
  public String @Nullable [] getPropertyNames() {
    return null;
  }
}
