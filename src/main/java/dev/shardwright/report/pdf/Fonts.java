package dev.shardwright.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>A sign that a face lacks is taken from another; one that none has becomes a question mark,
 * since a PDF must bring every sign along.
 */
final class Fonts {
  private static final int UNKNOWN = '?';

  private final Map<Face, Loaded> faces = new EnumMap<>(Face.class);

  /** A font with what it can show. */
  private record Loaded(PDFont font, CmapLookup signs, Map<Integer, Float> widths) {
    boolean has(int sign) {
      return signs.getGlyphId(sign) != 0;
    }
  }

  /** Text in one font. */
  record Run(Face face, String text) {}

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
      return new Loaded(
          PDType0Font.load(document, font, true), font.getUnicodeCmapLookup(), new HashMap<>());
    }
  }

  PDFont font(Face face) {
    return loaded(face).font();
  }

  /** The text cut where the font changes; signs that steer text are left out. */
  List<Run> runs(Face wanted, String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    Face face = wanted;
    for (int sign : text.codePoints().filter(Fonts::shown).toArray()) {
      Face next = faceFor(wanted, sign);
      if (next != face && !run.isEmpty()) {
        runs.add(new Run(face, run.toString()));
        run.setLength(0);
      }
      face = next;
      run.appendCodePoint(loaded(next).has(sign) ? sign : UNKNOWN);
    }
    if (!run.isEmpty()) {
      runs.add(new Run(face, run.toString()));
    }
    return runs;
  }

  private static boolean shown(int sign) {
    int type = Character.getType(sign);
    return type != Character.CONTROL && type != Character.FORMAT;
  }

  private Face faceFor(Face wanted, int sign) {
    if (loaded(wanted).has(sign)) {
      return wanted;
    }
    for (Face other : Face.values()) {
      if (loaded(other).has(sign)) {
        return other;
      }
    }
    return wanted;
  }

  /** The width in points. */
  float width(Face face, String text, float size) {
    float sum = 0;
    for (int sign : text.codePoints().filter(Fonts::shown).toArray()) {
      Face used = faceFor(face, sign);
      sum += width(used, loaded(used).has(sign) ? sign : UNKNOWN);
    }
    return sum * size / 1000;
  }

  private float width(Face face, int sign) {
    return loaded(face)
        .widths()
        .computeIfAbsent(
            sign,
            s -> {
              try {
                return loaded(face).font().getStringWidth(Character.toString(s));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  private Loaded loaded(Face face) {
    Loaded loaded = faces.get(face);
    if (loaded == null) {
      throw new IllegalStateException("no font for " + face);
    }
    return loaded;
  }
}
