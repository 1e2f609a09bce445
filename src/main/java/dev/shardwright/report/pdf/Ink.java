package dev.shardwright.report.pdf;

import dev.shardwright.classify.Kind;
import dev.shardwright.diagram.Look;
import dev.shardwright.diagram.Theme;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Span;
import dev.shardwright.report.content.Tone;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How lines look on paper: faces and colours, those of the drawing. */
final class Ink {
  static final Color TEXT = new Color(0x1B1B1B);
  static final Color MUTED = new Color(0x565E66);
  static final Color LINE = new Color(0xD4D9DF);
  static final Color CODE = new Color(0xF3F5F7);
  private static final Color RISK = new Color(0xB00D27);
  private static final Color WARNING = new Color(0x7A4700);
  private static final Color GOOD = new Color(0x1D6B3A);

  private Ink() {}

  /** The pieces of a line. */
  static List<Piece> pieces(Line line, Face words, Color colour) {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : line.spans()) {
      pieces.add(
          switch (span) {
            case Span.Words w -> Piece.of(w.text(), words, colour);
            case Span.Said s -> Piece.of(s.text(), words, colour);
            case Span.Name n -> Piece.of(n.text(), Face.CODE, colour);
            case Span.Mark m -> mark(m.kind());
            case Span.Badge b -> badge(b);
          });
    }
    return pieces;
  }

  private static Piece mark(Kind kind) {
    Theme.Paint paint = Theme.LIGHT.paint(Look.of(kind));
    Color pill = kind == Kind.UNDECIDED ? LINE : paint.header();
    return new Piece(kind.word(), Face.TEXT, paint.onHeader(), Optional.of(pill));
  }

  private static Piece badge(Span.Badge badge) {
    Tone tone = badge.tone();
    Color colour =
        switch (tone) {
          case BLOCKER, ERROR -> RISK;
          case WARNING -> WARNING;
          case DONE -> GOOD;
          case INFO, OPEN, QUIET -> MUTED;
        };
    // No bundled font has the sign of a note.
    String sign = tone.sign().isEmpty() || tone == Tone.INFO ? "" : tone.sign() + " ";
    return Piece.of(sign + badge.text(), Face.STRONG, colour);
  }
}
