package dev.shardwright.ui.diagram;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image whose pixels Java2D paints and JavaFX shows, without a copy between them. */
final class PixelImage {
  private final BufferedImage painted;
  private final PixelBuffer<IntBuffer> shared;
  private final WritableImage shown;

  PixelImage(int width, int height) {
    painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    shared =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels(painted)), PixelFormat.getIntArgbPreInstance());
    shown = new WritableImage(shared);
  }

  int width() {
    return painted.getWidth();
  }

  int height() {
    return painted.getHeight();
  }

  /** Paints on any thread, while the image is not shown. */
  void paint(Consumer<Graphics2D> painter) {
    Graphics2D g = painted.createGraphics();
    try {
      painter.accept(g);
    } finally {
      g.dispose();
    }
  }

  /** Takes over another image's pixels, moved by so many; what falls outside is lost. */
  void copy(PixelImage from, int dx, int dy) {
    int width = Math.min(width(), dx + from.width()) - Math.max(0, dx);
    if (width <= 0) {
      return;
    }
    int[] to = pixels(painted);
    int[] source = pixels(from.painted);
    for (int y = Math.max(0, dy); y < Math.min(height(), dy + from.height()); y++) {
      int at = (y - dy) * from.width() + Math.max(0, dx) - dx;
      System.arraycopy(source, at, to, y * width() + Math.max(0, dx), width);
    }
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** The image with what was painted; on the window's thread. */
  Image show() {
    shared.updateBuffer(buffer -> null);
    return shown;
  }
}
