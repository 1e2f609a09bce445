package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes a page's content in PDF's operators (ISO 32000-1, annex A): a colour or a pen is told only
 * when it changes, places to a hundredth of a point, and from the corner of the card they lie in,
 * which keeps large diagrams small.
 */
final class PdfLedger implements VectorGraphics.Ledger {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** What is written of two places is the same below this. */
  private static final double SAME_PT = 0.01;

  /** Cards are wider than this on any paper, and signs in them narrower. */
  private static final double CARD_PT = 10;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final StringBuilder out = new StringBuilder();
  private final PdfFonts fonts;
  private final PdfFonts.Page page;
  private final AffineTransform upright;
  private final boolean coarse;

  private Optional<Shape> clip = Optional.empty();
  private Point2D origin = new Point2D.Double();
  private Point2D outerOrigin = origin;
  private Color filling = Color.BLACK;
  private Color drawing = Color.BLACK;
  private int opacity = 255;
  private String face = "";
  private BasicStroke pen = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  /**
   * A page's content.
   *
   * @param coarse true to place things to a tenth of a point, which nobody sees on paper; a page
   *     that will be enlarged on a screen wants hundredths
   */
  PdfLedger(double heightPt, PdfFonts fonts, PdfFonts.Page page, boolean coarse) {
    this.coarse = coarse;
    this.fonts = fonts;
    this.page = page;
    upright = new AffineTransform(1, 0, 0, -1, 0, heightPt);
  }

