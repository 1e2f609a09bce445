package dev.shardwright.report.pdf;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes down the pages of a document, one after the other; lengths are points, y grows down. */
final class Pen implements Closeable {
  static final float WIDTH = PDRectangle.A4.getWidth();
  static final float HEIGHT = PDRectangle.A4.getHeight();
  static final float LEFT = 48;
  static final float TOP = 52;
  static final float BOTTOM = HEIGHT - 54;
  static final float BODY = WIDTH - 2 * LEFT;

  private final PDDocument document;
  private final Fonts fonts;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream content;
  private float y = TOP;

  Pen(PDDocument document, Fonts fonts) throws IOException {
    this.document = document;
    this.fonts = fonts;
    this.content = page();
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    return new PDPageContentStream(document, page);
  }

  Fonts fonts() {
    return fonts;
  }

  PDPage current() {
    return pages.getLast();
  }

  /** How far down the page the next line starts. */
  float y() {
    return y;
  }

  float left() {
    return BOTTOM - y;
  }

  void down(float by) {
    y += by;
  }

  /** Starts a new page unless so much room is left. */
  boolean ensure(float room) throws IOException {
    if (y + room <= BOTTOM || y == TOP) {
      return false;
    }
    newPage();
    return true;
  }

  void newPage() throws IOException {
    content.close();
    content = page();
    y = TOP;
  }

  /** True if nothing stands on the page yet. */
  boolean fresh() {
    return y == TOP;
  }

  /** One line of pieces whose tops are at y; the cursor stays. */
  void line(List<Piece> pieces, float x, float size) throws IOException {
    float at = x;
    for (Piece piece : pieces) {
      if (piece.behind().isPresent()) {
        float wide = fonts.width(piece.face(), piece.text(), size);
        fill(piece.behind().get(), at, y + 0.5f, wide + 6, size + 3);
        at += text(piece, at + 3, size) + 6;
      } else {
        at += text(piece, at, size);
      }
    }
  }

  private float text(Piece piece, float x, float size) throws IOException {
    List<Run> runs = fonts.runs(piece.face(), piece.text());
    new Lettering(content, fonts).write(runs, piece.colour(), x, HEIGHT - y - size, size);
    return Run.width(runs) * size;
  }

  void fill(Color colour, float x, float top, float width, float height) throws IOException {
    content.setNonStrokingColor(colour);
    content.addRect(x, HEIGHT - top - height, width, height);
    content.fill();
  }

  /** A hairline over the whole body at the cursor. */
  void rule(Color colour) throws IOException {
    content.setStrokingColor(colour);
    content.setLineWidth(0.5f);
    content.moveTo(LEFT, HEIGHT - y);
    content.lineTo(LEFT + BODY, HEIGHT - y);
    content.stroke();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
