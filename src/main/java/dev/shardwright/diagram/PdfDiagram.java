package dev.shardwright.diagram;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** A printout as a PDF document, with a bookmark for every sheet and table. */
public final class PdfDiagram {
  private PdfDiagram() {}

  /**
   * Writes the whole document; the same printout gives the same bytes.
   *
   * @throws IOException if it cannot be written to its end
   */
  public static void write(Printout printout, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfPages pages = new PdfPages(document);
      List<PDPage> added = new ArrayList<>();
      for (Sheet sheet : printout.sheets()) {
        added.add(pages.add(sheet));
      }
      describe(document, printout.caption());
      document.getDocumentCatalog().setDocumentOutline(bookmarks(printout, added));
      document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
      document.save(out);
    }
  }

  private static void describe(PDDocument document, Caption caption) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(caption.title());
    about.setCreator("Shardwright");
    StringBuilder subject = new StringBuilder("Diagram of a plan to split a database");
    caption
        .facts()
        .forEach(f -> subject.append("; ").append(f.name()).append(": ").append(f.value()));
    about.setSubject(subject.toString());
    document.getDocumentCatalog().setLanguage("en");
    // Else it would be made of the time, and no two documents alike.
    document.setDocumentId((long) caption.hashCode());
  }

  private static PDDocumentOutline bookmarks(Printout printout, List<PDPage> pages) {
    PDDocumentOutline outline = new PDDocumentOutline();
    for (int i = 0; i < pages.size(); i++) {
      Sheet sheet = printout.sheets().get(i);
      outline.addLast(bookmark(sheet.name(), pages.get(i), 0, sheet.heightPt()));
    }
    PDOutlineItem tables = new PDOutlineItem();
    tables.setTitle("Tables");
    printout.drawing().boxes().values().forEach(box -> addTable(tables, box, printout, pages));
    if (tables.hasChildren()) {
      outline.addLast(tables);
    }
    return outline;
  }

  /** On the last sheet that shows the table: there it is largest. */
  private static void addTable(
      PDOutlineItem tables, Placed box, Printout printout, List<PDPage> pages) {
    for (int i = pages.size() - 1; i >= 0; i--) {
      Sheet sheet = printout.sheets().get(i);
      if (sheet.placement().isPresent()) {
        Area at = sheet.placement().get().onSheet(box.area());
        if (sheet.placement().get().seen().contains(at.centerX(), at.centerY())) {
          double top = sheet.heightPt() - at.y() + 20;
          tables.addLast(bookmark(box.box().title(), pages.get(i), at.x() - 20, top));
          return;
        }
      }
    }
  }

  private static PDOutlineItem bookmark(String title, PDPage page, double left, double top) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(page);
    place.setLeft((int) Math.max(0, left));
    place.setTop((int) top);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(place);
    return item;
  }
}
