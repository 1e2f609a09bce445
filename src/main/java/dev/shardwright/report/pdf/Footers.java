package dev.shardwright.report.pdf;

import dev.shardwright.report.content.Report;
import java.io.IOException;
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
      PDDocument document, PDPage page, Fonts fonts, Report report, String number)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
      content.setNonStrokingColor(Ink.MUTED);
      text(content, fonts, report.title() + " · " + report.date(), Pen.LEFT);
      float wide = fonts.width(Face.TEXT, number, SIZE);
      text(content, fonts, number, Pen.LEFT + Pen.BODY - wide);
    }
  }

  private static void text(PDPageContentStream content, Fonts fonts, String text, float x)
      throws IOException {
    content.beginText();
    content.newLineAtOffset(x, Y);
    for (Fonts.Run run : fonts.runs(Face.TEXT, text)) {
      content.setFont(fonts.font(run.face()), SIZE);
      content.showText(run.text());
    }
    content.endText();
  }
}
