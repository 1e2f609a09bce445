package dev.shardwright.ui;

import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.Sources;
import dev.shardwright.plan.Plan;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Reads a database again and holds what differs from the plan until the DBA has looked at it. */
public final class Comparison {
  private final Background background;
  private final Supplier<Optional<Plan>> plan;
  private final Supplier<Optional<Inputs>> present;
  private final Function<String, Consumer<Throwable>> failed;
  private final ReadOnlyObjectWrapper<Optional<Drift>> drift =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Compares nothing yet.
   *
   * @param plan the plan as it is
   * @param present what that plan is made of
   * @param failed tells a failure of what is being done
   */
  Comparison(
      Background background,
      Supplier<Optional<Plan>> plan,
      Supplier<Optional<Inputs>> present,
      Function<String, Consumer<Throwable>> failed) {
    this.background = background;
    this.plan = plan;
    this.present = present;
    this.failed = failed;
  }

  /** What a database differs in, while that is looked at. */
  public ReadOnlyObjectProperty<Optional<Drift>> driftProperty() {
    return drift.getReadOnlyProperty();
  }

  /** Reads the database; the plan stays as it is. */
  public void with(Source source) {
    plan.get().ifPresent(was -> present.get().ifPresent(now -> read(source, was, now)));
  }

  private void read(Source source, Plan was, Inputs now) {
    String doing = Texts.of("job.compare", source.described());
    background.run(
        "compare",
        doing,
        progress -> {
          OpenSource open = Sources.open(source, progress);
          return new Drift(source, open, was, now.on(open.schema()).plan());
        },
        found -> {
          drop();
          drift.set(Optional.of(found));
        },
        failed.apply(doing));
  }

  /** Leaves the plan as it is, and the database alone. */
  public void drop() {
    drift
        .get()
        .ifPresent(old ->
            background.run(
                "close-compared",
                "",
                progress -> closed(old),
                closed -> {},
                failed.apply(Texts.of("job.close"))));
    drift.set(Optional.empty());
  }

  private static boolean closed(Drift old) {
    old.close();
    return true;
  }

  /** The model goes on with what was read; its connection stays open. */
  void taken() {
    drift.set(Optional.empty());
  }

  /** The program is about to end. */
  void close() {
    drift.get().ifPresent(Drift::close);
  }
}
