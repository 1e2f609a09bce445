package dev.shardwright.ui;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/**
 * Something the window can do: one title, one shortcut, wherever it is offered.
 *
 * @param key of its title in the texts, {@code action.KEY}
 * @param shortcut in JavaFX's notation, empty for none
 */
public record Action(String key, String shortcut, Runnable run, ObservableBooleanValue possible) {

  public String title() {
    return Texts.of("action." + key);
  }

  /** The title with the shortcut, for tooltips. */
  public String hint() {
    return shortcut.isEmpty() ? title() : title() + "  " + keys();
  }

  /** The shortcut as it is printed on the keys. */
  public String keys() {
    return shortcut.isEmpty() ? "" : combination().getDisplayText();
  }

  public KeyCombination combination() {
    return KeyCombination.valueOf(shortcut);
  }

  /** Runs it if it is possible now. */
  public void perform() {
    if (possible.get()) {
      run.run();
    }
  }

  /** A line of a menu. */
  public MenuItem item() {
    MenuItem item = new MenuItem(title());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> perform());
    if (!shortcut.isEmpty()) {
      item.setAccelerator(combination());
    }
    item.setDisable(!possible.get());
    possible.addListener((o, was, now) -> item.setDisable(!now));
    return item;
  }
}
