package dev.shardwright.ui;

import dev.shardwright.model.Progress;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the window tells the DBA by itself: what went wrong last, and what went well. */
public final class Notices {
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> said =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  Notices() {}

  /** What went wrong last, until it is dismissed or something new is opened. */
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** A sentence about something that went well, until the next one. */
  public ReadOnlyObjectProperty<Optional<String>> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Says that something went well. */
  public void say(String sentence) {
    said.set(Optional.of(sentence));
  }

  public void dismissFailure() {
    failure.set(Optional.empty());
  }

  /** Tells a failure of what was being done; what the DBA stopped himself is none. */
  Consumer<Throwable> failed(String doing) {
    return cause -> {
      if (!(cause instanceof Progress.Cancelled)) {
        failure.set(Optional.of(Failure.of(doing, cause)));
      }
    };
  }
}
