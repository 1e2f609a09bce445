package dev.shardwright.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How JavaFX is to draw; it looks once, before the first window. */
final class Pipeline {
  private static final String ORDER = "prism.order";

  /** What Linux shows of a graphics card: its own drivers, NVIDIA's, and Windows' below WSL. */
  private static final List<Path> CARDS =
      List.of(Path.of("/dev/dri"), Path.of("/dev/nvidia0"), Path.of("/dev/dxg"));

  private Pipeline() {}

  /** Leaves what the user asked for as it is. */
  static void choose() {
    if (System.getProperty(ORDER) == null) {
      order(System.getProperty("os.name", ""), Files::exists)
          .ifPresent(order -> System.setProperty(ORDER, order));
    }
  }

  /**
   * Without a card JavaFX would load Mesa, find that it computes OpenGL instead of a card, and draw
   * by itself after all: 43 MB and a tenth of a second for nothing. Empty leaves JavaFX the choice.
   */
  static Optional<String> order(String system, Predicate<Path> exists) {
    return system.startsWith("Linux") && CARDS.stream().noneMatch(exists)
        ? Optional.of("sw")
        : Optional.empty();
  }
}
