package dev.shardwright.ui.parts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Short ways to make the nodes that every pane is built of. */
public final class Nodes {
  /** A field whose text is no value. */
  public static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private Nodes() {}

  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label of several lines. */
  public static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A label that keeps its whole width, whatever its neighbours want. */
  public static Label whole(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  public static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(styles);
    return button;
  }

  /** A button without words; its hint names it for the eye and the screen reader. */
  public static Button iconButton(Feather icon, String hint, Runnable action, String... styles) {
    Button button = button("", action, styles);
    button.setGraphic(new FontIcon(icon));
    button.setAccessibleText(hint);
    button.setTooltip(tooltip(hint));
    return button;
  }

  public static Button link(String text, Runnable action) {
    return button(text, action, "link");
  }

  /** Words that lead somewhere and look like others until the pointer or the keyboard is there. */
  public static Hyperlink quietLink(String text, Runnable action, String... styles) {
    Hyperlink link = new Hyperlink(text);
    link.setOnAction(event -> {
      link.setVisited(false);
      action.run();
    });
    link.setWrapText(true);
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.setMaxWidth(Double.MAX_VALUE);
    link.getStyleClass().add("quiet-link");
    link.getStyleClass().addAll(styles);
    return link;
  }

  public static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    return tooltip;
  }

  /** Takes the room that nobody else wants. */
  public static Region spacer() {
    return grow(new Region());
  }

  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  /** A node that is out of the layout while hidden. */
  public static <N extends Node> N shown(N node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
    return node;
  }
}
