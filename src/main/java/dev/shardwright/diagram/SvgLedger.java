package dev.shardwright.diagram;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Writes shapes down as elements of SVG 1.1; text stays text. */
final class SvgLedger implements VectorGraphics.Ledger {
  private static final String PATH = "<path d=\"";

  private final StringBuilder out = new StringBuilder();
  private final Map<Shape, String> clips = new HashMap<>();
  private final NavigableSet<Integer> letters = new TreeSet<>();

  /** How the line that was drawn last ends, as long as nothing came after it. */
  private String stroke = "";

  /** The elements so far. */
  StringBuilder elements() {
    return out;
  }

  /** The letters that were used, so that a font need hold no others. */
  NavigableSet<Integer> letters() {
    return letters;
  }

  @Override
  public void fill(Shape shape, Color color, Optional<Shape> clip) {
    stroke = "";
    path(shape);
    out.append("\" fill=\"");
    color("fill", color);
    ending(clip);
  }

  /** Lines of one look after each other are one element: a third of a large drawing's text. */
  @Override
  public void draw(Shape shape, BasicStroke pen, Color color, Optional<Shape> clip) {
    int start = out.length();
    path(shape);
    int end = out.length();
    look(pen, color, clip);
    String now = out.substring(end);
    if (now.equals(stroke) && color.getAlpha() == 255) {
      out.delete(start - stroke.length(), start + PATH.length());
    }
    stroke = now;
  }

  private void look(BasicStroke pen, Color color, Optional<Shape> clip) {
    out.append("\" fill=\"none\" stroke=\"");
    color("stroke", color);
    out.append(" stroke-width=\"");
    number(pen.getLineWidth());
    out.append('"');
    float[] dash = pen.getDashArray();
    if (dash != null) {
      out.append(" stroke-dasharray=\"");
      for (float length : dash) {
        number(length);
        out.append(' ');
      }
      out.append('"');
    }
    if (pen.getEndCap() == BasicStroke.CAP_ROUND) {
      out.append(" stroke-linecap=\"round\"");
    }
    ending(clip);
  }

  /** The length is told too: another font then takes the same room. */
  @Override
  public void text(
      String text, Font font, AffineTransform place, Color color, Optional<Shape> clip) {
    if (text.isBlank()) {
      return;
    }
    stroke = "";
    double scale = Math.sqrt(Math.abs(place.getDeterminant()));
    out.append(text.startsWith(" ") ? "<text xml:space=\"preserve\" x=\"" : "<text x=\"");
    number(place.getTranslateX());
    out.append("\" y=\"");
    number(place.getTranslateY());
    out.append("\" font-size=\"");
    number(font.getSize2D() * scale);
    if (font.getFontName().equals(Typeface.OWN.getLast())) {
      out.append("\" font-weight=\"600");
    }
    if (place.getShearX() != 0) {
      out.append("\" transform=\"rotate(");
      number(Math.toDegrees(Math.atan2(place.getShearY(), place.getScaleX())));
      out.append(' ');
      number(place.getTranslateX());
      out.append(' ');
      number(place.getTranslateY());
      out.append(')');
    }
    out.append("\" textLength=\"");
    number(Typeface.width(text, font) * scale);
    out.append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"");
    color("fill", color);
    clipped(clip);
    out.append('>').append(escaped(text)).append("</text>\n");
    text.codePoints().forEach(letters::add);
  }

  /** The text without what XML 1.0 forbids: a name may hold any sign its database allows. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  /** Signs that turn the direction of text could make one name look like another. */
  private static boolean allowed(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !turns && xml(c);
  }

  private static boolean xml(int c) {
    return (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  private void path(Shape shape) {
    out.append(PATH);
    pathData(shape);
  }

  private void pathData(Shape shape) {
    double[] at = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> segment('M', at, 2);
        case PathIterator.SEG_LINETO -> segment('L', at, 2);
        case PathIterator.SEG_QUADTO -> segment('Q', at, 4);
        case PathIterator.SEG_CUBICTO -> segment('C', at, 6);
        default -> out.append('Z');
      }
    }
  }

  private void segment(char kind, double[] at, int count) {
    out.append(kind);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(' ');
      }
      number(at[i]);
    }
  }

  private void color(String what, Color color) {
    out.append("#%06x".formatted(color.getRGB() & 0xFFFFFF)).append('"');
    if (color.getAlpha() < 255) {
      out.append(' ').append(what).append("-opacity=\"");
      number(color.getAlpha() / 255.0);
      out.append('"');
    }
  }

  private void ending(Optional<Shape> clip) {
    clipped(clip);
    out.append("/>\n");
  }

  private void clipped(Optional<Shape> clip) {
    if (clip.isEmpty()) {
      return;
    }
    String known = clips.get(clip.get());
    String name = known == null ? "c" + clips.size() : known;
    out.append(" clip-path=\"url(#").append(name).append(")\"");
    if (known == null) {
      clips.put(clip.get(), name);
    }
  }

  /** The clips that elements name. */
  String clipPaths() {
    SvgLedger own = new SvgLedger();
    clips.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(clip -> {
          own.out.append("<clipPath id=\"").append(clip.getValue()).append("\">");
          own.path(clip.getKey());
          own.out.append("\"/></clipPath>\n");
        });
    return own.out.toString();
  }

  private void number(double value) {
    Decimals.append(out, value);
  }
}
