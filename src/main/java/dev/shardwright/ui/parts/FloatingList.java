package dev.shardwright.ui.parts;

import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A list that floats below a node, is narrowed by typing and chosen from with arrows and Enter.
 *
 * @param <T> what is chosen
 */
public final class FloatingList<T> {
  private static final double ROW_HEIGHT = 30;
  private static final double TWO_LINES = 46;
  private static final int ROWS = 12;

  private final Popup popup = new Popup();
  private final ListView<T> list = new ListView<>();
  private final VBox box = new VBox(6);
  private final Function<String, List<T>> matches;
  private final Consumer<T> chosen;
  private double rowHeight = ROW_HEIGHT;

  /**
   * A floating list.
   *
   * @param matches the entries for what was typed, best first
   * @param row how an entry looks
   */
  public FloatingList(
      Function<String, List<T>> matches, Function<T, Node> row, Consumer<T> chosen) {
    this.matches = matches;
    this.chosen = chosen;
    list.setFixedCellSize(rowHeight);
    list.setFocusTraversable(false); // else it takes the keys before the field that drives it
    list.setAccessibleText(Texts.of("floating.matches"));
    list.setCellFactory(view -> new Row<>(row));
    list.setOnMouseClicked(click -> choose());
    box.getStyleClass().add("floating");
    box.getChildren().add(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.getContent().add(box);
  }

  /** Gives each entry the room of two lines. */
  public FloatingList<T> ofTwoLines() {
    rowHeight = TWO_LINES;
    list.setFixedCellSize(rowHeight);
    return this;
  }

  /** Drives the list from a field: typing narrows, arrows move, Enter chooses, Escape closes. */
  public void drivenBy(TextField field) {
    field.textProperty().addListener((o, was, typed) -> narrow(typed));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (popup.isShowing() && move(key.getCode())) {
            key.consume();
          }
        });
  }

  /** Puts a field of its own on top, for a list that opens from a button. */
  public TextField withField(String prompt) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    box.getChildren().addFirst(field);
    drivenBy(field);
    popup.setOnShown(shown -> field.requestFocus());
    return field;
  }

  /** Shows the entries for a text below a node. */
  public void show(Node owner, double width, String typed) {
    list.setPrefWidth(width - 14);
    narrow(typed);
    Bounds place = owner.localToScreen(owner.getBoundsInLocal());
    popup.show(owner, place.getMinX(), place.getMaxY() + 4);
  }

  public void hide() {
    popup.hide();
  }

  public boolean isShowing() {
    return popup.isShowing();
  }

  /** The entries have changed while the list may be open. */
  public void renew(String typed) {
    if (popup.isShowing()) {
      narrow(typed);
    }
  }

  private void narrow(String typed) {
    list.getItems().setAll(matches.apply(typed));
    list.setPrefHeight(Math.clamp(list.getItems().size(), 1, ROWS) * rowHeight + 2);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private boolean move(KeyCode key) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (key) {
      case DOWN -> pick(Math.min(at + 1, list.getItems().size() - 1));
      case UP -> pick(Math.max(at - 1, 0));
      case PAGE_DOWN -> pick(Math.min(at + ROWS, list.getItems().size() - 1));
      case PAGE_UP -> pick(Math.max(at - ROWS, 0));
      case ENTER -> choose();
      case ESCAPE -> hide();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void pick(int index) {
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - ROWS + 2));
  }

  private void choose() {
    T picked = list.getSelectionModel().getSelectedItem();
    if (picked != null) {
      hide();
      chosen.accept(picked);
    }
  }

  private static final class Row<T> extends ListCell<T> {
    private final Function<T, Node> row;

    Row(Function<T, Node> row) {
      this.row = row;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      Node shown = item == null || empty ? null : row.apply(item);
      setGraphic(shown);
      setAccessibleText(shown == null ? null : words(shown));
    }

    /** For a screen reader the words of a row are one sentence. */
    private static String words(Node shown) {
      return shown.lookupAll(".label").stream()
          .filter(Labeled.class::isInstance)
          .map(label -> ((Labeled) label).getText())
          .filter(text -> text != null && !text.isBlank())
          .collect(Collectors.joining(", "));
    }
  }
}
