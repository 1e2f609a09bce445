package dev.shardwright.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light, dark, or as the desktop has it; and the fonts that come with the program. */
public final class Appearance {
  private static final List<String> FONTS =
      List.of(
          "Inter-Regular",
          "Inter-Medium",
          "Inter-SemiBold",
          "Inter-Bold",
          "InterFigures-Regular",
          "JetBrainsMono-Regular");
  private static final double ANY_SIZE = 13;

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);

  /** Which colours the user wants. */
  public enum Theme {
    LIGHT,
    DARK,
    SYSTEM;

    static Optional<Theme> named(String name) {
      return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }
  }

  /** Keeps {@code dark} in step with the theme and with the desktop. */
  public Appearance(BooleanProperty dark) {
    FONTS.forEach(name ->
        Font.loadFont(Appearance.class.getResourceAsStream("/fonts/" + name + ".ttf"), ANY_SIZE));
    theme.addListener((o, was, now) -> dark.set(isDark(now)));
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener((o, was, now) -> dark.set(isDark(theme.get())));
    dark.addListener((o, was, now) -> base(now));
    dark.set(isDark(theme.get()));
    base(dark.get());
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** From light to dark and back, whatever the desktop has. */
  void turn() {
    theme.set(isDark(theme.get()) ? Theme.LIGHT : Theme.DARK);
  }

  /** Dresses a scene, now and whenever the colours change. */
  void dress(Scene scene, BooleanProperty dark) {
    dark.addListener((o, was, now) -> scene.getStylesheets().setAll(sheets(now)));
    scene.getStylesheets().setAll(sheets(dark.get()));
  }

  private static List<String> sheets(boolean dark) {
    return List.of("/css/window.css", dark ? "/css/dark.css" : "/css/light.css");
  }

  private static void base(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private static boolean isDark(Theme theme) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }
}
