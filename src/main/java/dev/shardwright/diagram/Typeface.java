package dev.shardwright.diagram;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One of the program's own fonts at one size, with the widths of its letters.
 *
 * <p>Bundled fonts make a layout the same on every machine. What they cannot show is drawn in the
 * platform's font; its width is then asked once more where it is drawn.
 */
public final class Typeface {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final int KNOWN = 0x250;

  /** The names of the fonts that drawings are set in. */
  static final List<String> OWN = List.of("Inter Regular", "Inter SemiBold");

  private static final Font FALLBACK = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
  private static final Font INTER = load(OWN.getFirst());
  private static final Font INTER_SEMI_BOLD = load(OWN.getLast());

  public static final Typeface TEXT = new Typeface(INTER, 12);
  public static final Typeface STRONG = new Typeface(INTER_SEMI_BOLD, 12);
  public static final Typeface SMALL = new Typeface(INTER, 10.5f);
  public static final Typeface GUTTER = new Typeface(INTER_SEMI_BOLD, 9);
  public static final Typeface HEADER = new Typeface(INTER_SEMI_BOLD, 13);
  public static final Typeface FRAME = new Typeface(INTER_SEMI_BOLD, 16);

  private final Font font;

  /** Widths of the letters at the size at which the family was measured. */
  private final float[] advances;

  /** This face's size by the measured one. */
  private final double enlarged;

  private Typeface(Font family, float size) {
    this(family.deriveFont(size), new float[KNOWN], 1);
    for (char c = ' '; c < KNOWN; c++) {
      advances[c] = (float) font.getStringBounds(String.valueOf(c), EXACT).getWidth();
    }
  }

  private Typeface(Font font, float[] advances, double enlarged) {
    this.font = font;
    this.advances = advances;
    this.enlarged = enlarged;
  }

  /** The same face at another size, in the drawing's units. */
  public Typeface at(float size) {
    return new Typeface(font.deriveFont(size), advances, enlarged * size / font.getSize2D());
  }

  double size() {
    return font.getSize2D();
  }

  /** The font that can show the text. */
  public Font fontFor(String text) {
    return plain(text) || font.canDisplayUpTo(text) < 0
        ? font
        : FALLBACK.deriveFont(font.getSize2D());
  }

  /** The width of text in any font at its own size. */
  static double width(String text, Font font) {
    return font.getStringBounds(text, EXACT).getWidth();
  }

  /** The width of the text in the drawing's units. */
  public double width(String text) {
    if (!plain(text)) {
      return fontFor(text).getStringBounds(text, EXACT).getWidth();
    }
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += advances[text.charAt(i)];
    }
    return width * enlarged;
  }

  /** The text, shortened with an ellipsis if it is wider than allowed. */
  public String fitted(String text, double widest) {
    if (width(text) <= widest) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end) + "…") > widest) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= KNOWN) {
        return false;
      }
    }
    return true;
  }

  /** The program's own font of a name, as a file: for outputs that carry their fonts. */
  static InputStream file(String fontName) {
    String file = "/fonts/" + fontName.replace(' ', '-') + ".ttf";
    InputStream in = Typeface.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the program's font " + file + " is missing");
    }
    return in;
  }

  private static Font load(String file) {
    try (InputStream in = file(file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the program's font " + file + " is damaged", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
