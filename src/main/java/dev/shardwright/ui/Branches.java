package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Branch;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Other ways to split, kept beside the plan and saved with it. */
public final class Branches {
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<List<Branch>> kept = new ReadOnlyObjectWrapper<>(List.of());

  Branches(Runnable changed) {
    this.changed = changed;
  }

  /** In the order they were kept. */
  public ReadOnlyObjectProperty<List<Branch>> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  List<Branch> kept() {
    return kept.get();
  }

  /** Another plan was opened, with branches of its own. */
  void begin(List<Branch> opened) {
    kept.set(List.copyOf(opened));
  }

  /** Keeps a way beside the plan, in place of one with the same name. */
  public void keep(String name, Decisions way) {
    List<Branch> more = new ArrayList<>(kept.get());
    more.removeIf(b -> b.name().equals(name));
    more.add(new Branch(name, Moment.minute(), way));
    tell(more);
  }

  public void drop(Branch branch) {
    tell(kept.get().stream().filter(b -> !b.equals(branch)).toList());
  }

  private void tell(List<Branch> now) {
    kept.set(List.copyOf(now));
    changed.run();
  }
}
