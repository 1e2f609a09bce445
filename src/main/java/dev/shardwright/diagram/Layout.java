package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds a place for every box and a way for every line.
 *
 * <p>Deterministic. Takes about half a second for 1,000 tables once warm; never call it on the
 * window's thread.
 */
public final class Layout {
  /** Width by height of a page of paper on its side. */
  public static final double PAGE = Math.sqrt(2);

  /** About a window's shape; fixed, so that a drawing does not depend on the window. */
  public static final double WINDOW = 1.5;

  private static final double INNER = 1.35;

  /** So much larger, or longer in its lines, a drawing may get before it is made anew. */
  private static final double WORSE = 1.4;

  private static final double SLACK = 600;
  private static final double GAP = 28;
  private static final double PADDING = 22;

  private final Diagram diagram;
  private final double proportion;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();

  private Layout(Diagram diagram, double proportion, Progress progress) {
    this.diagram = diagram;
    this.proportion = proportion;
    this.progress = progress;
  }

  /**
   * The drawing of a diagram.
   *
   * @param proportion width by height that the whole should have
   * @throws Progress.Cancelled if the user cancels
   */
  public static Drawing of(Diagram diagram, double proportion, Progress progress) {
    return after(Places.NONE, diagram, proportion, progress);
  }

  /**
   * The drawing of a diagram after an earlier one: tables keep their places where they can, if
   * little has changed.
   *
   * @param before {@link Places#NONE} for none
   * @param proportion width by height that the whole should have
   * @throws Progress.Cancelled if the user cancels
   */
  public static Drawing after(
      Places before, Diagram diagram, double proportion, Progress progress) {
    if (diagram.empty()) {
      return Drawing.EMPTY;
    }
    Layout layout = new Layout(diagram, proportion, progress);
    Drawing drawing = layout.run(Keeping.of(before, diagram));
    boolean small = drawing.frames().stream().allMatch(Frame::block);
    return small ? layout.patched(before, drawing) : drawing;
  }

  /** The earlier drawing with little changed, unless a new one is much better by now. */
  private Drawing patched(Places before, Drawing anew) {
    return Patch.of(before, diagram)
        .filter(island -> page(island.bounds()) <= WORSE * page(anew.bounds()))
        .filter(island -> length(island.wires()) <= WORSE * length(anew.wires()) + SLACK)
        .map(island -> drawing(island, List.of()))
        .orElse(anew);
  }

  private double page(Area all) {
    return Math.max(all.height(), all.width() / proportion);
  }

  private static double length(List<Wire> wires) {
    return wires.stream().mapToDouble(Wire::length).sum();
  }

  /** True if {@link #after} would keep the places of the earlier drawing. */
  public static boolean keeps(Places before, Diagram diagram) {
    return Keeping.of(before, diagram).isPresent() || Patch.fits(before, diagram);
  }

  /** Loads the layout's classes, so that the first drawing does not wait for them. */
  public static void warmUp() {
    List<Elk.Node> nodes = List.of(new Elk.Node(100, 80), new Elk.Node(100, 80));
    List<Elk.Edge> edges = List.of(new Elk.Edge(0, 20, 1, 40), new Elk.Edge(0, 20, 0, 40));
    LargeStack.all(List.of(() -> Elk.layout(nodes, edges, Progress.SILENT)));
  }

  private Drawing run(Optional<Keeping> keeping) {
    progress.step("grouping tables", 0);
    List<Region> regions =
        keeping.map(k -> Grouping.kept(diagram, k)).orElseGet(() -> Grouping.of(diagram));
    Set<String> drawn = new HashSet<>();
    Set<String> folded = new HashSet<>();
    for (Region region : regions) {
      for (Group group : region.groups()) {
        group.links().forEach(link -> drawn.add(link.relation()));
        for (Group.Block block : group.blocks()) {
          block.links().forEach(link -> folded.add(link.relation()));
        }
      }
    }
    List<Link> badged = new ArrayList<>();
    Badges badges = new Badges(diagram);
    for (Link link : diagram.links()) {
      if (!drawn.contains(link.relation())) {
        badged.add(link);
        badges.both(link);
      } else if (folded.contains(link.relation())) {
        badges.leaves(link);
      }
    }
    Map<TableName, Placed> sized = new HashMap<>();
    diagram.boxes().forEach(box -> sized.put(box.table(), badges.size(box)));
    List<Island> islands = islands(regions, sized);
    return keeping
        .map(k -> drawing(kept(k, regions.getFirst(), islands), badged))
        .orElseGet(() -> assembled(regions, islands, badged));
  }

  private Island kept(Keeping keeping, Region region, List<Island> islands) {
    List<Optional<Area>> old =
        region.groups().stream()
            .map(g -> g.members().stream().flatMap(b -> keeping.frame(b.table()).stream()))
            .map(frames -> frames.findFirst().map(Frame::area))
            .toList();
    return Keeping.placed(islands, old, proportion, GAP);
  }

  private List<Island> islands(List<Region> regions, Map<TableName, Placed> sized) {
    List<Group> groups = regions.stream().flatMap(r -> r.groups().stream()).toList();
    double inner = groups.size() == 1 ? proportion : INNER;
    List<Callable<Island>> jobs = new ArrayList<>();
    for (Group group : groups) {
      jobs.add(() -> {
        Island island = GroupLayout.of(group, sized, inner, progress);
        progress.step("laying out tables", (double) done.incrementAndGet() / groups.size());
        return group.title().isEmpty() ? island : island.framed(group.title(), PADDING, head());
      });
    }
    return LargeStack.all(jobs);
  }

  /** A larger drawing is seen from farther away: names of frames must be larger to be read. */
  private double head() {
    int tables = diagram.boxes().size();
    return tables <= 60 ? 44 : tables <= 250 ? 58 : tables <= 700 ? 84 : tables <= 1400 ? 112 : 150;
  }

  private Drawing assembled(List<Region> regions, List<Island> islands, List<Link> badged) {
    List<Double> shapes = regions.size() == 1 ? List.of(proportion) : RegionShapes.TRIED;
    List<List<Island>> shaped = new ArrayList<>();
    int next = 0;
    for (Region region : regions) {
      List<Island> parts = islands.subList(next, next + region.groups().size());
      next += region.groups().size();
      shaped.add(shapes.stream().map(shape -> island(region, parts, shape)).toList());
    }
    List<Island> outer =
        regions.size() == 1 ? shaped.getFirst() : RegionShapes.fitting(shaped, proportion, GAP);
    return drawing(together(outer, regions.getFirst().title(), proportion), badged);
  }

  private static Drawing drawing(Island all, List<Link> badged) {
    // What matters lies on top: lines that go, then those that stay, then those at risk.
    List<Wire> wires =
        all.wires().stream()
            .sorted(
                Comparator.comparing(Wire::risk)
                    .thenComparing(wire -> wire.link().sort(), Comparator.reverseOrder()))
            .toList();
    Map<TableName, Placed> boxes = new HashMap<>();
    all.boxes().forEach(box -> boxes.put(box.table(), box));
    return new Drawing(all.frames(), boxes, wires, badged, all.bounds());
  }

  private Island island(Region region, List<Island> parts, double shape) {
    Island packed = together(parts, region.groups().getFirst().title(), shape);
    return region.title().isEmpty() ? packed : packed.framed(region.title(), PADDING, head());
  }

  private static Island together(List<Island> parts, String title, double shape) {
    return title.isEmpty() || parts.size() == 1
        ? Island.packed(parts, shape, GAP)
        : Island.tiled(parts, shape, GAP);
  }
}
