package dev.shardwright.ui.bar;

import dev.shardwright.ui.Action;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.FloatingList;
import dev.shardwright.ui.parts.Nodes;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes to a table, column or finding, or does an action, by typing a part of its name. */
final class JumpField extends StackPane {
  private static final double WIDTH = 330;
  private static final double LEAST_WIDTH = 96;
  private static final double WITH_KEYS = 240;

  private final PlannerModel model;
  private final Supplier<List<Action>> actions;
  private final TextField field = new TextField();
  private final FloatingList<Jump> floating;
  private List<Jump> all = List.of();

  JumpField(PlannerModel model, Supplier<List<Action>> actions, String keys) {
    this.model = model;
    this.actions = actions;
    floating = new FloatingList<>(typed -> Jump.matches(all, typed), JumpField::row, this::go);
    field.setId("jump");
    field.setPromptText(Texts.of("jump.prompt"));
    field.setAccessibleText(Texts.of("jump.prompt"));
    field.setPrefWidth(LEAST_WIDTH); // it grows where there is room, and is the first to shrink
    setMinWidth(LEAST_WIDTH);
    setMaxWidth(WIDTH);
    field
        .focusedProperty()
        .addListener((o, was, now) -> {
          if (!now) {
            floating.hide();
          }
        });
    field.textProperty().addListener((o, was, typed) -> open(typed));
    field.setOnMouseClicked(click -> open(field.getText()));
    floating.drivenBy(field);
    Label keycap = Nodes.label(keys, "keycap");
    keycap
        .visibleProperty()
        .bind(
            field
                .focusedProperty()
                .not()
                .and(field.textProperty().isEmpty())
                .and(widthProperty().greaterThan(WITH_KEYS)));
    keycap.setMouseTransparent(true);
    StackPane.setAlignment(keycap, Pos.CENTER_RIGHT);
    StackPane.setMargin(keycap, new Insets(0, 8, 0, 0));
    getChildren().addAll(field, keycap);
  }

  void focus() {
    field.requestFocus();
    open("");
  }

  private void open(String typed) {
    if (!floating.isShowing() && field.isFocused() && field.getScene().getWindow().isShowing()) {
      all = Jump.all(model, actions.get());
      floating.show(field, Math.max(WIDTH + 120, field.getWidth()), typed);
    }
  }

  private void go(Jump jump) {
    field.clear();
    floating.hide();
    jump.go().run();
  }

  private static Node row(Jump jump) {
    FontIcon icon =
        new FontIcon(
            switch (jump.what()) {
              case TABLE -> Feather.SQUARE;
              case COLUMN -> Feather.COLUMNS;
              case FINDING -> Feather.ALERT_TRIANGLE;
              case DECISION -> Feather.CHECK_SQUARE;
              case ACTION -> Feather.CHEVRON_RIGHT;
            });
    Label title = Nodes.label(jump.title());
    title.setMinWidth(120);
    Label extra = Nodes.label(jump.extra(), "faint", "small");
    extra.setMaxWidth(170);
    HBox row = new HBox(icon, title, Nodes.spacer(), extra);
    row.getStyleClass().add("choice");
    return row;
  }
}
