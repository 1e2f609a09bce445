package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan, and where its tables stand that the DBA moved by hand: what is printed.
 *
 * @param moved upper left corners by table, in the units of the window's atlas
 */
public record Arrangement(Plan plan, Map<TableName, Position> moved) {
  public Arrangement {
    moved = Map.copyOf(moved);
  }

  /** A plan whose tables stand where the program puts them. */
  public static Arrangement of(Plan plan) {
    return new Arrangement(plan, Map.of());
  }

  /**
   * The whole plan as a drawing. Places by hand mean something among the other tables of the window
   * only, so with them the drawing is laid out as there, whatever the paper's shape.
   *
   * @param options how the plan is drawn if nothing was moved
   * @param proportion width by height that the drawing should have if nothing was moved
   * @throws Progress.Cancelled if the user cancels
   */
  public Drawing drawing(DiagramOptions options, double proportion, Progress progress) {
    if (moved.isEmpty()) {
      return Layout.of(Diagram.of(plan, options), proportion, progress);
    }
    DiagramOptions window = DiagramOptions.atlas(plan.schema().tables().size());
    Drawing laid = Layout.of(Diagram.of(plan, window), Layout.WINDOW, progress);
    Drawing drawing = Moved.of(laid, moved);
    return options.numbered() ? marked(drawing, Diagram.of(plan, window.forList())) : drawing;
  }

  /** The drawing with other marks: wider ones must not push the tables about. */
  private static Drawing marked(Drawing drawing, Diagram diagram) {
    Map<TableName, String> marks = new HashMap<>();
    diagram.boxes().forEach(box -> marks.put(box.table(), box.mark()));
    Map<TableName, Placed> boxes = new TreeMap<>(drawing.boxes());
    boxes.replaceAll((table, box) -> box.marked(marks.getOrDefault(table, "")));
    Map<String, String> numbers = new HashMap<>();
    diagram.links().forEach(link -> numbers.put(link.relation(), link.numbers()));
    return new Drawing(
        drawing.frames(),
        boxes,
        drawing.wires().stream().map(wire -> wire.numbered(numbers)).toList(),
        drawing.badged(),
        drawing.bounds());
  }
}
