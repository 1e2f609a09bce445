package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Luminance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of every colour can be read on every ground it stands on: WCAG 2.2, 1.4.3, level AA. */
class ContrastTest {
  private static final double LEAST = 4.5;
  private static final Pattern COLOUR = Pattern.compile("-([\\w-]+): (#[0-9A-F]{6});");
  private static final List<String> GROUNDS =
      List.of("ground", "canvas", "sunken", "raised", "hover", "chosen");
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry("ink", List.of("pressed", "warn-soft", "risk-soft", "accent-soft")),
          Map.entry("muted", List.of("warn-soft", "accent-soft")),
          Map.entry("faint", List.of()),
          Map.entry("accent", List.of("accent-soft")),
          Map.entry("risk", List.of("risk-soft")),
          Map.entry("good", List.of()),
          Map.entry("badge", List.of("context-fill")),
          Map.entry("sql-keyword", List.of()),
          Map.entry("sql-string", List.of()),
          Map.entry("sql-comment", List.of()),
          Map.entry("sql-number", List.of()),
          Map.entry("sql-name", List.of()));
  private static final Map<String, String> OWN_GROUNDS =
      Map.of(
          "on-accent", "accent",
          "on-risk", "risk",
          "client-ink", "client",
          "context-ink", "context",
          "neutral-ink", "neutral",
          "undecided-ink", "undecided");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextStandsOutFromItsGround(String theme) throws IOException {
    Map<String, Color> colours = colours(theme);
    TEXTS.forEach((text, more) -> {
      GROUNDS.forEach(ground -> assertReadable(colours, text, ground));
      more.forEach(ground -> assertReadable(colours, text, ground));
    });
    OWN_GROUNDS.forEach((text, ground) -> assertReadable(colours, text, ground));
  }

  private static void assertReadable(Map<String, Color> colours, String text, String ground) {
    assertThat(luminance(colours, text).contrast(luminance(colours, ground)))
        .as("%s on %s", text, ground)
        .isGreaterThanOrEqualTo(LEAST);
  }

  private static Map<String, Color> colours(String theme) throws IOException {
    try (InputStream css = ContrastTest.class.getResourceAsStream("/css/" + theme + ".css")) {
      String text = new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Color> colours = new HashMap<>();
      Matcher colour = COLOUR.matcher(text);
      while (colour.find()) {
        colours.put(colour.group(1), Color.web(colour.group(2)));
      }
      return colours;
    }
  }

  private static Luminance luminance(Map<String, Color> colours, String name) {
    Color colour = Objects.requireNonNull(colours.get(name), name);
    return Luminance.of(colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
