package dev.shardwright.diagram;

import java.awt.Color;
import java.util.Map;

/**
 * The colours of a drawing.
 *
 * <p>Header, fill and text of the five marks were chosen so that text has a contrast of at least
 * 7:1 and the marks keep apart in greyscale; glyph and border tell them apart without any colour.
 *
 * @param muted text that explains: types, counts
 * @param badge text that stands for a line
 * @param veil laid over what is not of interest, with transparency
 */
public record Theme(
    boolean dark,
    Color canvas,
    Color text,
    Color muted,
    Color line,
    Color risk,
    Color onRisk,
    Color badge,
    Color accent,
    Color frame,
    Color frameBorder,
    Color veil,
    Map<Look, Paint> looks) {

  /** The colours of one mark. */
  public record Paint(Color header, Color onHeader, Color fill, Color border) {}

  public static final Theme LIGHT =
      new Theme(
          false,
          rgb(0xFBFCFD),
          rgb(0x1B1B1B),
          rgb(0x5A626A),
          rgb(0x8A929A),
          rgb(0xC8102E),
          rgb(0xFFFFFF),
          rgb(0x8A4B00),
          rgb(0x0B5C99),
          rgb(0xF5F7FA),
          rgb(0xC9D0D8),
          new Color(0xFB, 0xFC, 0xFD, 190),
          looks(
              paint(0x0B5C99, 0xFFFFFF, 0xE3F0FA, 0x0B5C99),
              paint(0xF0A830, 0x1B1B1B, 0xFDF0DC, 0x9A5B00),
              paint(0xD0D4D9, 0x1B1B1B, 0xF4F4F4, 0x6B737C),
              paint(0xFFFFFF, 0x1B1B1B, 0xFFFFFF, 0x6B737C),
              paint(0x4A0E2E, 0xFFFFFF, 0xFBE6EF, 0x4A0E2E)));

  public static final Theme DARK =
      new Theme(
          true,
          rgb(0x11161B),
          rgb(0xE6EAEE),
          rgb(0x9AA4AE),
          rgb(0x6F7A85),
          rgb(0xFF6B6B),
          rgb(0x0B1218),
          rgb(0xF2B84B),
          rgb(0x5DB1EE),
          rgb(0x15191E),
          rgb(0x37404A),
          new Color(0x11, 0x16, 0x1B, 190),
          looks(
              paint(0x5DB1EE, 0x0B1218, 0x12283A, 0x5DB1EE),
              paint(0xF2B84B, 0x0B1218, 0x352A15, 0xF2B84B),
              paint(0x4B545E, 0xFFFFFF, 0x20252B, 0x8A949E),
              paint(0x15191E, 0xFFFFFF, 0x15191E, 0x8A949E),
              paint(0xFFD3E6, 0x0B1218, 0x3A1728, 0xFFD3E6)));

  public Theme {
    looks = Map.copyOf(looks);
  }

  /** The ground of a bubble with findings, calm if none is an error. */
  Color bubble(boolean mild) {
    return mild ? canvas : risk;
  }

  /** Text on that ground, and its ring. */
  Color onBubble(boolean mild) {
    return mild ? text : onRisk;
  }

  /** The colours of a mark. */
  public Paint paint(Look look) {
    Paint paint = looks.get(look);
    if (paint == null) {
      throw new IllegalStateException("no colours for " + look);
    }
    return paint;
  }

  private static Map<Look, Paint> looks(
      Paint client, Paint context, Paint neutral, Paint undecided, Paint conflict) {
    return Map.of(
        Look.CLIENT, client,
        Look.CONTEXT, context,
        Look.NEUTRAL, neutral,
        Look.UNDECIDED, undecided,
        Look.CONFLICT, conflict);
  }

  private static Paint paint(int header, int onHeader, int fill, int border) {
    return new Paint(rgb(header), rgb(onHeader), rgb(fill), rgb(border));
  }

  private static Color rgb(int rgb) {
    return new Color(rgb);
  }
}
