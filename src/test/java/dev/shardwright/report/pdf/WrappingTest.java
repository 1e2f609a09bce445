package dev.shardwright.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
  private static final float SIZE = 9;

  /** One sign that runs to the left gives all of its line another font. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "words that all run to the right and need some lines of this narrow column",
        "שלום <script>alert(\"x\")</script> WWWWWWWW a table of clients and their words",
        "clients and their words WWWW שלום, a table <script>alert(\"x\")</script> of them",
        "مرحبا بالعالم this-is-one-word-that-is-much-wider-than-the-whole-column שלום"
      })
  void noLineIsDrawnWiderThanItsColumn(String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Fonts fonts = new Fonts(document);
      Piece piece = Piece.of(text, Face.TEXT, Color.BLACK);
      for (float width = 120; width < 240; width += 3) {
        for (List<Piece> line : Wrapping.of(fonts, List.of(piece), SIZE, width)) {
          String drawn = line.getFirst().text().stripTrailing();
          assertThat(fonts.width(Face.TEXT, drawn, SIZE)).as(drawn).isLessThanOrEqualTo(width);
        }
      }
    }
  }
}
