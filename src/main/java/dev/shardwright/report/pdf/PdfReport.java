package dev.shardwright.report.pdf;

import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Report;
import dev.shardwright.report.content.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A report on A4 pages with bookmarks, contents, page numbers and searchable text. The same report
 * gives the same bytes.
 */
public final class PdfReport {
  private static final float SIZE = 9.5f;
  private static final float LEADING = 13.5f;
  private static final float CODE_SIZE = 7.4f;
  private static final float CODE_LEADING = 9.8f;

  /** With less room a chapter begins on a page of its own. */
  private static final float CHAPTER = 260;

  private final Report report;
  private final Pictures pictures;
  private final PDDocument document;
  private final Pen pen;
  private final Bookmarks bookmarks;

  /** Adds the pages of the drawing to a document. */
  @FunctionalInterface
  public interface Pictures {
    void addTo(PDDocument document) throws IOException;
  }

  private PdfReport(Report report, Pictures pictures, PDDocument document) throws IOException {
    this.report = report;
    this.pictures = pictures;
    this.document = document;
    this.pen = new Pen(document, new Fonts(document));
    this.bookmarks = new Bookmarks(document);
  }

  /**
   * Writes the document.
   *
   * @throws IOException if it cannot be written to its end
   */
  public static void write(Report report, Pictures pictures, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfReport pdf = new PdfReport(report, pictures, document);
      pdf.title();
      Contents contents = Contents.reserve(pdf.pen, report.sections());
      for (Section section : report.sections()) {
        pdf.section(section);
      }
      pdf.pen.close();
      contents.write(document, pdf.bookmarks, pdf.pen.fonts());
      Footers.write(document, pdf.pen.fonts(), report);
      pdf.describe();
      document.save(out);
    }
  }

  private void describe() {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(report.title() + " · sharding plan");
    about.setCreator(report.program());
    about.setProducer(report.program());
    Calendar day = GregorianCalendar.from(report.date().atStartOfDay(ZoneOffset.UTC));
    about.setCreationDate(day);
    about.setModificationDate(day);
    document.setDocumentId(report.date().toEpochDay());
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("en");
    catalog.setPageMode(PageMode.USE_OUTLINES);
    PDViewerPreferences viewer = new PDViewerPreferences(catalog.getCOSObject());
    viewer.setDisplayDocTitle(true);
    catalog.setViewerPreferences(viewer);
  }

  private void title() throws IOException {
    pen.down(6);
    text(List.of(Piece.of(report.title(), Face.STRONG, Ink.TEXT)), 22, 28, 0);
    text(Ink.pieces(report.subtitle(), Face.TEXT, Ink.MUTED), 10.5f, 15, 0);
    String made = report.program() + " · " + report.date();
    text(List.of(Piece.of(made, Face.TEXT, Ink.MUTED)), 10.5f, 15, 0);
    pen.down(14);
  }

  private void section(Section section) throws IOException {
    if (section.equals(report.sections().getFirst())) {
      pen.ensure(120);
    } else if (!pen.ensure(CHAPTER) && !pen.fresh()) {
      pen.down(26);
    }
    bookmarks.chapter(section, pen);
    text(List.of(Piece.of(section.title(), Face.STRONG, Ink.TEXT)), 16, 22, 0);
    pen.down(4);
    for (Block block : section.blocks()) {
      block(block, 0);
    }
  }

  private void block(Block block, float indent) throws IOException {
    switch (block) {
      case Block.Heading heading -> heading(heading.title());
      case Block.Prose prose -> prose(prose.text(), indent);
      case Block.Bullets bullets -> bullets(bullets.items());
      case Block.Facts facts -> facts(facts.facts());
      case Block.Details details -> details(details.facts());
      case Block.Sql sql -> sql(sql);
      case Block.Grid grid -> GridLayout.write(pen, grid);
      case Block.Entry entry -> entry(entry);
      case Block.Picture picture -> picture(picture);
    }
  }

  private void heading(String title) throws IOException {
    pen.down(8);
    pen.ensure(86);
    bookmarks.heading(title, pen);
    text(List.of(Piece.of(title, Face.STRONG, Ink.TEXT)), 11.5f, 17, 0);
  }

  private void prose(Line line, float indent) throws IOException {
    text(Ink.pieces(line, Face.TEXT, Ink.TEXT), SIZE, LEADING, indent);
    pen.down(4);
  }

  private void bullets(List<Line> items) throws IOException {
    for (Line item : items) {
      pen.ensure(LEADING);
      pen.line(List.of(Piece.of("•", Face.TEXT, Ink.MUTED)), Pen.LEFT + 2, SIZE);
      text(Ink.pieces(item, Face.TEXT, Ink.TEXT), SIZE, LEADING, 12);
    }
    pen.down(5);
  }

  private void facts(List<Block.Fact> facts) throws IOException {
    Line all = Line.EMPTY;
    for (Block.Fact fact : facts) {
      String label = fact.label().isEmpty() ? "" : " " + fact.label();
      all = all.and(all.isEmpty() ? "" : "     ").and(fact.value()).and(label);
    }
    prose(all, 0);
  }

  private void details(List<Block.Fact> facts) throws IOException {
    float label = 0;
    for (Block.Fact fact : facts) {
      label = Math.max(label, pen.fonts().width(Face.TEXT, fact.label(), SIZE) + 14);
    }
    for (Block.Fact fact : facts) {
      pen.ensure(LEADING);
      pen.line(List.of(Piece.of(fact.label(), Face.TEXT, Ink.MUTED)), Pen.LEFT, SIZE);
      text(Ink.pieces(fact.value(), Face.TEXT, Ink.TEXT), SIZE, LEADING, label);
    }
    pen.down(4);
  }

  private void entry(Block.Entry entry) throws IOException {
    pen.down(3);
    pen.ensure(6 * LEADING);
    pen.rule(Ink.LINE);
    pen.down(6);
    text(Ink.pieces(entry.title(), Face.STRONG, Ink.TEXT), SIZE, LEADING, 0);
    for (Block block : entry.blocks()) {
      block(block, 0);
    }
  }

  private void sql(Block.Sql sql) throws IOException {
    pen.ensure(LEADING + 3 * CODE_LEADING);
    text(List.of(Piece.of(sql.title(), Face.TEXT, Ink.MUTED)), SIZE - 1, LEADING, 0);
    List<Piece> code = List.of(Piece.of(sql.text().stripTrailing(), Face.CODE, Ink.TEXT));
    for (List<Piece> line : Wrapping.of(pen.fonts(), code, CODE_SIZE, Pen.BODY - 12)) {
      pen.ensure(CODE_LEADING);
      pen.fill(Ink.CODE, Pen.LEFT, pen.y(), Pen.BODY, CODE_LEADING);
      pen.line(line, Pen.LEFT + 6, CODE_SIZE);
      pen.down(CODE_LEADING);
    }
    pen.down(5);
  }

  private void picture(Block.Picture picture) throws IOException {
    prose(Line.of(picture.description()), 0);
    pictures.addTo(document);
    pen.newPage();
  }

  private void text(List<Piece> pieces, float size, float leading, float indent)
      throws IOException {
    for (List<Piece> line : Wrapping.of(pen.fonts(), pieces, size, Pen.BODY - indent)) {
      pen.ensure(leading);
      pen.line(line, Pen.LEFT + indent, size);
      pen.down(leading);
    }
  }
}
