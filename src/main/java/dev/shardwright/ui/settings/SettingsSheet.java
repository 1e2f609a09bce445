package dev.shardwright.ui.settings;

import dev.shardwright.classify.Decision;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Setting;
import dev.shardwright.ui.Appearance;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Preferences;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Segments;
import dev.shardwright.ui.parts.SheetPage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The window's look, and the plan's thresholds: those are decisions, kept in the plan's file. */
public final class SettingsSheet extends SheetPage {
  private static final double CARD_WIDTH = 620;
  private static final double LABEL_WIDTH = 250;
  private static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

  private final PlannerModel model;
  private final Appearance appearance;
  private final Preferences preferences;

  public SettingsSheet(PlannerModel model, Appearance appearance, Runnable close) {
    super("settings", Texts.of("settings.title"), close);
    this.model = model;
    this.appearance = appearance;
    this.preferences = model.preferences();
    HBox cards = new HBox(16, window(), thresholds());
    cards.setStyle("-fx-padding: 0 24 24 24;");
    cards.setAlignment(Pos.TOP_LEFT);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("canvas-scroll");
    setCenter(scroll);
  }

  private Node window() {
    Segments<Appearance.Theme> theme =
        new Segments<>(
            List.of(Appearance.Theme.values()),
            t -> Texts.of("theme." + t.name().toLowerCase(Locale.ROOT)),
            appearance.themeProperty()::set);
    theme.choose(appearance.themeProperty().get());
    Segments<Integer> scale =
        new Segments<>(
            SCALES,
            percent -> Texts.of("settings.percent", percent),
            percent -> preferences.choose(Preferences.SCALE, percent));
    int now = (int) preferences.number(Preferences.SCALE).orElse(SCALES.getFirst());
    scale.choose(SCALES.contains(now) ? now : SCALES.getFirst());
    VBox card =
        card(
            "settings.window",
            "settings.window.hint",
            line(Texts.of("theme.title"), theme),
            line(Texts.of("settings.scale"), scale),
            line(Texts.of("settings.questionSeconds"), seconds()));
    return card;
  }

  private TextField seconds() {
    TextField field = new TextField(String.valueOf(model.questions().timeoutSeconds()));
    field.setId("question-seconds");
    field.setMaxWidth(90);
    field
        .textProperty()
        .addListener((o, was, now) -> {
          boolean fits = now.matches("[1-9]\\d{0,4}");
          field.pseudoClassStateChanged(Nodes.WRONG, !fits);
          if (fits) {
            model.questions().limitSeconds(Integer.parseInt(now));
            preferences.choose(Preferences.QUESTION_SECONDS, Integer.parseInt(now));
          }
        });
    return field;
  }

  private Node thresholds() {
    VBox card = card("settings.plan", "settings.plan.hint");
    model
        .plan()
        .ifPresent(plan ->
            Arrays.stream(Setting.values())
                .filter(s -> s != Setting.STEPS_DONE)
                .forEach(s -> card.getChildren().add(threshold(plan, s))));
    return card;
  }

  private Node threshold(Plan plan, Setting setting) {
    boolean yesOrNo = List.of("true", "false").contains(setting.otherwise());
    return line(
        Texts.of("setting." + setting.name()),
        yesOrNo ? choice(plan, setting) : field(plan, setting));
  }

  private Segments<Boolean> choice(Plan plan, Setting setting) {
    Segments<Boolean> choice =
        new Segments<>(
            List.of(false, true),
            yes -> Texts.of(yes ? "yes" : "no"),
            yes -> take(setting, String.valueOf(yes)));
    choice.setId("setting-" + setting.word());
    choice.choose(Boolean.parseBoolean(setting.text(plan.decisions())));
    return choice;
  }

  private TextField field(Plan plan, Setting setting) {
    TextField field = new TextField(setting.text(plan.decisions()));
    field.setId("setting-" + setting.word());
    field.setPromptText(setting.otherwise());
    field.setMaxWidth(150);
    field.setOnAction(event -> read(setting, field));
    field
        .focusedProperty()
        .addListener((o, was, now) -> {
          if (was) {
            read(setting, field);
          }
        });
    return field;
  }

  private void read(Setting setting, TextField field) {
    String value = field.getText().strip().replace(',', '.');
    boolean fits = value.isEmpty() || setting.accepts(value);
    field.pseudoClassStateChanged(Nodes.WRONG, !fits);
    if (fits) {
      take(setting, value);
    }
  }

  /** Nothing, or the usual value, takes the decision back. */
  private void take(Setting setting, String value) {
    Decision said = new Decision.Setting(setting.word(), value);
    if (value.isEmpty() || value.equals(setting.otherwise())) {
      model.revoke(said);
    } else {
      model.decide(said);
    }
  }

  private static VBox card(String title, String hint, Node... lines) {
    VBox card =
        new VBox(Nodes.label(Texts.of(title), "strong"), Nodes.paragraph(Texts.of(hint), "muted"));
    card.getChildren().addAll(lines);
    card.getStyleClass().add("card");
    card.setPrefWidth(CARD_WIDTH);
    return card;
  }

  private static Node line(String words, Node control) {
    Label label = Nodes.paragraph(words);
    label.setPrefWidth(LABEL_WIDTH);
    label.setMinWidth(LABEL_WIDTH);
    label.setLabelFor(control);
    control.setAccessibleText(words);
    HBox line = new HBox(12, label, control);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
