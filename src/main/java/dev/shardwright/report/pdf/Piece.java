package dev.shardwright.report.pdf;

import java.awt.Color;
import java.util.Optional;

/**
 * Text in one face and colour, on one line.
 *
 * @param behind the colour of the pill behind it
 */
record Piece(String text, Face face, Color colour, Optional<Color> behind) {
  static Piece of(String text, Face face, Color colour) {
    return new Piece(text, face, colour, Optional.empty());
  }

  boolean looksLike(Piece other) {
    return face == other.face && colour.equals(other.colour) && behind.equals(other.behind);
  }

  Piece with(String other) {
    return new Piece(other, face, colour, behind);
  }
}
