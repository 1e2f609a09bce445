package dev.shardwright.ui.bar;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** The program's sign: one square in three shards, client, context and neutral. */
final class Logo extends StackPane {
  private static final double SIDE = 26;

  Logo() {
    Group shards =
        new Group(
            shard("M13 15 L13 0 L0 0 L0 22.5 Z", "#D0D4D9"),
            shard("M13 15 L13 0 L26 0 L26 22.5 Z", "#0B5C99"),
            shard("M13 15 L26 22.5 L26 26 L0 26 L0 22.5 Z", "#F0A830"));
    Rectangle edge = new Rectangle(SIDE, SIDE);
    edge.setArcWidth(12);
    edge.setArcHeight(12);
    shards.setClip(edge);
    getChildren().add(shards);
    setMinSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
  }

  private static SVGPath shard(String path, String colour) {
    SVGPath shard = new SVGPath();
    shard.setContent(path);
    shard.setFill(Color.web(colour));
    return shard;
  }
}
