package dev.shardwright.diagram;

import dev.shardwright.model.UserError;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sizes of paper that a diagram is printed on. */
public enum Paper {
  A4("A4", 210, 297),
  A3("A3", 297, 420),
  A2("A2", 420, 594),
  A1("A1", 594, 841),
  A0("A0", 841, 1189),
  LETTER("Letter", 215.9, 279.4),
  TABLOID("Tabloid", 279.4, 431.8);

  private static final double PT_PER_MM = 72 / 25.4;

  private final String title;
  private final double shortMm;
  private final double longMm;

  Paper(String title, double shortMm, double longMm) {
    this.title = title;
    this.shortMm = shortMm;
    this.longMm = longMm;
  }

  /**
   * The paper of a name, in any case.
   *
   * @throws UserError if there is none, naming those there are
   */
  public static Paper named(String name) {
    return Arrays.stream(values())
        .filter(paper -> paper.title.equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> new UserError("There is no paper " + name + "; known are " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(Paper::title).collect(Collectors.joining(", ")) + ".";
  }

  public String title() {
    return title;
  }

  /** The word of file names: {@code a4}. */
  public String word() {
    return title.toLowerCase(Locale.ROOT);
  }

  /** The shorter side in points of 1/72 inch. */
  public double shortPt() {
    return shortMm * PT_PER_MM;
  }

  /** The longer side in points of 1/72 inch. */
  public double longPt() {
    return longMm * PT_PER_MM;
  }

  /** What an office printer takes: where lists are printed that belong to a poster. */
  Paper office() {
    return this == LETTER || this == TABLOID ? LETTER : A4;
  }

  /** How much larger than on a drawing's own scale words beside the drawing are set. */
  double wordScale() {
    return 0.54 * Math.sqrt(longPt() / A4.longPt());
  }
}
