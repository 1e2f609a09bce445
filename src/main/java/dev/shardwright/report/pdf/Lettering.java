package dev.shardwright.report.pdf;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Writes runs of text on a page, which any text is cut into. */
record Lettering(PDPageContentStream content, Fonts fonts) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Writes on a base line; places are the page's, y grows up. */
  void write(List<Run> runs, Color colour, float x, float y, float size) throws IOException {
    content.setNonStrokingColor(colour);
    float at = x;
    for (Run run : runs) {
      boolean stands = run.says().equals(run.text());
      if (!stands) {
        startSpan(run.says());
      }
      if (run.outline().isPresent()) {
        fill(run.outline().get(), new AffineTransform(size, 0, 0, -size, at, y));
      }
      letters(run, at, y, size);
      if (!stands) {
        content.endMarkedContent();
      }
      at += run.width() * size;
    }
  }

  private void letters(Run run, float x, float y, float size) throws IOException {
    content.beginText();
    content.newLineAtOffset(x, y);
    content.setFont(fonts.font(run.face()), size);
    if (run.outline().isPresent()) {
      content.setRenderingMode(RenderingMode.NEITHER);
    }
    content.showText(run.text());
    if (run.outline().isPresent()) {
      content.setRenderingMode(RenderingMode.FILL);
    }
    content.endText();
  }

  /** Written by hand, because common readers heed the text only where it stands in the content. */
  @SuppressWarnings("deprecation")
  private void startSpan(String says) throws IOException {
    String hex = HEX.formatHex(says.getBytes(StandardCharsets.UTF_16BE));
    content.appendRawCommands("/Span <</ActualText <FEFF" + hex + ">>> BDC\n");
  }

  private void fill(Shape shape, AffineTransform place) throws IOException {
    float[] at = new float[6];
    float fromX = 0;
    float fromY = 0;
    for (PathIterator path = shape.getPathIterator(place); !path.isDone(); path.next()) {
      int to = 0;
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO -> {
          quad(fromX, fromY, at);
          to = 2;
        }
        case PathIterator.SEG_CUBICTO -> {
          content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
          to = 4;
        }
        default -> content.closePath();
      }
      fromX = at[to];
      fromY = at[to + 1];
    }
    content.fill();
  }

  /** PDF has cubic curves only. */
  private void quad(float x, float y, float[] at) throws IOException {
    content.curveTo(
        x + 2 * (at[0] - x) / 3,
        y + 2 * (at[1] - y) / 3,
        at[2] + 2 * (at[0] - at[2]) / 3,
        at[3] + 2 * (at[1] - at[3]) / 3,
        at[2],
        at[3]);
  }
}
