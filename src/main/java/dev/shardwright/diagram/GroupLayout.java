package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out one group: connected boxes by ELK, blocks and lone boxes in columns. */
final class GroupLayout {
  private static final double GAP = 40;
  private static final double BLOCK_PADDING = 12;
  private static final double BUS_STEP = 14;

  private final Group group;
  private final Map<TableName, Placed> sized;
  private final Progress progress;
  private final double proportion;

  /** What ELK sees as one node: a box, or a block of boxes. */
  private record Node(List<Placed> boxes, boolean block, Area area) {}

  private record Line(int from, double fromY, int to, double toY, List<Link> links, boolean bus) {}

  private final List<Node> nodes = new ArrayList<>();
  private final Numbering<TableName> nodeOf = new Numbering<>();
  private final List<Line> lines = new ArrayList<>();

  private GroupLayout(
      Group group, Map<TableName, Placed> sized, double proportion, Progress progress) {
    this.group = group;
    this.sized = sized;
    this.proportion = proportion;
    this.progress = progress;
  }

  /**
   * The group as an island without its own frame.
   *
   * @param sized every member at the origin
   */
  static Island of(
      Group group, Map<TableName, Placed> sized, double proportion, Progress progress) {
    return new GroupLayout(group, sized, proportion, progress).run();
  }

  private Island run() {
    progress.check();
    group.blocks().forEach(this::addBlock);
    for (Box box : group.members()) {
      if (!nodeOf.has(box.table())) {
        add(List.of(box), new Node(List.of(placed(box)), false, placed(box).area()));
      }
    }
    addLines();
    List<Island> parts = new ArrayList<>();
    List<Node> lone = new ArrayList<>();
    for (List<Integer> component : components()) {
      if (component.size() == 1 && !selfLoop(component.getFirst())) {
        lone.add(nodes.get(component.getFirst()));
      } else {
        parts.add(connected(component));
      }
    }
    if (!lone.isEmpty()) {
      parts.add(columns(lone, parts.isEmpty()));
    }
    return parts.size() == 1 ? parts.getFirst() : Island.packed(parts, proportion, GAP);
  }

  private void addBlock(Group.Block block) {
    List<Placed> set =
        Columns.set(block.members().stream().map(this::placed).toList(), 1.2).stream()
            .map(b -> b.moved(BLOCK_PADDING, BLOCK_PADDING))
            .toList();
    Area inner = Area.around(set.stream().map(Placed::area).toList());
    Area area = new Area(0, 0, inner.right() + BLOCK_PADDING, inner.bottom() + BLOCK_PADDING);
    add(block.members(), new Node(set, true, area));
  }

  private void add(List<Box> members, Node node) {
    members.forEach(box -> nodeOf.put(box.table(), nodes.size()));
    nodes.add(node);
  }

  private void addLines() {
    Map<String, List<Link>> buses = new LinkedHashMap<>();
    Map<Way, List<Link>> ways = new LinkedHashMap<>();
    for (Link link : group.links()) {
      int to = nodeOf.of(link.child());
      if (nodes.get(to).block()) {
        buses.computeIfAbsent(link.parent() + " " + to, k -> new ArrayList<>()).add(link);
      } else {
        ways.computeIfAbsent(Way.of(link), w -> new ArrayList<>()).add(link);
      }
    }
    ways.values().forEach(this::addLine);
    Map<Integer, Integer> busesAt = new HashMap<>();
    for (List<Link> bus : buses.values()) {
      Link first = bus.getFirst();
      int to = nodeOf.of(first.child());
      int nth = busesAt.merge(to, 1, Integer::sum);
      lines.add(
          new Line(
              nodeOf.of(first.parent()),
              Measure.rowY(first.parentRow()),
              to,
              BLOCK_PADDING + nth * BUS_STEP,
              bus,
              true));
    }
  }

  private void addLine(List<Link> same) {
    Link link = same.getFirst();
    lines.add(
        new Line(
            nodeOf.of(link.parent()),
            Measure.rowY(link.parentRow()),
            nodeOf.of(link.child()),
            Measure.rowY(link.childRow()),
            same,
            false));
  }

  private List<List<Integer>> components() {
    return Components.of(
        nodes.size(), join -> lines.forEach(line -> join.accept(line.from(), line.to())));
  }

  private boolean selfLoop(int node) {
    return lines.stream().anyMatch(line -> line.from() == node && line.to() == node);
  }

  private Island columns(List<Node> lone, boolean alone) {
    List<Placed> boxes =
        lone.stream()
            .flatMap(node -> node.boxes().stream())
            .sorted(
                Comparator.comparing((Placed p) -> alone ? Look.CLIENT : p.box().look())
                    .thenComparing(p -> p.box().title()))
            .toList();
    return Island.of(Columns.set(boxes, proportion), List.of(), List.of());
  }

  private Island connected(List<Integer> component) {
    Numbering<Integer> index = new Numbering<>();
    component.forEach(index::add);
    List<Line> own = lines.stream().filter(line -> index.has(line.to())).toList();
    Elk.Result result =
        Elk.layout(
            component.stream()
                .map(n -> new Elk.Node(nodes.get(n).area().width(), nodes.get(n).area().height()))
                .toList(),
            own.stream()
                .map(l -> new Elk.Edge(index.of(l.from()), l.fromY(), index.of(l.to()), l.toY()))
                .toList(),
            progress);
    List<Placed> boxes = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < component.size(); i++) {
      Node node = nodes.get(component.get(i));
      Point at = result.nodes().get(i);
      node.boxes().forEach(b -> boxes.add(b.moved(at.x(), at.y())));
      if (node.block()) {
        frames.add(Frame.block(node.boxes().size(), node.area().moved(at.x(), at.y())));
      }
    }
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      wires.add(new Wire(own.get(i).links(), result.edges().get(i), own.get(i).bus()));
    }
    return Island.of(boxes, wires, frames);
  }

  private Placed placed(Box box) {
    Placed placed = sized.get(box.table());
    if (placed == null) {
      throw new IllegalStateException(box.table() + " was not measured");
    }
    return placed;
  }
}
