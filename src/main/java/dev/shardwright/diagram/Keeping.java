package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places of an earlier drawing, for the same plan after a small change: groups keep their
 * members and their frames, so that nobody has to look for tables that did not change.
 *
 * <p>A group that changed is laid out anew within its frame; if it has become too large for it, the
 * frame grows into free space, or moves to the nearest free place.
 */
final class Keeping {
  /** With more than this share of the tables come or gone, a new drawing is better. */
  private static final double MOST_CHANGED = 0.2;

  private static final double NEAR = 6;

  private final Places before;
  private final Map<TableName, Frame> frames = new HashMap<>();

  private Keeping(Places before) {
    this.before = before;
    List<Frame> named = before.frames().stream().filter(f -> !f.block()).toList();
    before
        .tables()
        .forEach((table, area) ->
            named.stream()
                .filter(f -> f.area().contains(area.centerX(), area.centerY()))
                .findFirst()
                .ifPresent(f -> frames.put(table, f)));
  }

  /** What can be kept of an earlier drawing: empty if it has no groups, or is of other tables. */
  static Optional<Keeping> of(Places before, Diagram now) {
    Keeping keeping = new Keeping(before);
    Set<TableName> tables = new HashSet<>();
    now.boxes().forEach(box -> tables.add(box.table()));
    long come = tables.stream().filter(t -> !keeping.frames.containsKey(t)).count();
    long gone = before.tables().keySet().stream().filter(t -> !tables.contains(t)).count();
    boolean small = come + gone <= MOST_CHANGED * tables.size();
    boolean grouped = now.scope() instanceof Scope.Atlas && !keeping.frames.isEmpty();
    return small && grouped ? Optional.of(keeping) : Optional.empty();
  }

  /** The frame that the table stood in. */
  Optional<Frame> frame(TableName table) {
    return Optional.ofNullable(frames.get(table));
  }

  /** All frames, in their order. */
  List<Frame> frames() {
    return before.frames().stream().filter(frames::containsValue).toList();
  }

  /**
   * The islands at their places.
   *
   * @param old where each stood, empty for a new one
   * @param proportion width by height that the whole should have
   */
  static Island placed(
      List<Island> islands, List<Optional<Area>> old, double proportion, double gap) {
    Map<Integer, Area> places = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < islands.size(); i++) {
      order.add(i);
      if (fits(islands.get(i), old.get(i))) {
        places.put(i, old.get(i).orElseThrow());
      }
    }
    order.sort(Comparator.comparing(i -> old.get(i).isEmpty()));
    for (int i : order) {
      if (!places.containsKey(i)) {
        places.put(i, place(islands.get(i).bounds(), old.get(i), places, proportion, gap));
      }
    }
    List<Island> at = new ArrayList<>();
    for (int i = 0; i < islands.size(); i++) {
      Island island = islands.get(i);
      at.add(island.in(places.getOrDefault(i, island.bounds())));
    }
    return Island.together(at);
  }

  private static boolean fits(Island island, Optional<Area> in) {
    return in.filter(a -> island.bounds().width() <= a.width() + 0.01)
        .filter(a -> island.bounds().height() <= a.height() + 0.01)
        .isPresent();
  }

  /** Grown from one of its corners where there is room, else the nearest free place. */
  private static Area place(
      Area size, Optional<Area> old, Map<Integer, Area> taken, double proportion, double gap) {
    List<Area> tried = new ArrayList<>();
    old.ifPresent(a -> tried.addAll(grown(a, size)));
    Optional<Area> grown = tried.stream().filter(a -> free(a, taken, NEAR)).findFirst();
    if (grown.isPresent()) {
      return grown.get();
    }
    for (Area a : taken.values()) {
      tried.add(new Area(a.right() + gap, a.y(), size.width(), size.height()));
      tried.add(new Area(a.x(), a.bottom() + gap, size.width(), size.height()));
    }
    Area all = Area.around(taken.values());
    return tried.stream()
        .filter(a -> free(a, taken, gap - 1))
        .min(
            Comparator.comparingDouble((Area a) -> page(all, a, proportion))
                .thenComparingDouble(a -> old.map(o -> away(o, a)).orElse(0.0))
                .thenComparingDouble(Area::y)
                .thenComparingDouble(Area::x))
        .orElse(new Area(all.x(), all.bottom() + gap, size.width(), size.height()));
  }

  private static List<Area> grown(Area old, Area size) {
    double width = Math.max(old.width(), size.width());
    double height = Math.max(old.height(), size.height());
    List<Area> grown = new ArrayList<>();
    for (double x : new double[] {old.x(), old.right() - width}) {
      for (double y : new double[] {old.y(), old.bottom() - height}) {
        grown.add(new Area(x, y, width, height));
      }
    }
    return grown;
  }

  private static boolean free(Area area, Map<Integer, Area> taken, double gap) {
    Area wide = area.grown(gap);
    return taken.values().stream().noneMatch(wide::touches);
  }

  /** The height of the page that would hold everything. */
  private static double page(Area all, Area with, double proportion) {
    Area both = Area.around(List.of(all, with));
    return Math.max(both.height(), both.width() / proportion);
  }

  private static double away(Area from, Area to) {
    return Math.hypot(to.centerX() - from.centerX(), to.centerY() - from.centerY());
  }
}
