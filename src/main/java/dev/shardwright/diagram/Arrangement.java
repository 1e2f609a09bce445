package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan as the DBA arranged its diagram: what is printed.
 *
 * @param layout what he moved, in the units of the window's atlas, and what he hid
 * @param relations which of them are drawn
 * @param window where the tables of the window's atlas stood that were not moved
 */
public record Arrangement(
    Plan plan, dev.shardwright.plan.Layout layout, RelationFilter relations, Places window) {
  /** With all relations. */
  public Arrangement(Plan plan, dev.shardwright.plan.Layout layout) {
    this(plan, layout, RelationFilter.ALL, Places.NONE);
  }

  /** A plan whose tables stand where the program puts them, with nothing hidden. */
  public static Arrangement of(Plan plan) {
    return new Arrangement(plan, dev.shardwright.plan.Layout.NONE);
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
    Map<TableName, Position> moved = layout.positions();
    if (moved.isEmpty()) {
      return Layout.of(Diagram.of(plan, shown(options)), proportion, progress);
    }
    DiagramOptions atlas = shown(DiagramOptions.atlas(plan.schema().tables().size()));
    Drawing laid = Layout.after(window, Diagram.of(plan, atlas), Layout.WINDOW, progress);
    Drawing drawing = Moved.of(laid, moved);
    return options.numbered() ? marked(drawing, Diagram.of(plan, atlas.forList())) : drawing;
  }

  private DiagramOptions shown(DiagramOptions options) {
    return options.without(layout.hidden()).with(relations);
  }

  /** The caption of its drawing, which says what was left out. */
  Caption captioned(Caption caption) {
    return caption.leavingOut(LeftOut.words(plan.schema(), layout.hidden(), relations));
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
