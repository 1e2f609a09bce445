package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * A caption with lines below it; long lists start short and grow by steps, so that a hub of 800
 * keys or a table of 1,000 columns opens at once.
 */
public final class Section extends VBox {
  private static final int FIRST_LINES = 30;
  private static final int MORE_LINES = 60;
  private static final int PIECE = 10;

  private Section() {
    getStyleClass().add("section");
  }

  public Section(String caption, Node... content) {
    this();
    getChildren().add(Nodes.label(caption.toUpperCase(Locale.ENGLISH), "caption"));
    getChildren().addAll(content);
  }

  /** A section with one line per thing. */
  public static <T> Section of(String caption, List<T> things, Function<T, Node> line) {
    return of(caption, things, line, Runnable::run);
  }

  /**
   * A section with one line per thing.
   *
   * @param later takes the building of further lines
   */
  public static <T> Section of(
      String caption, List<T> things, Function<T, Node> line, Consumer<Runnable> later) {
    Section section = new Section(caption);
    section.add(things, line, FIRST_LINES, later);
    return section;
  }

  /** One line per thing, without a heading of its own. */
  public static <T> Section lines(List<T> things, Function<T, Node> line) {
    Section section = new Section();
    section.add(things, line, FIRST_LINES, Runnable::run);
    return section;
  }

  private <T> void add(List<T> things, Function<T, Node> line, int most, Consumer<Runnable> later) {
    int now = Math.min(Math.min(PIECE, most), things.size());
    getChildren().addAll(things.stream().limit(now).map(line).toList());
    List<T> rest = things.subList(now, things.size());
    if (!rest.isEmpty() && now < most) {
      later.accept(() -> add(rest, line, most - now, later));
    } else if (!rest.isEmpty()) {
      addMore(rest, line);
    }
  }

  private <T> void addMore(List<T> rest, Function<T, Node> line) {
    Button more = Nodes.link(Texts.of("section.more", rest.size()), () -> {});
    more.setOnAction(event -> {
      getChildren().remove(more);
      add(rest, line, MORE_LINES, Runnable::run);
    });
    getChildren().add(more);
  }
}
