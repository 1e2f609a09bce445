package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Legend;
import dev.shardwright.diagram.Theme;
import java.util.stream.Collectors;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** The legend on the screen. */
final class LegendCard extends StackPane {
  private static final int DENSITY = 2;

  private final ImageView image = new ImageView();

  LegendCard() {
    setId("diagram-legend-card");
    getStyleClass().addAll("floating", "legend");
    setStyle("-fx-padding: 14;");
    setAccessibleText(
        Legend.ENTRIES.stream().map(Legend.Entry::words).collect(Collectors.joining(". ")));
    image.setFitWidth(Legend.WIDTH);
    image.setFitHeight(Legend.HEIGHT);
    getChildren().add(image);
  }

  /** Paints it anew; small enough to be done at once. */
  void show(Theme theme) {
    PixelImage pixels =
        new PixelImage((int) (Legend.WIDTH * DENSITY), (int) (Legend.HEIGHT * DENSITY));
    pixels.paint(g -> {
      g.scale(DENSITY, DENSITY);
      Legend.paint(g, theme);
    });
    image.setImage(pixels.show());
  }
}
