package dev.shardwright;

import java.util.Map;
import java.util.Optional;

/** Tells whether a window can open here, and if not, what the user can do about it. */
final class Screen {
  private static final String REMEDY =
      "; on Debian and Ubuntu: apt-get install libgtk-3-0 libgl1 libxtst6 libxxf86vm1";

  private Screen() {}

  /**
   * Why no window can open, as far as one can know before the toolkit starts.
   *
   * @param glassPlatform what {@code -Dglass.platform} asks for, empty when it is not given
   */
  static Optional<String> missing(
      String system, String glassPlatform, Map<String, String> environment) {
    boolean display =
        !environment.getOrDefault("DISPLAY", "").isEmpty()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    return !system.startsWith("Linux") || display || glassPlatform.equalsIgnoreCase("Headless")
        ? Optional.empty()
        : Optional.of("There is no display (DISPLAY is not set)");
  }

  /** Why the toolkit did not start; empty when the failure is none of the toolkit's. */
  static Optional<String> missing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsatisfiedLinkError) {
        return Optional.of("The window's native libraries do not load" + REMEDY);
      }
      // What JavaFX 26 throws when GTK is missing, and when the display does not answer.
      if (cause instanceof UnsupportedOperationException) {
        String message = String.valueOf(cause.getMessage());
        return Optional.of(
            message.contains("GTK")
                ? "The window needs GTK" + REMEDY
                : "The display cannot be used (" + message + ")");
      }
    }
    return Optional.empty();
  }
}
