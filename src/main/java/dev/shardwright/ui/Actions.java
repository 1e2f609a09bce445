package dev.shardwright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

/** All that the window can do, for menus, the jump field and the keyboard alike. */
public final class Actions {
  private final List<Action> all = new ArrayList<>();

  /** Adds what is always possible. */
  public void add(String key, String shortcut, Runnable run) {
    add(key, shortcut, run, new SimpleBooleanProperty(true));
  }

  public void add(String key, String shortcut, Runnable run, ObservableBooleanValue possible) {
    all.add(new Action(key, shortcut, run, possible));
  }

  public List<Action> all() {
    return List.copyOf(all);
  }

  /**
   * The action of a key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Action named(String key) {
    return all.stream()
        .filter(a -> a.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action " + key));
  }

  /** Lets the keyboard reach them wherever the focus is. */
  void accelerate(Scene scene) {
    all.stream()
        .filter(a -> !a.shortcut().isEmpty())
        .forEach(a -> scene.getAccelerators().put(a.combination(), a::perform));
  }
}
