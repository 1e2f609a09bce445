package dev.shardwright.ui.diagram;

import javafx.scene.paint.Color;

/** The drawing's colours for the few things that JavaFX paints itself. */
final class Colors {
  private Colors() {}

  static Color fx(java.awt.Color color) {
    return Color.rgb(color.getRed(), color.getGreen(), color.getBlue(), color.getAlpha() / 255.0);
  }
}
