package dev.shardwright.ui.parts;

import dev.shardwright.classify.Kind;
import dev.shardwright.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The square of a mark: colour and shape, so that either alone tells it. */
public final class MarkGlyph extends StackPane {

  public MarkGlyph(Kind kind) {
    show(kind);
  }

  public void show(Kind kind) {
    getStyleClass().setAll("mark-glyph", kind.word());
    setAccessibleText(title(kind));
    getChildren().setAll(kind == Kind.UNDECIDED ? letter() : shape(kind));
  }

  /** The bare shape in the colour of the text around it. */
  public static Region shape(Kind kind) {
    Region shape = new Region();
    shape.getStyleClass().addAll("glyph", kind.word());
    return shape;
  }

  /** The mark's name for people. */
  public static String title(Kind kind) {
    return Texts.of("kind." + kind.word());
  }

  private static Label letter() {
    return Nodes.label("?", "letter");
  }
}
