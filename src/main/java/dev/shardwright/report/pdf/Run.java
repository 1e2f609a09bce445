package dev.shardwright.report.pdf;

import java.awt.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Text in one font, as it is set.
 *
 * @param text what stands on the page; unseen if there is an outline
 * @param says what a search finds and a copy takes: the text itself, or what it stands for
 * @param width at size 1
 * @param outline the signs at size 1 from their base line, if no embedded font has them; y grows
 *     down
 */
record Run(Face face, String text, String says, float width, Optional<Shape> outline) {
  static Run of(Face face, String text, float width) {
    return new Run(face, text, text, width, Optional.empty());
  }

  static float width(List<Run> runs) {
    float sum = 0;
    for (Run run : runs) {
      sum += run.width();
    }
    return sum;
  }
}
