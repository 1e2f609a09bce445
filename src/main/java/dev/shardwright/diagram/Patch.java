package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A drawing without frames after a small change: what stood somewhere stays, what is new finds a
 * free place beside what it belongs to, and only lines that do not fit any more are led anew.
 */
final class Patch {
  /** With more than this share of the tables come, gone or grown, a new drawing is better. */
  private static final double MOST_CHANGED = 0.2;

  private static final int ALWAYS_SMALL = 2;
  private static final int MOST_TABLES = 120;
  private static final double BESIDE = 56;
  private static final double BELOW = 26;
  private static final double AIR = 16;
  private static final double LINE_AIR = 6;

  private final Places before;
  private final Diagram now;
  private final Map<String, Places.Line> oldLines = new HashMap<>();
  private final Map<TableName, Placed> sized = new HashMap<>();
  private final Map<TableName, Placed> placed = new LinkedHashMap<>();
  private final Set<TableName> fresh = new HashSet<>();
  private final List<Wire> wires = new ArrayList<>();
  private final Set<String> drawn = new HashSet<>();

  private Patch(Places before, Diagram now) {
    this.before = before;
    this.now = now;
    for (Places.Line line : before.lines()) {
      line.relations().forEach(relation -> oldLines.put(relation, line));
    }
  }

  /** True if the diagram is small and much like what was drawn before. */
  static boolean fits(Places before, Diagram now) {
    if (!(now.scope() instanceof Scope.Atlas) || now.boxes().size() > MOST_TABLES) {
      return false;
    }
    Set<TableName> tables = new HashSet<>();
    now.boxes().forEach(box -> tables.add(box.table()));
    long come = tables.stream().filter(t -> !before.tables().containsKey(t)).count();
    long gone = before.tables().keySet().stream().filter(t -> !tables.contains(t)).count();
    return come < tables.size()
        && few(come + gone, tables.size())
        && before.frames().stream().allMatch(Frame::block);
  }

  private static boolean few(long changed, int tables) {
    return changed <= Math.max(ALWAYS_SMALL, MOST_CHANGED * tables);
  }

  /** The patched drawing, where it stands; empty if something finds no good place any more. */
  static Optional<Island> of(Places before, Diagram now) {
    return fits(before, now) ? new Patch(before, now).island() : Optional.empty();
  }

  private Optional<Island> island() {
    Map<Places.Line, List<Link>> buses = buses();
    size(buses.values());
    List<Placed> homeless = keep();
    if (!few(homeless.size(), now.boxes().size())) {
      return Optional.empty();
    }
    homeless.forEach(this::settle);
    boolean whole = buses.entrySet().stream().allMatch(bus -> keep(bus.getKey(), bus.getValue()));
    return whole && lead() ? Optional.of(all()) : Optional.empty();
  }

  /** Lines of blocks, with those of their links that there still are. */
  private Map<Places.Line, List<Link>> buses() {
    Map<Places.Line, List<Link>> buses = new LinkedHashMap<>();
    for (Link link : now.links()) {
      Places.Line line = oldLines.get(link.relation());
      if (line != null && line.bus()) {
        buses.computeIfAbsent(line, l -> new ArrayList<>()).add(link);
        drawn.add(link.relation());
      }
    }
    return buses;
  }

  private void size(Collection<List<Link>> folded) {
    Badges badges = new Badges(now);
    folded.forEach(links -> links.forEach(badges::leaves));
    now.boxes().forEach(box -> sized.put(box.table(), badges.size(box)));
  }

  /** Leaves tables where they stood if they still fit there; the others are returned. */
  private List<Placed> keep() {
    List<Placed> homeless = new ArrayList<>();
    for (Box box : now.boxes()) {
      Placed size = size(box.table());
      Optional<Area> old = old(box.table());
      Optional<Area> kept = old.map(o -> grown(o, size.area())).filter(a -> roomy(a, old, box));
      kept.ifPresentOrElse(a -> placed.put(box.table(), size.at(a)), () -> homeless.add(size));
    }
    return homeless;
  }

  private static Area grown(Area old, Area size) {
    double width = Math.max(old.width(), size.width());
    return new Area(old.x(), old.y(), width, size.height());
  }

  /** Within its old place, or into free space beside it. */
  private boolean roomy(Area area, Optional<Area> old, Box box) {
    boolean within =
        old.filter(o -> area.width() <= o.width() && area.height() <= o.height()).isPresent();
    if (!within) {
      fresh.add(box.table());
    }
    return within
        || before.tables().entrySet().stream()
            .filter(e -> !e.getKey().equals(box.table()))
            .noneMatch(e -> e.getValue().grown(AIR).touches(area));
  }

  /** The nearest free place to where it stood, or to what it is tied to. */
  private void settle(Placed box) {
    fresh.add(box.table());
    Area size = box.area();
    Point wanted = old(box.table()).map(a -> new Point(a.x(), a.y())).orElseGet(() -> wanted(box));
    List<Area> tried = new ArrayList<>();
    tried.add(at(wanted.x(), wanted.y(), size));
    for (Placed other : placed.values()) {
      Area a = other.area();
      for (double y : new double[] {a.y(), wanted.y()}) {
        tried.add(at(a.right() + BESIDE, y, size));
        tried.add(at(a.x() - BESIDE - size.width(), y, size));
      }
      for (double x : new double[] {a.x(), wanted.x()}) {
        tried.add(at(x, a.bottom() + BELOW, size));
        tried.add(at(x, a.y() - BELOW - size.height(), size));
      }
    }
    Area all = Area.around(placed.values().stream().map(Placed::area).toList());
    Area place =
        tried.stream()
            .filter(this::free)
            .min(
                Comparator.comparingDouble((Area a) -> cost(a, wanted, all))
                    .thenComparingDouble(Area::y)
                    .thenComparingDouble(Area::x))
            .orElse(at(all.x(), all.bottom() + 2 * BESIDE, size));
    placed.put(box.table(), box.at(place));
  }

