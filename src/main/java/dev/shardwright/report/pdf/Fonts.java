package dev.shardwright.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The embedded fonts of one document and the widths of their signs.
 *
 * <p>A sign that a face lacks is taken from another; what none has, and all that runs from right to
 * left, is {@link ForeignText}.
 */
final class Fonts {
  /** Signs below this are measured once; nearly all text has no others. */
  private static final int KNOWN = 0x250;

  private final Map<Face, Loaded> faces = new EnumMap<>(Face.class);

  /** A font with what it can show. */
  private static final class Loaded {
    private final PDFont font;
    private final CmapLookup signs;

    /** Of the known signs at size 1000; NaN for those that it lacks. */
    private final float[] widths = new float[KNOWN];

    Loaded(PDFont font, CmapLookup signs) {
      this.font = font;
      this.signs = signs;
      for (int sign = 0; sign < KNOWN; sign++) {
        boolean shown = sign >= ' ' && has(sign) && Character.getType(sign) != Character.FORMAT;
        widths[sign] = shown ? measured(sign) : Float.NaN;
      }
    }

    boolean has(int sign) {
      return signs.getGlyphId(sign) != 0;
    }

    float width(int sign) {
      return sign < KNOWN ? widths[sign] : measured(sign);
    }

    private float measured(int sign) {
      try {
        return font.getStringWidth(Character.toString(sign));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Fonts(PDDocument document) throws IOException {
    for (Face face : Face.values()) {
      faces.put(face, load(document, face));
    }
  }

  private static Loaded load(PDDocument document, Face face) throws IOException {
    try (InputStream file = Fonts.class.getResourceAsStream("/fonts/" + face.file())) {
      if (file == null) {
        throw new IOException("the program lacks its font " + face.file());
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      // Ligatures would cost nine tenths of the time, and a search would miss words.
      font.setEnableGsub(false);
      PDFont embedded = PDType0Font.load(document, font, true);
      return new Loaded(embedded, font.getUnicodeCmapLookup());
    }
  }

  PDFont font(Face face) {
    return loaded(face).font;
  }

  /** The width in points. */
  float width(Face face, String text, float size) {
    float plain = plain(face, text);
    return size * (Float.isNaN(plain) ? Run.width(mixed(face, text)) : plain);
  }

  /** The text from left to right, cut where the font changes. */
  List<Run> runs(Face wanted, String text) {
    float plain = plain(wanted, text);
    if (Float.isNaN(plain)) {
      return mixed(wanted, text);
    }
    return text.isEmpty() ? List.of() : List.of(Run.of(wanted, text, plain));
  }

  /** The width at size 1 if the face has all signs of the text, else NaN. */
  private float plain(Face face, String text) {
    float[] widths = loaded(face).widths;
    float sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      sum += sign < KNOWN ? widths[sign] : Float.NaN;
    }
    return sum / 1000;
  }

  private List<Run> mixed(Face wanted, String text) {
    String shown = ForeignText.cleaned(text);
    List<Run> runs = new ArrayList<>();
    if (!Bidi.requiresBidi(shown.toCharArray(), 0, shown.length())) {
      leftToRight(wanted, shown, runs);
      return runs;
    }
    Bidi bidi = new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int from = 0;
    for (int i = 0; i < bidi.getRunCount(); i++) {
      boolean goesOn = i + 1 < bidi.getRunCount() && turned(bidi, i) == turned(bidi, i + 1);
      if (!goesOn) {
        String part = shown.substring(from, bidi.getRunLimit(i));
        if (turned(bidi, i)) {
          runs.add(ForeignText.run(part));
        } else {
          leftToRight(wanted, part, runs);
        }
        from = bidi.getRunLimit(i);
      }
    }
    return runs;
  }

  /** Numbers within such text belong to it. */
  private static boolean turned(Bidi bidi, int run) {
    return bidi.getRunLevel(run) > 0;
  }

  private void leftToRight(Face wanted, String text, List<Run> runs) {
    int from = 0;
    while (from < text.length()) {
      Optional<Face> face = faceFor(wanted, text.codePointAt(from));
      boolean drawn = face.isEmpty() && ForeignText.drawable(text.codePointAt(from));
      int to = from;
      while (to < text.length() && alike(wanted, text.codePointAt(to), face, drawn)) {
        to += Character.charCount(text.codePointAt(to));
      }
      String part = text.substring(from, to);
      runs.add(
          face.map(f -> Run.of(f, part, width(f, part))).orElseGet(() -> ForeignText.run(part)));
      from = to;
    }
  }

  private boolean alike(Face wanted, int sign, Optional<Face> face, boolean drawn) {
    Optional<Face> own = faceFor(wanted, sign);
    return own.equals(face) && (own.isPresent() || ForeignText.drawable(sign) == drawn);
  }

  private float width(Face face, String part) {
    double sum = part.codePoints().mapToDouble(loaded(face)::width).sum();
    return (float) (sum / 1000);
  }

  private Optional<Face> faceFor(Face wanted, int sign) {
    if (loaded(wanted).has(sign)) {
      return Optional.of(wanted);
    }
    return faces.keySet().stream().filter(face -> loaded(face).has(sign)).findFirst();
  }

  private Loaded loaded(Face face) {
    Loaded loaded = faces.get(face);
    if (loaded == null) {
      throw new IllegalStateException("no font for " + face);
    }
    return loaded;
  }
}
