package dev.shardwright.diagram;

import dev.shardwright.model.Figures;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands beside a drawing on paper: what it is, what its signs mean, what is wrong.
 *
 * @param heightUnits its height in the units of a drawing
 * @param listed the first finding that found no room
 */
record Panel(
    Caption caption, Legend legend, FindingColumn findings, double heightUnits, int listed) {
  static final double WIDTH = Legend.WIDTH + 36;

  private static final double PADDING = 18;
  private static final double FACT = 16;
  private static final double VALUE_AT = 72;
  private static final double HEADING = 30;
  private static final Typeface TITLE = Typeface.HEADER.at(20);

  /** The space of {@code 4 undecided}. */
  private static final Pattern COUNTED = Pattern.compile("(?<=\\d) (?=\\p{L})");

  static Panel of(Caption caption, Legend legend, FindingColumn findings, double heightUnits) {
    Panel empty = new Panel(caption, legend, findings, heightUnits, 0);
    double room = heightUnits - empty.findingsAt() - HEADING - PADDING;
    return new Panel(caption, legend, findings, heightUnits, findings.end(0, room));
  }

  /** The least height that holds title and legend. */
  static double least(Caption caption, Legend legend) {
    FindingColumn none = new FindingColumn(FindingList.NONE, Object::toString);
    return new Panel(caption, legend, none, 0, 0).findingsAt();
  }

  void paint(Graphics2D g, Theme theme) {
    Graphics2D own = (Graphics2D) g.create();
    own.translate(PADDING, 0);
    Ink ink = new Ink(own, theme);
    double y = title(ink);
    ink.rule(0, y, Legend.WIDTH, y);
    y += HEADING;
    ink.text("What the signs mean", Typeface.HEADER, theme.text(), 0, y - 8);
    own.translate(0, y);
    if (findings.size() > 0) {
      legend.paintNumbered(own, theme);
    } else {
      legend.paint(own, theme);
    }
    own.translate(0, -y);
    if (listed > 0) {
      y = findingsAt();
      ink.rule(0, y, Legend.WIDTH, y);
      y += HEADING;
      ink.text(heading(), Typeface.HEADER, theme.text(), 0, y - 8);
      own.translate(0, y);
      findings.paint(ink, 0, listed);
    }
    own.dispose();
  }

  private String heading() {
    return listed == findings.size()
        ? "Open findings"
        : "Open findings 1–" + Figures.exact(listed) + " of " + Figures.exact(findings.size());
  }

  private double findingsAt() {
    return titleHeight() + HEADING + legend.height() + 12;
  }

  private double title(Ink ink) {
    double y = PADDING;
    for (String line : titleLines()) {
      ink.text(line, TITLE, ink.theme().text(), 0, y + 18);
      y += 25;
    }
    y += 6;
    for (Caption.Fact fact : caption.facts()) {
      ink.text(fact.name(), Typeface.TEXT, ink.theme().muted(), 0, y + 12);
      for (String line : value(fact)) {
        ink.text(line, Typeface.TEXT, ink.theme().text(), VALUE_AT, y + 12);
        y += FACT;
      }
    }
    return titleHeight();
  }

  private double titleHeight() {
    int lines = 0;
    for (Caption.Fact fact : caption.facts()) {
      lines += value(fact).size();
    }
    return PADDING + 25 * titleLines().size() + 6 + FACT * lines + 12;
  }

  /** A long name must not push the drawing's legend off the page. */
  private List<String> titleLines() {
    List<String> lines = Paragraph.lines(caption.title(), TITLE, Legend.WIDTH);
    return shortened(lines, 3);
  }

  private static List<String> value(Caption.Fact fact) {
    double room = Legend.WIDTH - VALUE_AT;
    String value = COUNTED.matcher(fact.value()).replaceAll(Paragraph.NO_BREAK);
    List<String> lines = shortened(Paragraph.lines(value, Typeface.TEXT, room), 3);
    return lines.isEmpty() ? List.of("") : lines;
  }

  private static List<String> shortened(List<String> lines, int most) {
    if (lines.size() <= most) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, most));
    some.set(most - 1, lines.get(most - 1) + " …");
    return some;
  }
}
