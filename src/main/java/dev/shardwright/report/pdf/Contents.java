package dev.shardwright.report.pdf;

import dev.shardwright.report.content.Section;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/** The table of contents: room for it is kept first, the page numbers are known last. */
record Contents(PDPage page, float top, List<Section> sections) {
  private static final float SIZE = 10;
  private static final float LEADING = 16;

  Contents {
    sections = List.copyOf(sections);
  }

  static Contents reserve(Pen pen, List<Section> sections) {
    Contents contents = new Contents(pen.current(), pen.y(), sections);
    pen.down(LEADING * sections.size() + 18);
    return contents;
  }

  void write(PDDocument document, Bookmarks bookmarks, Fonts fonts) throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      float y = Pen.HEIGHT - top;
      for (Section section : sections) {
        Bookmarks.Place place = bookmarks.chapters().get(section.id());
        if (place != null) {
          y -= LEADING;
          String number = String.valueOf(document.getPages().indexOf(place.page()) + 1);
          Lettering letters = new Lettering(content, fonts);
          letters.write(fonts.runs(Face.TEXT, section.title()), Ink.TEXT, Pen.LEFT, y, SIZE);
          float wide = fonts.width(Face.TEXT, number, SIZE);
          float x = Pen.LEFT + Pen.BODY - wide;
          letters.write(fonts.runs(Face.TEXT, number), Ink.TEXT, x, y, SIZE);
          link(place, y);
        }
      }
    }
  }

  private void link(Bookmarks.Place place, float y) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(new PDRectangle(Pen.LEFT, y - 4, Pen.BODY, LEADING));
    PDBorderStyleDictionary none = new PDBorderStyleDictionary();
    none.setWidth(0);
    link.setBorderStyle(none);
    PDActionGoTo go = new PDActionGoTo();
    go.setDestination(place.destination());
    link.setAction(go);
    page.getAnnotations().add(link);
  }
}
