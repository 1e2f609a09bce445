package dev.shardwright.ui.bar;

import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Action;
import dev.shardwright.ui.Actions;
import dev.shardwright.ui.Appearance;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.Nodes;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The plan and its source, the root, undo and redo, the jump field, and the export. */
public final class TopBar extends HBox {
  private static final List<String> MENU =
      List.of(
          "open",
          "sample",
          "compare",
          "",
          "save",
          "saveAs",
          "",
          "history",
          "work",
          "suggestions",
          "questions",
          "statements",
          "",
          "export",
          "",
          "settings");

  // Narrower, the bar leaves out what keys and the jump field reach as well.
  private static final double WITH_SOURCE = 1000;
  private static final double WITH_UNDO = 810;
  private static final double WITH_ROOT = 700;
  private static final double WITH_REPORT = 560;
  private static final int MOST_NAME = 20;

  private final PlannerModel model;
  private final Actions actions;
  private final Appearance appearance;
  private final JumpField jump;
  private final RootChooser root;
  private final MenuButton report;

  /**
   * A bar for what the model holds.
   *
   * @param report lists the reports
   */
  public TopBar(PlannerModel model, Actions actions, Appearance appearance, MenuButton report) {
    this.model = model;
    this.actions = actions;
    this.appearance = appearance;
    this.report = report;
    jump = new JumpField(model, actions::all, actions.named("jump").keys());
    root = new RootChooser(model, actions.named("root").hint());
    setId("top-bar");
    getStyleClass().add("top-bar");
    HBox source = new HBox(new SourceButton(model, actions.named("statements")::perform));
    source.setAlignment(Pos.CENTER_LEFT);
    Node undo = icon("undo", Feather.CORNER_UP_LEFT);
    Node redo = icon("redo", Feather.CORNER_UP_RIGHT);
    getChildren()
        .addAll(
            new Logo(),
            planMenu(),
            unsaved(),
            source,
            root,
            undo,
            redo,
            rest(),
            Nodes.grow(jump),
            rest(),
            report,
            export());
    setMinWidth(0);
    widthProperty()
        .addListener((o, was, now) -> {
          Nodes.shown(source, now.doubleValue() >= WITH_SOURCE);
          Nodes.shown(undo, now.doubleValue() >= WITH_UNDO);
          Nodes.shown(redo, now.doubleValue() >= WITH_UNDO);
          Nodes.shown(root, now.doubleValue() >= WITH_ROOT);
          Nodes.shown(report, now.doubleValue() >= WITH_REPORT);
        });
  }

  /** Takes what the jump field leaves. */
  private static Region rest() {
    Region rest = new Region();
    HBox.setHgrow(rest, Priority.SOMETIMES);
    return rest;
  }

  /** Puts the keyboard into the jump field. */
  public void jump() {
    jump.focus();
  }

  /** Opens the list of reports. */
  public void report() {
    report.requestFocus();
    report.show();
  }

  /** Opens the list of root candidates. */
  public void chooseRoot() {
    root.open();
  }

  private MenuButton planMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("plan-menu");
    menu.setMnemonicParsing(false);
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setTooltip(Nodes.tooltip(Texts.of("plan.hint")));
    menu.getStyleClass().addAll("bare", "plan-name");
    for (String key : MENU) {
      menu.getItems().add(key.isEmpty() ? new SeparatorMenuItem() : actions.named(key).item());
    }
    menu.getItems().add(themes());
    model.planFileProperty().addListener((o, was, now) -> menu.setText(name()));
    model.planProperty().addListener((o, was, now) -> menu.setText(name()));
    menu.setText(name());
    return menu;
  }

  private String name() {
    String name =
        model
            .planFileProperty()
            .get()
            .map(file -> String.valueOf(file.getFileName()))
            .or(() ->
                model.plan().map(Plan::schema).map(s -> s.origin().described()).map(TopBar::brief))
            .orElse(Texts.of("plan.none"));
    return Legible.brief(Legible.line(name), MOST_NAME);
  }

  /** {@code shop} of {@code sample:shop} and of {@code jdbc:postgresql://host/shop}. */
  private static String brief(String described) {
    String bare = described.replaceFirst("\\?.*", "");
    return bare.substring(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1);
  }

  private Menu themes() {
    Menu menu = new Menu(Texts.of("theme.title"));
    ToggleGroup group = new ToggleGroup();
    for (Appearance.Theme theme : Appearance.Theme.values()) {
      RadioMenuItem item =
          new RadioMenuItem(Texts.of("theme." + theme.name().toLowerCase(Locale.ROOT)));
      item.setToggleGroup(group);
      item.setSelected(appearance.themeProperty().get() == theme);
      item.setOnAction(event -> appearance.themeProperty().set(theme));
      appearance.themeProperty().addListener((o, was, now) -> item.setSelected(now == theme));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Region unsaved() {
    Region dot = new Region();
    dot.getStyleClass().add("unsaved-dot");
    dot.setAccessibleText(Texts.of("status.unsaved"));
    dot.visibleProperty().bind(model.dirtyProperty());
    return dot;
  }

  private Button icon(String key, Feather icon) {
    Action action = actions.named(key);
    Button button = Nodes.iconButton(icon, action.hint(), action::perform, "square");
    button.setId(key);
    button.setAccessibleText(action.title());
    button.setDisable(!action.possible().get());
    action.possible().addListener((o, was, now) -> button.setDisable(!now));
    return button;
  }

  private Button export() {
    Action action = actions.named("export");
    Button button = Nodes.button(action.title(), action::perform, "primary");
    button.setId("export");
    button.setTooltip(Nodes.tooltip(action.hint()));
    button.setDisable(!action.possible().get());
    action.possible().addListener((o, was, now) -> button.setDisable(!now));
    return button;
  }
}