  byte[] content() {
    clip(Optional.empty());
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void fill(Shape shape, Color color, Optional<Shape> within) {
    clip(within);
    fillWith(color);
    Rectangle2D bounds = shape.getBounds2D();
    if (bounds.getWidth() >= CARD_PT) {
      startAt(corner(bounds));
    }
    placed(shape, "f\n");
  }

  @Override
  public void draw(Shape shape, BasicStroke with, Color color, Optional<Shape> within) {
    clip(within);
    opacity(color.getAlpha());
    if (!color.equals(drawing)) {
      rgb(color).append("RG\n");
      drawing = color;
    }
    pen(with);
    placed(shape, "S\n");
  }

  @Override
  public void text(
      String text, Font font, AffineTransform place, Color color, Optional<Shape> within) {
    if (text.isEmpty()) {
      return;
    }
    clip(within);
    fillWith(color);
    if (fonts.holds(font, text)) {
      out.append("BT\n");
      show(text, font.getFontName(), font.getSize2D(), place);
      out.append("ET\n");
    } else {
      outlines(text, font, place);
    }
  }

  /**
   * Text that the embedded fonts lack: its outlines, and unseen signs that say what they mean, so
   * that it can be found and copied.
   */
  private void outlines(String text, Font font, AffineTransform place) {
    Shape shape = font.createGlyphVector(EXACT, text).getOutline();
    placed(place.createTransformedShape(shape), "f\n");
    out.append("/Span <</ActualText <FEFF")
        .append(HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)))
        .append(">>> BDC\nBT\n3 Tr\n");
    String signs = "?".repeat(text.codePointCount(0, text.length()));
    show(signs, Typeface.OWN.getFirst(), font.getSize2D(), place);
    out.append("0 Tr\nET\nEMC\n");
  }

  private void show(String text, String fontName, double size, AffineTransform place) {
    AffineTransform at = onPage();
    at.concatenate(place);
    double scale = Math.sqrt(Math.abs(at.getDeterminant()));
    set(page.resource(fontName), size * scale);
    if (at.getShearX() == 0 && at.getShearY() == 0) {
      place(at.getTranslateX());
      place(at.getTranslateY()).append("Td\n");
    } else {
      number(at.getScaleX() / scale);
      number(at.getShearY() / scale);
      number(-at.getShearX() / scale);
      number(-at.getScaleY() / scale);
      number(at.getTranslateX());
      number(at.getTranslateY()).append("Tm\n");
    }
    string(fonts.encode(fontName, text));
    out.append("Tj\n");
  }

  private void set(String resource, double size) {
    StringBuilder next = new StringBuilder("/").append(resource).append(' ');
    Decimals.append(next, size);
    if (!next.toString().equals(face)) {
      face = next.toString();
      out.append(face).append(" Tf\n");
    }
  }

  private void string(byte[] bytes) {
    out.append('(');
    for (byte each : bytes) {
      char c = (char) (each & 0xFF);
      switch (c) {
        case '(', ')', '\\' -> out.append('\\').append(c);
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
    out.append(") ");
  }

  private void fillWith(Color color) {
    opacity(color.getAlpha());
    if (!color.equals(filling)) {
      rgb(color).append("rg\n");
      filling = color;
    }
  }

  private void opacity(int wanted) {
    if (wanted != opacity) {
      out.append('/').append(page.opacity(wanted)).append(" gs\n");
      opacity = wanted;
    }
  }

  private void pen(BasicStroke next) {
    if (next.getLineWidth() != pen.getLineWidth()) {
      number(next.getLineWidth()).append("w\n");
    }
    if (next.getEndCap() != pen.getEndCap()) {
      out.append(next.getEndCap()).append(" J\n");
    }
    if (next.getLineJoin() != pen.getLineJoin()) {
      out.append(next.getLineJoin()).append(" j\n");
    }
    if (!Arrays.equals(next.getDashArray(), pen.getDashArray())) {
      out.append("[ ");
      float[] dash = next.getDashArray();
      for (float length : dash == null ? new float[0] : dash) {
        number(length);
      }
      out.append("] 0 d\n");
    }
    pen = next;
  }

  /** A clip can only be widened by going back to before it, which forgets all else. */
  private void clip(Optional<Shape> wanted) {
    if (wanted.equals(clip)) {
      return;
    }
    if (clip.isPresent()) {
      out.append("Q\n");
      origin = outerOrigin;
    }
    filling = Color.BLACK;
    drawing = Color.BLACK;
    opacity = 255;
    face = "";
    pen = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    clip = wanted;
    if (wanted.isPresent()) {
      out.append("q\n");
      outerOrigin = origin;
      path(wanted.get(), onPage(), false);
      out.append("W n\n");
    }
  }

  /**
   * A shape with curves is told from its own corner on: so equal signs are equal text, which packs
   * well, and there are thousands of them.
   */
  private void placed(Shape shape, String operator) {
    if (!curved(shape)) {
      path(shape, onPage(), coarse);
      out.append(operator);
      return;
    }
    Point2D corner = corner(shape.getBounds2D());
    if (corner.distance(origin) < SAME_PT) {
      path(shape, onPage(), false);
      out.append(operator);
      return;
    }
    out.append("q 1 0 0 1 ");
    place(corner.getX() - origin.getX());
    place(corner.getY() - origin.getY()).append("cm\n");
    AffineTransform own = AffineTransform.getTranslateInstance(-corner.getX(), -corner.getY());
    own.concatenate(upright);
    path(shape, own, false);
    out.append(operator).append("Q\n");
  }

  private Point2D corner(Rectangle2D bounds) {
    return upright.transform(new Point2D.Double(bounds.getX(), bounds.getY()), null);
  }

  /**
   * Tells all places from a card's corner on: then the same things in two cards are the same text,
   * which halves the packed size of a sheet of tables.
   */
  private void startAt(Point2D corner) {
    double dx = hundredths(corner.getX() - origin.getX());
    double dy = hundredths(corner.getY() - origin.getY());
    if (dx != 0 || dy != 0) {
      out.append("1 0 0 1 ");
      number(dx);
      number(dy).append("cm\n");
      origin = new Point2D.Double(origin.getX() + dx, origin.getY() + dy);
    }
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private AffineTransform onPage() {
    AffineTransform to = AffineTransform.getTranslateInstance(-origin.getX(), -origin.getY());
    to.concatenate(upright);
    return to;
  }

  private static boolean curved(Shape shape) {
    double[] at = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      if (kind == PathIterator.SEG_CUBICTO || kind == PathIterator.SEG_QUADTO) {
        return true;
      }
    }
    return false;
  }

  private void path(Shape shape, AffineTransform to, boolean roughly) {
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator path = shape.getPathIterator(to); !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> corner(at, roughly).append("m\n");
        case PathIterator.SEG_LINETO -> corner(at, roughly).append("l\n");
        case PathIterator.SEG_QUADTO -> quad(at, x, y);
        case PathIterator.SEG_CUBICTO -> numbers(at, 6).append("c\n");
        default -> out.append("h\n");
      }
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        x = at[last];
        y = at[last + 1];
      }
    }
  }

  private StringBuilder corner(double[] at, boolean roughly) {
    return roughly ? place(at[0], at[1]) : numbers(at, 2);
  }

  private StringBuilder place(double x, double y) {
    place(x);
    return place(y);
  }

  private StringBuilder place(double value) {
    if (coarse) {
      Decimals.coarse(out, value);
      return out.append(' ');
    }
    return number(value);
  }

  /** PDF has cubic curves only. */
  private void quad(double[] at, double x, double y) {
    double[] cubic = {
      x + (at[0] - x) * 2 / 3,
      y + (at[1] - y) * 2 / 3,
      at[2] + (at[0] - at[2]) * 2 / 3,
      at[3] + (at[1] - at[3]) * 2 / 3,
      at[2],
      at[3]
    };
    numbers(cubic, 6).append("c\n");
  }

  private StringBuilder numbers(double[] values, int count) {
    for (int i = 0; i < count; i++) {
      number(values[i]);
    }
    return out;
  }

  private StringBuilder rgb(Color color) {
    number(color.getRed() / 255.0);
    number(color.getGreen() / 255.0);
    return number(color.getBlue() / 255.0);
  }

  private StringBuilder number(double value) {
    Decimals.append(out, value);
    return out.append(' ');
  }
}
