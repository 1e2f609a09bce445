package dev.shardwright.report.pdf;

import dev.shardwright.report.content.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The outline of a document: its chapters and their headings. */
final class Bookmarks {
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final Map<String, Place> chapters = new LinkedHashMap<>();
  private PDOutlineItem chapter = new PDOutlineItem();

  /** Where something starts. */
  record Place(PDPage page, PDPageXYZDestination destination) {}

  Bookmarks(PDDocument document) {
    document.getDocumentCatalog().setDocumentOutline(outline);
  }

  void chapter(Section section, Pen pen) {
    Place place = place(pen);
    chapters.put(section.id(), place);
    chapter = item(section.title(), place);
    outline.addLast(chapter);
  }

  void heading(String title, Pen pen) {
    chapter.addLast(item(title, place(pen)));
  }

  /** Where the chapters start, by their ids. */
  Map<String, Place> chapters() {
    return chapters;
  }

  private static Place place(Pen pen) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(pen.current());
    destination.setTop((int) (Pen.HEIGHT - pen.y() + 8));
    return new Place(pen.current(), destination);
  }

  private static PDOutlineItem item(String title, Place place) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(place.destination());
    return item;
  }
}
