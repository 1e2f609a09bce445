package dev.shardwright.ui.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A row of buttons of which exactly one is pressed. */
public final class Segments<T> extends HBox {
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

  /**
   * Segments for the given values.
   *
   * @param chosen called when the user presses another one
   */
  public Segments(List<T> values, Function<T, String> title, Consumer<T> chosen) {
    getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      ToggleButton button = new ToggleButton(title.apply(value));
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> {
        boolean another = button.isSelected();
        button.setSelected(true);
        if (another) {
          chosen.accept(value);
        }
      });
      HBox.setHgrow(button, Priority.ALWAYS);
      buttons.put(value, button);
      getChildren().add(button);
    }
    mark(values.getFirst(), "first-segment");
    mark(values.getLast(), "last-segment");
  }

  public void choose(T value) {
    button(value).setSelected(true);
  }

  /** None pressed: several things of different values are meant. */
  public void chooseNone() {
    buttons.values().forEach(b -> b.setSelected(false));
  }

  public ToggleButton button(T value) {
    ToggleButton button = buttons.get(value);
    if (button == null) {
      throw new IllegalArgumentException("no segment " + value);
    }
    return button;
  }

  private void mark(T value, String place) {
    button(value).pseudoClassStateChanged(PseudoClass.getPseudoClass(place), true);
  }
}
