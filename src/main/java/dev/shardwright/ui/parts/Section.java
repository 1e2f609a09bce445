package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * A caption with lines below it; long lists start short, so that a hub of 800 keys opens at once.
 */
public final class Section extends VBox {
  private static final int FIRST_LINES = 30;

  public Section(String caption, Node... content) {
    getStyleClass().add("section");
    getChildren().add(Nodes.label(caption.toUpperCase(Locale.ENGLISH), "caption"));
    getChildren().addAll(content);
  }

  /** A section with one line per thing. */
  public static <T> Section of(String caption, List<T> things, Function<T, Node> line) {
    Section section = new Section(caption);
    things.stream().limit(FIRST_LINES).map(line).forEach(section.getChildren()::add);
    if (things.size() > FIRST_LINES) {
      Button more = Nodes.link(Texts.of("section.more", things.size() - FIRST_LINES), () -> {});
      more.setOnAction(event -> {
        section.getChildren().remove(more);
        things.stream().skip(FIRST_LINES).map(line).forEach(section.getChildren()::add);
      });
      section.getChildren().add(more);
    }
    return section;
  }
}
