package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Legend;
import dev.shardwright.diagram.Sign;
import dev.shardwright.diagram.Theme;
import java.util.Set;
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
    getChildren().add(image);
  }

  /** Paints it anew; small enough to be done at once. */
  void show(Set<Sign> signs, Theme theme) {
    Legend legend = Legend.of(signs);
    image.setFitWidth(Legend.WIDTH);
    image.setFitHeight(legend.height());
    setAccessibleText(legend.signs().stream().map(Sign::words).collect(Collectors.joining(". ")));
    PixelImage pixels =
        new PixelImage(
            (int) (Legend.WIDTH * DENSITY), (int) (Math.max(1, legend.height()) * DENSITY));
    pixels.paint(g -> {
      g.scale(DENSITY, DENSITY);
      legend.paint(g, theme);
    });
    image.setImage(pixels.show());
  }
}
