package dev.shardwright.report.pdf;

import dev.shardwright.report.content.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The foot of every page: what it is of, and its number. */
final class Footers {
  private static final float SIZE = 8;
  private static final float Y = 28;

  private Footers() {}

  static void write(PDDocument document, Fonts fonts, Report report) throws IOException {
    int pages = document.getNumberOfPages();
    int number = 0;
    for (PDPage page : document.getPages()) {
      number++;
      // The sheets of the drawing have a foot of their own.
      if (page.getMediaBox().getWidth() == Pen.WIDTH) {
        foot(document, page, fonts, report, number + " / " + pages);
      }
    }
  }

  private static void foot(
      PDDocument document, PDPage on, Fonts fonts, Report report, String number)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, on, PDPageContentStream.AppendMode.APPEND, true)) {
      Lettering letters = new Lettering(content, fonts);
      // One after the other, else a title from right to left would swallow the date.
      List<Run> title = new ArrayList<>(fonts.runs(Face.TEXT, report.title()));
      title.addAll(fonts.runs(Face.TEXT, " · " + report.date()));
      letters.write(title, Ink.MUTED, Pen.LEFT, Y, SIZE);
      float wide = fonts.width(Face.TEXT, number, SIZE);
      List<Run> page = fonts.runs(Face.TEXT, number);
      letters.write(page, Ink.MUTED, Pen.LEFT + Pen.BODY - wide, Y, SIZE);
    }
  }
}
