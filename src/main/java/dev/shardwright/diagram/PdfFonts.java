package dev.shardwright.diagram;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** The program's fonts in a PDF document, which carries the letters that were used. */
final class PdfFonts {
  private final Map<String, PDType0Font> fonts = new HashMap<>();
  private final Map<String, byte[]> encoded = new HashMap<>();

  PdfFonts(PDDocument document) throws IOException {
    for (String name : Typeface.OWN) {
      try (InputStream in = Typeface.file(name)) {
        PDType0Font font = PDType0Font.load(document, in);
        fonts.put(name, font);
        announce(document, font);
      }
    }
  }

  /** A document makes subsets, as it is saved, of fonts that PDFBox's own writer has seen. */
  private static void announce(PDDocument document, PDType0Font font) throws IOException {
    try (PDPageContentStream never = new PDPageContentStream(document, new PDPage())) {
      never.setFont(font, 1);
    }
  }

  /** True if the text can be shown in a font that the document carries. */
  boolean holds(Font font, String text) {
    return fonts.containsKey(font.getFontName()) && font.canDisplayUpTo(text) < 0;
  }

  /** The numbers of the text's letters in the font. */
  byte[] encode(String fontName, String text) {
    return encoded.computeIfAbsent(fontName + " " + text, key -> encoding(fontName, text));
  }

  private byte[] encoding(String fontName, String text) {
    PDType0Font font = font(fontName);
    text.codePoints().forEach(font::addToSubset);
    try {
      return font.encode(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDType0Font font(String name) {
    PDType0Font font = fonts.get(name);
    if (font == null) {
      throw new IllegalStateException(name + " is none of the program's fonts");
    }
    return font;
  }

  /** The names by which one page's content calls fonts and opacities. */
  final class Page {
    private final PDResources resources = new PDResources();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Integer, String> opacities = new HashMap<>();

    PDResources resources() {
      return resources;
    }

    String resource(String fontName) {
      return names.computeIfAbsent(fontName, name -> resources.add(font(name)).getName());
    }

    String opacity(int of255) {
      return opacities.computeIfAbsent(
          of255,
          value -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(value / 255f);
            state.setStrokingAlphaConstant(value / 255f);
            COSName name = resources.add(state);
            return name.getName();
          });
    }
  }
}
