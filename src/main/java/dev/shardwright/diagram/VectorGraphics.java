package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A drawing surface that writes shapes and text down instead of colouring pixels.
 *
 * <p>It knows what painters of this package use; everything else is refused loudly.
 */
final class VectorGraphics extends Graphics2D {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Where shapes are written down; all places are the page's. */
  interface Ledger {
    /**
     * A filled shape.
     *
     * @param clip what may be seen of it; empty for all
     */
    void fill(Shape shape, Color color, Optional<Shape> clip);

    /** A line; the pen is in the page's units. */
    void draw(Shape shape, BasicStroke pen, Color color, Optional<Shape> clip);

    /**
     * A line of text.
     *
     * @param place from the text's own units, with its left end on the base line at the origin
     */
    void text(String text, Font font, AffineTransform place, Color color, Optional<Shape> clip);
  }

  private final Ledger ledger;
  private AffineTransform transform = new AffineTransform();
  private Color color = Color.BLACK;
  private Stroke stroke = new BasicStroke();
  private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private Optional<Shape> clip = Optional.empty();

  VectorGraphics(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Graphics2D create() {
    VectorGraphics copy = new VectorGraphics(ledger);
    copy.transform = new AffineTransform(transform);
    copy.color = color;
    copy.stroke = stroke;
    copy.font = font;
    copy.clip = clip;
    return copy;
  }

  @Override
  public void dispose() {}

  @Override
  public void fill(Shape shape) {
    Shape placed = transform.createTransformedShape(shape);
    if (seen(placed.getBounds2D(), 1)) {
      ledger.fill(placed, color, clip);
    }
  }

  @Override
  public void draw(Shape shape) {
    Shape placed = transform.createTransformedShape(shape);
    BasicStroke pen = pen();
    if (seen(placed.getBounds2D(), 1 + 2 * pen.getLineWidth())) {
      ledger.draw(placed, pen, color, clip);
    }
  }

  /** What lies wholly outside of the clip would be in the file for nothing. */
  private boolean seen(Rectangle2D bounds, double reach) {
    return clip.isEmpty()
        || clip.get()
            .getBounds2D()
            .intersects(
                bounds.getX() - reach,
                bounds.getY() - reach,
                bounds.getWidth() + 2 * reach,
                bounds.getHeight() + 2 * reach);
  }

  /** The pen in the page's units; transforms are never skewed here. */
  private BasicStroke pen() {
    if (!(stroke instanceof BasicStroke basic)) {
      throw refused();
    }
    float by = (float) Math.sqrt(Math.abs(transform.getDeterminant()));
    float[] dash = basic.getDashArray();
    if (dash != null) {
      for (int i = 0; i < dash.length; i++) {
        dash[i] *= by;
      }
    }
    return new BasicStroke(
        basic.getLineWidth() * by,
        basic.getEndCap(),
        basic.getLineJoin(),
        basic.getMiterLimit(),
        dash,
        basic.getDashPhase() * by);
  }

  @Override
  public void drawString(String text, float x, float y) {
    AffineTransform place = new AffineTransform(transform);
    place.translate(x, y);
    if (clip.isEmpty() || seen(room(text, place), 1)) {
      ledger.text(text, font, place, color, clip);
    }
  }

  /** What a text takes on the page, with accents and overhanging letters. */
  private Rectangle2D room(String text, AffineTransform place) {
    double size = font.getSize2D();
    double width = Typeface.width(text, font) + size;
    Shape line = new Rectangle2D.Double(-size / 2, -1.5 * size, width, 2.5 * size);
    return place.createTransformedShape(line).getBounds2D();
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setColor(Color next) {
    color = next;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setPaint(Paint paint) {
    if (!(paint instanceof Color plain)) {
      throw refused();
    }
    color = plain;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font next) {
    font = next;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke next) {
    stroke = next;
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void setTransform(AffineTransform next) {
    transform = new AffineTransform(next);
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void clip(Shape shape) {
    Shape more = transform.createTransformedShape(shape);
    clip = Optional.of(clip.map(before -> both(before, more)).orElse(more));
  }

  private static Shape both(Shape a, Shape b) {
    if (a instanceof Rectangle2D first && b instanceof Rectangle2D second) {
      return first.createIntersection(second);
    }
    Area area = new Area(a);
    area.intersect(new Area(b));
    return area;
  }

  @Override
  public @Nullable Shape getClip() {
    return clip.map(
            shape -> {
              try {
                return transform.createInverse().createTransformedShape(shape);
              } catch (java.awt.geom.NoninvertibleTransformException e) {
                throw new IllegalStateException("nothing can be drawn at this scale", e);
              }
            })
        .orElse(null);
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    clip = Optional.ofNullable(shape).map(transform::createTransformedShape);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return EXACT;
  }

  // Everything is drawn as finely as the page allows: there is nothing to hint at.

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {}

  @Override
  public void setRenderingHints(Map<?, ?> hints) {}

  @Override
  public void addRenderingHints(Map<?, ?> hints) {}

  @Override
  public RenderingHints getRenderingHints() {
    return new RenderingHints(null);
  }

  // What no painter of a drawing uses.

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("drawings on paper are lines, areas and text");
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    throw refused();
  }

  @Override
  public void setPaintMode() {
    throw refused();
  }

  @Override
  public void setXORMode(Color other) {
    throw refused();
  }

  @Override
  public FontMetrics getFontMetrics(Font of) {
    throw refused();
  }

  @Override
  public Rectangle getClipBounds() {
    throw refused();
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw refused();
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int from, int angle) {
    throw refused();
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int from, int angle) {
    throw refused();
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int points) {
    throw refused();
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int points) {
    throw refused();
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int points) {
    throw refused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    throw refused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw refused();
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver to) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver to) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color ground, ImageObserver to) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, Color ground, ImageObserver to) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      ImageObserver to) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      Color ground,
      ImageObserver to) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, AffineTransform at, ImageObserver to) {
    throw refused();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp by, int x, int y) {
    throw refused();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform at) {
    throw refused();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform at) {
    throw refused();
  }

  @Override
  public boolean hit(Rectangle where, Shape shape, boolean onStroke) {
    throw refused();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw refused();
  }

  @Override
  public void setComposite(Composite composite) {
    throw refused();
  }

  @Override
  public void shear(double x, double y) {
    throw refused();
  }

  @Override
  public Composite getComposite() {
    throw refused();
  }

  @Override
  public void setBackground(Color ground) {
    throw refused();
  }

  @Override
  public Color getBackground() {
    throw refused();
  }
}
