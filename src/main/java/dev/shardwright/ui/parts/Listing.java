package dev.shardwright.ui.parts;

import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The lines of a list, made from the present plan: of a small plan at once, of a large one beside
 * the window's thread, where the newest lines win.
 *
 * @param <T> a line
 */
public final class Listing<T> {
  private final PlannerModel model;
  private final Frames frames;
  private final String name;
  private final Consumer<List<T>> shown;

  /**
   * The lines of a list.
   *
   * @param frames when a large list is filled
   * @param name of the list for people; told if its lines cannot be made
   * @param shown gets the lines on the window's thread
   */
  public Listing(PlannerModel model, Frames frames, String name, Consumer<List<T>> shown) {
    this.model = model;
    this.frames = frames;
    this.name = name;
    this.shown = shown;
  }

  /** Asks for the lines of the present plan; without a plan there are none. */
  public void fill(Function<Plan, List<T>> lines) {
    String lane = "list " + name;
    Optional<Plan> plan = model.plan();
    model.background().cancel(lane);
    plan.filter(Frames::large)
        .ifPresentOrElse(
            large ->
                model
                    .background()
                    .run(
                        lane,
                        "",
                        progress -> lines.apply(large),
                        made -> frames.run(this, plan, () -> shown.accept(made)),
                        model.failed(name)),
            () -> frames.run(this, plan, () -> shown.accept(plan.map(lines).orElse(List.of()))));
  }
}
