package dev.shardwright.diagram;

import java.awt.geom.CubicCurve2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many lines between one table and the tables of a group, drawn as one: hundreds across everything
 * would hide what they lead to.
 *
 * @param hub the table where they meet
 * @param group where they lead
 * @param keys how many there are
 * @param risk true if findings name all of them, false if none
 */
record Sheaf(Placed hub, Area group, int keys, boolean risk) {
  /** So many lines can still be followed one by one. */
  static final int FROM = 80;

  private record Ends(Placed hub, Frame frame, boolean risk) {}

  /**
   * Ties lines up by the groups they lead to; one that is a problem is not hidden among the others.
   *
   * @param single gets the lines that stay alone: within a group, and to tables of no group
   */
  static List<Sheaf> of(
      List<WirePainter.Across> lines,
      List<Frame> frames,
      Emphasis emphasis,
      List<WirePainter.Across> single) {
    Map<Ends, List<WirePainter.Across>> tied = new LinkedHashMap<>();
    boolean fewRisks = lines.stream().filter(l -> l.link().risk()).count() < FROM;
    for (WirePainter.Across line : lines) {
      boolean toChild = emphasis.selected().contains(line.parent().table());
      Placed hub = toChild ? line.parent() : line.child();
      Optional<Frame> frame = around(toChild ? line.child() : line.parent(), frames);
      boolean risk = line.link().risk();
      if (frame.isEmpty() || frame.equals(around(hub, frames)) || (risk && fewRisks)) {
        single.add(line);
      } else {
        tied.computeIfAbsent(new Ends(hub, frame.get(), risk), e -> new ArrayList<>()).add(line);
      }
    }
    return tied.entrySet().stream().map(e -> tied(e.getKey(), e.getValue())).toList();
  }

  private static Sheaf tied(Ends ends, List<WirePainter.Across> lines) {
    return new Sheaf(ends.hub(), ends.frame().area(), lines.size(), ends.risk());
  }

  private static Optional<Frame> around(Placed box, List<Frame> frames) {
    double x = box.area().centerX();
    double y = box.area().centerY();
    return frames.stream().filter(f -> !f.block() && f.area().contains(x, y)).findFirst();
  }

  /** From the side of the hub to the nearest side of the group. */
  CubicCurve2D curve() {
    Area from = hub.area();
    boolean beside = group.x() > from.right() || group.right() < from.x();
    boolean right = beside ? group.x() > from.right() : group.centerX() >= from.centerX();
    boolean below = group.centerY() > from.centerY();
    double x1 = right ? from.right() : from.x();
    double y1 = hub.rowY(-1);
    // Beside the plain ones that lead to the same group.
    double along = risk ? 0.3 : 0.5;
    double middleX = group.x() + along * group.width();
    double x2 = beside ? (right ? group.x() : group.right()) : middleX;
    double middleY = group.y() + along * group.height();
    double y2 = beside ? middleY : below ? group.y() : group.bottom();
    double out = Math.max(40, Math.abs(x2 - x1) * 0.4) * (right ? 1 : -1);
    double in = Math.max(40, Math.abs(y2 - y1) * 0.4) * (below ? 1 : -1);
    return beside
        ? new CubicCurve2D.Double(x1, y1, x1 + out, y1, x2 - out, y2, x2, y2)
        : new CubicCurve2D.Double(x1, y1, x1 + out, y1, x2, y2 - in, x2, y2);
  }

  /** Pixels; thicker for more keys. */
  double widthPx() {
    return Math.min(5, 1.2 + 0.35 * Math.sqrt(keys));
  }
}
