package dev.shardwright.ui.parts;

import dev.shardwright.risk.Severity;
import dev.shardwright.ui.Texts;
import javafx.scene.layout.Region;

/** A severity as a shape with a colour: square, triangle, hollow triangle, disc. */
public final class SeverityGlyph extends Region {

  public SeverityGlyph(Severity severity) {
    show(severity);
  }

  public void show(Severity severity) {
    getStyleClass().setAll("severity", severity.word());
    setAccessibleText(title(severity));
  }

  /** The severity's name for people. */
  public static String title(Severity severity) {
    return Texts.of("severity." + severity.word());
  }
}
