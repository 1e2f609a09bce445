package dev.shardwright.diagram;

import dev.shardwright.model.Figures;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings that found no room beside the drawing, on sheets of their own. */
final class FindingSheets {
  private static final double MARGIN = 36;
  private static final double HEAD = 34;
  private static final double GAP = 24;

  private FindingSheets() {}

  /** A sheet's columns: where each begins, and where the last ends. */
  private record Columns(List<Integer> bounds) {
    int end() {
      return bounds.getLast();
    }
  }

  static List<Sheet> of(Caption caption, FindingColumn findings, int from, Paper paper) {
    double width = paper.shortPt();
    double height = paper.longPt();
    double scale = (width - 2 * MARGIN - GAP) / 2 / FindingColumn.WIDTH;
    double room = (height - 2 * MARGIN - HEAD) / scale;
    List<Columns> pages = new ArrayList<>();
    int next = from;
    while (next < findings.size()) {
      List<Integer> bounds = new ArrayList<>(List.of(next));
      for (int column = 0; column < 2 && next < findings.size(); column++) {
        // A finding longer than a column is cut off rather than never reached.
        next = Math.max(next + 1, findings.end(next, room));
        bounds.add(next);
      }
      pages.add(new Columns(bounds));
    }
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Columns page = pages.get(i);
      String name = "Findings " + (page.bounds().getFirst() + 1) + "–" + page.end();
      String foot = caption.title() + "  ·  list " + (i + 1) + " of " + pages.size();
      sheets.add(
          new Sheet(
              name,
              width,
              height,
              Optional.empty(),
              g -> paint(g, findings, page, foot, scale, height)));
    }
    return sheets;
  }

  private static void paint(
      Graphics2D g,
      FindingColumn findings,
      Columns page,
      String foot,
      double scale,
      double height) {
    Ink ink = new Ink(g, Theme.LIGHT);
    String heading =
        "Open findings %s–%s of %s"
            .formatted(
                Figures.exact(page.bounds().getFirst() + 1),
                Figures.exact(page.end()),
                Figures.exact(findings.size()));
    Typeface title = Typeface.HEADER.at(13);
    ink.text(heading, title, Theme.LIGHT.text(), MARGIN, MARGIN + 12);
    ink.text(foot, Typeface.SMALL.at(7.5f), Theme.LIGHT.muted(), MARGIN, height - MARGIN / 2);
    for (int i = 0; i + 1 < page.bounds().size(); i++) {
      Graphics2D own = (Graphics2D) g.create();
      own.translate(MARGIN + i * (FindingColumn.WIDTH * scale + GAP), MARGIN + HEAD);
      own.scale(scale, scale);
      findings.paint(new Ink(own, Theme.LIGHT), page.bounds().get(i), page.bounds().get(i + 1));
      own.dispose();
    }
  }
}
