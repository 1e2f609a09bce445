package dev.shardwright.report.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width: at blanks, and within a word that is wider than a line. */
final class Wrapping {
  private final Fonts fonts;
  private final float size;
  private final float width;
  private final List<List<Piece>> lines = new ArrayList<>();
  private List<Piece> line = new ArrayList<>();
  private float used;
  private boolean turning;

  private Wrapping(Fonts fonts, float size, float width) {
    this.fonts = fonts;
    this.size = size;
    this.width = width;
  }

  /** At least one line. */
  static List<List<Piece>> of(Fonts fonts, List<Piece> text, float size, float width) {
    Wrapping wrapping = new Wrapping(fonts, size, Math.max(width, size));
    text.forEach(wrapping::add);
    wrapping.end();
    return wrapping.lines;
  }

  private void add(Piece piece) {
    if (piece.behind().isPresent()) {
      word(piece);
      return;
    }
    String[] paragraphs = piece.text().split("\n", -1);
    for (int i = 0; i < paragraphs.length; i++) {
      if (i > 0) {
        end();
      }
      words(piece, paragraphs[i]);
    }
  }

  private void words(Piece piece, String text) {
    int from = 0;
    while (from < text.length()) {
      int blank = text.indexOf(' ', from);
      // Blanks stay with the word before them.
      int to = blank < 0 ? text.length() : blank + 1;
      word(piece.with(text.substring(from, to)));
      from = to;
    }
  }

  private void word(Piece word) {
    turning |= Bidi.requiresBidi(word.text().toCharArray(), 0, word.text().length());
    String seen = word.text().stripTrailing();
    if (used > 0 && usedWith(word.with(seen)) > width) {
      end();
      turning = Bidi.requiresBidi(seen.toCharArray(), 0, seen.length());
    }
    if (fonts.width(word.face(), seen, size) > width) {
      broken(word);
    } else {
      put(word);
    }
  }

  private void broken(Piece word) {
    String rest = word.text();
    while (!rest.isEmpty()) {
      int fit = fitting(word.face(), rest);
      put(word.with(rest.substring(0, fit)));
      rest = rest.substring(fit);
      if (!rest.isEmpty()) {
        end();
      }
    }
  }

  /** So many letters fit on a line; at least one, and no half of a sign. */
  private int fitting(Face face, String text) {
    float wide = 0;
    int at = 0;
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      wide += fonts.width(face, Character.toString(sign), size);
      if (wide > width && at > 0) {
        return at;
      }
      at += Character.charCount(sign);
    }
    return text.length();
  }

  /** Signs that run to the left change how all that stands beside them is drawn. */
  private float usedWith(Piece piece) {
    if (!turning || !joins(piece)) {
      return used + fonts.width(piece.face(), piece.text(), size);
    }
    String before = line.getLast().text();
    return used
        - fonts.width(piece.face(), before, size)
        + fonts.width(piece.face(), before + piece.text(), size);
  }

  private boolean joins(Piece piece) {
    return !line.isEmpty() && piece.behind().isEmpty() && line.getLast().looksLike(piece);
  }

  private void put(Piece piece) {
    used = usedWith(piece);
    if (joins(piece)) {
      Piece last = line.getLast();
      line.set(line.size() - 1, last.with(last.text() + piece.text()));
    } else {
      line.add(piece);
    }
  }

  private void end() {
    turning = false;
    lines.add(List.copyOf(line));
    line = new ArrayList<>();
    used = 0;
  }
}
