package dev.shardwright.diagram;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Draws pages of a PDF document as a screen is drawn.
 *
 * <p>Text stays text and can be searched, in the program's own fonts, of which the document carries
 * the letters it uses. Letters that these fonts lack are drawn as outlines.
 */
public final class PdfPages {
  /** Points per unit from which a drawing is read on paper rather than enlarged on a screen. */
  private static final double READ_ON_PAPER = 0.33;

  private final PDDocument document;
  private final PdfFonts fonts;

  /** Pages to be added to a document, which the caller saves and closes. */
  public PdfPages(PDDocument document) throws IOException {
    this.document = document;
    this.fonts = new PdfFonts(document);
  }

  /**
   * Adds a page; units are points of 1/72 inch from its left upper corner.
   *
   * @throws IOException if the page cannot be stored
   */
  public PDPage add(double widthPt, double heightPt, Consumer<Graphics2D> painter)
      throws IOException {
    return add(widthPt, heightPt, painter, false);
  }

  private PDPage add(double widthPt, double heightPt, Consumer<Graphics2D> painter, boolean coarse)
      throws IOException {
    PdfFonts.Page resources = fonts.new Page();
    PdfLedger ledger = new PdfLedger(heightPt, fonts, resources, coarse);
    painter.accept(new VectorGraphics(ledger));
    PDPage page = new PDPage(new PDRectangle((float) widthPt, (float) heightPt));
    page.setContents(stream(ledger.content()));
    page.setResources(resources.resources());
    document.addPage(page);
    return page;
  }

  /** PDFBox's own streams are packed for speed, which makes a diagram a fifth larger. */
  private PDStream stream(byte[] content) throws IOException {
    COSStream packed = document.getDocument().createCOSStream();
    packed.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    Deflater smallest = new Deflater(Deflater.BEST_COMPRESSION);
    try (OutputStream raw = packed.createRawOutputStream();
        OutputStream out = new DeflaterOutputStream(raw, smallest)) {
      out.write(content);
    } finally {
      smallest.end();
    }
    return new PDStream(packed);
  }

  /** Adds a sheet of a printout as a page. */
  public PDPage add(Sheet sheet) throws IOException {
    boolean coarse = sheet.placement().map(p -> p.scale() >= READ_ON_PAPER).orElse(true);
    return add(sheet.widthPt(), sheet.heightPt(), sheet::paint, coarse);
  }
}
