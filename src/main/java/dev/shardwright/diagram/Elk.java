package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * One layered layout, parents left of their children, every line bound to its row.
 *
 * <p>The only class that speaks to ELK. It recurses deeply: call it on a thread with a large stack.
 */
final class Elk {
  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider(), new CoreOptions());
  }

  /** A rectangle to place. */
  record Node(double width, double height) {}

  /**
   * A line to route.
   *
   * @param fromY where it leaves the parent, from the node's top
   * @param toY where it reaches the child, from the node's top
   */
  record Edge(int from, double fromY, int to, double toY) {}

  /** Where nodes stand and lines run, in the order given. */
  record Result(List<Point> nodes, List<List<Point>> edges) {}

  private final List<Node> nodes;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final List<ElkNode> made = new ArrayList<>();
  private final Map<String, ElkPort> ports = new HashMap<>();

  private Elk(List<Node> nodes) {
    this.nodes = nodes;
  }

  static Result layout(List<Node> nodes, List<Edge> edges, Progress progress) {
    return new Elk(nodes).run(edges, progress);
  }

  private Result run(List<Edge> edges, Progress progress) {
    settings();
    for (Node node : nodes) {
      ElkNode box = ElkGraphUtil.createNode(graph);
      box.setDimensions(node.width(), node.height());
      box.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
      made.add(box);
    }
    boolean[] backwards = Backwards.of(nodes.size(), edges);
    List<ElkEdge> lines = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      lines.add(line(edges.get(i), backwards[i]));
    }
    new RecursiveGraphLayoutEngine().layout(graph, new Monitor(progress));
    progress.check();
    List<List<Point>> routes = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      List<Point> route = route(lines.get(i));
      routes.add(backwards[i] ? route.reversed() : route);
    }
    return new Result(
        made.stream().map(n -> new Point(n.getX(), n.getY())).toList(), List.copyOf(routes));
  }

  /** Settings found by trial on schemas of 9 to 2,000 tables. */
  private void settings() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(0));
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(LayeredOptions.THOROUGHNESS, 7);
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, 26.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 56.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 7.0);
    graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 16.0);
    graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 8.0);
    // Room for the crow's foot and the circle before the loop turns.
    graph.setProperty(CoreOptions.SPACING_NODE_SELF_LOOP, 22.0);
  }

  private ElkEdge line(Edge edge, boolean backwards) {
    if (edge.from() == edge.to()) {
      return ElkGraphUtil.createSimpleEdge(
          port(edge.from(), edge.fromY(), PortSide.EAST),
          port(edge.to(), edge.toY(), PortSide.EAST));
    }
    return backwards
        ? ElkGraphUtil.createSimpleEdge(
            port(edge.to(), edge.toY(), PortSide.EAST),
            port(edge.from(), edge.fromY(), PortSide.WEST))
        : ElkGraphUtil.createSimpleEdge(
            port(edge.from(), edge.fromY(), PortSide.EAST),
            port(edge.to(), edge.toY(), PortSide.WEST));
  }

  private ElkPort port(int node, double y, PortSide side) {
    return ports.computeIfAbsent(
        node + " " + y + " " + side,
        key -> {
          ElkPort port = ElkGraphUtil.createPort(made.get(node));
          port.setDimensions(0, 0);
          port.setLocation(side == PortSide.EAST ? nodes.get(node).width() : 0, y);
          port.setProperty(CoreOptions.PORT_SIDE, side);
          return port;
        });
  }

  private static List<Point> route(ElkEdge line) {
    ElkEdgeSection section = line.getSections().getFirst();
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(b -> points.add(new Point(b.getX(), b.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    return points;
  }

  /** Lets the user cancel within the layout's phases. */
  private static final class Monitor extends BasicProgressMonitor {
    private final Progress progress;

    Monitor(Progress progress) {
      this.progress = progress;
    }

    @Override
    public boolean isCanceled() {
      return progress.cancelled();
    }

    @Override
    public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
      return new Monitor(progress);
    }
  }
}
