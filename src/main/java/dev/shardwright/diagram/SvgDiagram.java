package dev.shardwright.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.NavigableSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A sheet as an SVG image: text can be searched, and brings the letters of its fonts along. */
public final class SvgDiagram {
  private static final int[] WEIGHTS = {400, 600};

  /** What browsers need of a font; kerning and alternatives would be most of the file. */
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
          "post", "prep");

  private SvgDiagram() {}

  /**
   * Writes the image as a file of its own; one point of the sheet is one pixel.
   *
   * @throws IOException if it cannot be written to its end
   */
  public static void write(Sheet sheet, Caption caption, OutputStream to) throws IOException {
    Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writeElement(sheet, caption.title(), out);
    out.flush();
  }

  /**
   * Writes the image as an element, to stand within a page.
   *
   * @throws IOException if it cannot be written to its end
   */
  public static void writeElement(Sheet sheet, String title, Appendable out) throws IOException {
    SvgLedger ledger = new SvgLedger();
    sheet.paint(new VectorGraphics(ledger));
    long width = Math.round(sheet.widthPt());
    long height = Math.round(sheet.heightPt());
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                .formatted(width, height)
            + " viewBox=\"0 0 %d %d\"".formatted(width, height)
            + " font-family=\"'Inter drawn', Inter, 'Segoe UI', 'Helvetica Neue', Arial,"
            + " sans-serif\">\n");
    out.append("<title>" + SvgLedger.escaped(title) + "</title>\n<style>\n");
    for (int i = 0; i < WEIGHTS.length; i++) {
      out.append(face(Typeface.OWN.get(i), WEIGHTS[i], ledger.letters()));
    }
    out.append("</style>\n<defs>\n" + ledger.clipPaths() + "</defs>\n");
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    out.append(ledger.elements()).append("</svg>\n");
  }

  /** Under a name of its own: a page around it must not take the few letters for the whole font. */
  private static String face(String fontName, int weight, NavigableSet<Integer> letters)
      throws IOException {
    return "@font-face{font-family:'Inter drawn';font-weight:"
        + weight
        + ";src:url(data:font/ttf;base64,"
        + Base64.getEncoder().encodeToString(subset(fontName, letters))
        + ")}\n";
  }

  private static byte[] subset(String fontName, NavigableSet<Integer> letters) throws IOException {
    try (InputStream in = Typeface.file(fontName);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      subsetter.addAll(letters);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      subsetter.writeToStream(bytes);
      return bytes.toByteArray();
    }
  }
}