  private static Area at(double x, double y, Area size) {
    return new Area(x, y, size.width(), size.height());
  }

  /** How far off it is, and how much larger it makes the page. */
  private static double cost(Area area, Point wanted, Area all) {
    Area both = Area.around(List.of(all, area));
    double growth = both.width() - all.width() + both.height() - all.height();
    return Math.hypot(area.x() - wanted.x(), area.y() - wanted.y()) + growth;
  }

  /** Right of its parents, else left of its children, else below everything. */
  private Point wanted(Placed box) {
    List<Area> parents = tied(box.table(), true);
    List<Area> children = tied(box.table(), false);
    List<Area> ties = parents.isEmpty() ? children : parents;
    OptionalDouble y = ties.stream().mapToDouble(Area::y).average();
    if (y.isEmpty()) {
      Area all = Area.around(placed.values().stream().map(Placed::area).toList());
      return new Point(all.x(), all.bottom() + BELOW);
    }
    double x =
        parents.isEmpty()
            ? Area.around(children).x() - BESIDE - box.area().width()
            : Area.around(parents).right() + BESIDE;
    return new Point(x, y.getAsDouble());
  }

  private List<Area> tied(TableName table, boolean parents) {
    return now.links().stream()
        .filter(l -> !l.selfLoop() && table.equals(parents ? l.child() : l.parent()))
        .flatMap(l -> Optional.ofNullable(placed.get(parents ? l.parent() : l.child())).stream())
        .map(Placed::area)
        .distinct()
        .toList();
  }

  private boolean free(Area area) {
    Area wide = area.grown(AIR);
    return placed.values().stream().noneMatch(p -> p.area().touches(wide))
        && before.lines().stream().noneMatch(line -> passes(line.points(), area.grown(LINE_AIR)));
  }

  /** A block's line stays as it is, or the whole is drawn anew. */
  private boolean keep(Places.Line line, List<Link> links) {
    Link first = links.getFirst();
    boolean ends = starts(line.points(), first) && links.stream().noneMatch(Link::risk);
    boolean leaves = links.stream().noneMatch(l -> fresh.contains(l.child()));
    wires.add(new Wire(links, line.points(), true));
    return ends && leaves && clear(line.points());
  }

  /** Old lines where they still lead from row to row, new ones around the tables. */
  private boolean lead() {
    Map<Way, List<Link>> ways = new LinkedHashMap<>();
    for (Link link : now.links()) {
      if (!drawn.contains(link.relation())) {
        ways.computeIfAbsent(Way.of(link), w -> new ArrayList<>()).add(link);
      }
    }
    Route route = new Route(placed.values().stream().map(Placed::area).toList());
    for (List<Link> links : ways.values()) {
      List<Point> points = old(links).orElseGet(() -> led(route, links.getFirst()));
      if (!clear(points)) {
        return false;
      }
      wires.add(new Wire(links, points, false));
    }
    return true;
  }

  private Optional<List<Point>> old(List<Link> links) {
    Link first = links.getFirst();
    return links.stream()
        .flatMap(link -> Optional.ofNullable(oldLines.get(link.relation())).stream())
        .filter(line -> !line.bus())
        .map(Places.Line::points)
        .filter(points -> starts(points, first) && ends(points, first) && clear(points))
        .findFirst();
  }

  private List<Point> led(Route route, Link link) {
    Placed parent = placed(link.parent());
    Placed child = placed(link.child());
    double from = parent.rowY(link.parentRow());
    double to = child.rowY(link.childRow());
    return link.selfLoop()
        ? Route.loop(parent.area(), from, to)
        : route.between(parent.area(), from, child.area(), to);
  }

  private boolean starts(List<Point> points, Link link) {
    return leaves(points.getFirst(), placed(link.parent()), link.parentRow(), link.selfLoop());
  }

  private boolean ends(List<Point> points, Link link) {
    return leaves(points.getLast(), placed(link.child()), link.childRow(), link.selfLoop());
  }

  /** The loops of a row stand a little apart. */
  private static boolean leaves(Point end, Placed box, int row, boolean loop) {
    Area a = box.area();
    boolean side = Math.min(Math.abs(end.x() - a.x()), Math.abs(end.x() - a.right())) < 0.5;
    return side && Math.abs(end.y() - box.rowY(row)) < (loop ? Measure.ROW / 2 : 0.5);
  }

  private boolean clear(List<Point> points) {
    return placed.values().stream().noneMatch(p -> passes(points, p.area().grown(-1)));
  }

  private static boolean passes(List<Point> points, Area area) {
    return Area.legs(points).stream().anyMatch(area::touches);
  }

  private Island all() {
    List<Frame> blocks = new ArrayList<>();
    for (Frame block : before.frames()) {
      int inside =
          (int)
              placed.values().stream()
                  .map(Placed::area)
                  .filter(a -> block.area().contains(a.centerX(), a.centerY()))
                  .count();
      if (inside > 0) {
        blocks.add(Frame.block(inside, block.area()));
      }
    }
    return Island.together(
        List.of(new Island(List.copyOf(placed.values()), wires, blocks, Island.NONE.bounds())));
  }

  private Optional<Area> old(TableName table) {
    return Optional.ofNullable(before.tables().get(table));
  }

  private Placed size(TableName table) {
    return Optional.ofNullable(sized.get(table)).orElseThrow();
  }

  private Placed placed(TableName table) {
    return Optional.ofNullable(placed.get(table)).orElseThrow();
  }
}
