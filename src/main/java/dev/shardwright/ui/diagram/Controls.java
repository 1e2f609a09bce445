package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Detail;
import dev.shardwright.ui.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The floating bars over the diagram: what is shown, how much of it, how large. */
final class Controls {
  private Controls() {}

  static Node views(ObjectProperty<View> view) {
    HBox bar = segmented(List.of(View.values()), view, View::title, View::explanation);
    bar.setId("diagram-views");
    return bar;
  }

  static Node details(ObjectProperty<Detail> detail) {
    HBox bar = segmented(List.of(Detail.values()), detail, Controls::title, Controls::explanation);
    bar.setId("diagram-details");
    return bar;
  }

  /** How far the focus view reaches. */
  static Node reach(ObjectProperty<Reach> reach) {
    HBox bar = segmented(List.of(Reach.values()), reach, Reach::title, Reach::explanation);
    bar.setId("diagram-steps");
    return bar;
  }

  static Node zoom(
      ObservableDoubleValue scale, Zooming zooming, Runnable legend, List<? extends Node> menus) {
    Label percent = new Label();
    percent.getStyleClass().add("percent");
    percent.setMinWidth(46);
    percent.setAlignment(Pos.CENTER);
    percent.setId("diagram-percent");
    percent.setText(percent(scale.get()));
    scale.addListener((of, before, now) -> percent.setText(percent(now.doubleValue())));
    HBox bar =
        new HBox(
            button("diagram-zoom-out", "−", Texts.of("diagram.smaller"), zooming::out),
            percent,
            button("diagram-zoom-in", "+", Texts.of("diagram.larger"), zooming::in),
            button(
                "diagram-fit", Texts.of("diagram.fit"), Texts.of("diagram.fit.hint"), zooming::fit),
            button(
                "diagram-legend",
                Texts.of("diagram.legend"),
                Texts.of("diagram.legend.hint"),
                legend));
    bar.getChildren().addAll(menus);
    bar.getStyleClass().addAll("floating", "segmented", "zoom-bar");
    bar.setAlignment(Pos.CENTER);
    bar.setId("diagram-zoom");
    return bar;
  }

  private static String percent(double scale) {
    return Texts.of("settings.percent", Math.round(scale * 100));
  }

  /** What the zoom bar asks for. */
  interface Zooming {
    void in();

    void out();

    void fit();
  }

  private static Button button(String id, String text, String explanation, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setTooltip(new Tooltip(explanation));
    button.setAccessibleText(explanation);
    button.setOnAction(event -> action.run());
    return button;
  }

  static <T> HBox segmented(
      List<T> choices, Property<T> chosen, Function<T, String> title, Function<T, String> why) {
    HBox bar = new HBox();
    bar.getStyleClass().addAll("floating", "segmented");
    ToggleGroup group = new ToggleGroup();
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(title.apply(choice));
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.setTooltip(new Tooltip(why.apply(choice)));
      button.setSelected(choice.equals(chosen.getValue()));
      button.setOnAction(event -> {
        chosen.setValue(choice);
        button.setSelected(true);
      });
      bar.getChildren().add(button);
    }
    chosen.addListener((of, before, now) ->
        group.getToggles().stream()
            .filter(t -> now.equals(t.getUserData()))
            .forEach(group::selectToggle));
    return bar;
  }

  private static String title(Detail detail) {
    return Texts.of("detail." + detail.name());
  }

  private static String explanation(Detail detail) {
    return Texts.of("detail.why." + detail.name());
  }
}
