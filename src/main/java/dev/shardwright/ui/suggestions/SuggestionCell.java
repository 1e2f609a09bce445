package dev.shardwright.ui.suggestions;

import dev.shardwright.classify.Decision;
import dev.shardwright.risk.KeySuggestion;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Titles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A suggested key: what joins what, how sure it is and why, and what can be done with it. */
final class SuggestionCell extends ListCell<KeySuggestion> {
  private final PlannerModel model;
  private final Consumer<KeySuggestion> alike;
  private final Consumer<KeySuggestion> one;

  SuggestionCell(PlannerModel model, Consumer<KeySuggestion> alike, Consumer<KeySuggestion> one) {
    this.model = model;
    this.alike = alike;
    this.one = one;
  }

  /** {@code photos.camera_id → cameras}. */
  static String title(PlannerModel model, KeySuggestion s) {
    return model
        .plan()
        .map(p ->
            Titles.table(p, s.child())
                + "."
                + Titles.columns(s.childColumns())
                + " → "
                + Titles.table(p, s.parent()))
        .orElse("");
  }

  @Override
  protected void updateItem(@Nullable KeySuggestion suggestion, boolean empty) {
    super.updateItem(suggestion, empty);
    setGraphic(suggestion == null || empty ? null : row(suggestion));
    setAccessibleText(suggestion == null || empty ? null : title(model, suggestion));
  }

  private Node row(KeySuggestion s) {
    Label title = Nodes.label(title(model, s), "mono");
    title.setMinWidth(80);
    VBox words = new VBox(2, title, Nodes.label(s.why(), "faint", "small"));
    words.setMinWidth(120);
    HBox row =
        new HBox(
            8,
            words,
            Nodes.spacer(),
            Nodes.whole(Nodes.label(Texts.of("suggestions.percent", s.confidence()), "figure")),
            Nodes.button(Texts.of("suggestions.sameName"), () -> alike.accept(s), "small-button"),
            Nodes.button(Texts.of("suggestions.plain"), () -> plain(s), "small-button"),
            Nodes.button(Texts.of("suggestions.one"), () -> one.accept(s), "small-button"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("suggestion-row");
    row.prefWidthProperty().bind(getListView().widthProperty().subtract(20));
    return row;
  }

  private void plain(KeySuggestion s) {
    model.decide(new Decision.PlainId(s.child(), s.childColumns(), Optional.empty()));
  }
}
