package dev.shardwright.ui;

import dev.shardwright.ui.bar.TopBar;
import dev.shardwright.ui.notice.FailureNotice;
import dev.shardwright.ui.notice.KeeperNotice;
import dev.shardwright.ui.notice.KeysNotice;
import dev.shardwright.ui.notice.QuestionsNotice;
import dev.shardwright.ui.notice.Veil;
import dev.shardwright.ui.notice.WhatIfNotice;
import dev.shardwright.ui.parts.Focus;
import dev.shardwright.ui.report.ReportMenu;
import dev.shardwright.ui.status.StatusLine;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** Puts the window together: bar and notices, panes and the pages over them, status line, keys. */
public final class MainWindow extends BorderPane {
  private final PlannerModel model;
  private final Appearance appearance;
  private final Sheets sheets = new Sheets();
  private final Pages pages;
  private final Panes panes;
  private final Saving saving;
  private final Actions actions = new Actions();
  private final TopBar topBar;

  /** Dialogs of the desktop are asked of {@code files}. */
  MainWindow(PlannerModel model, Appearance appearance, FileDialog files) {
    this.model = model;
    this.appearance = appearance;
    pages = new Pages(model, appearance, files, sheets);
    saving = new Saving(model, files, () -> getScene().getWindow());
    DiagramDesk diagram = new DiagramDesk(model);
    addActions();
    ReportMenu report = new ReportMenu(model, files, actions.named("report").hint());
    topBar = new TopBar(model, actions, appearance, report);
    panes = new Panes(model, diagram, pages);
    sheets.lieOver(panes, new Veil(model, pages::connect, pages::sample));
    setTop(
        new VBox(
            topBar,
            new FailureNotice(model),
            new KeeperNotice(model, saving::saveAs),
            new KeysNotice(model, topBar::chooseRoot, pages::suggestions),
            new QuestionsNotice(model, pages::questions),
            new WhatIfNotice(model)));
    setCenter(sheets);
    setBottom(new StatusLine(model, actions.named("work")::perform));
    setMinSize(0, 0); // else it would be laid out past the edge of a small screen
    pages.follow();
  }

  /** The window with the desktop's own dialogs. */
  public static MainWindow of(PlannerModel model, Appearance appearance) {
    return new MainWindow(model, appearance, FileDialog.ofTheDesktop());
  }

  /** Shows the window's content in a scene, with its colours and its keys. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(this, width, height);
    appearance.dress(scene, model.darkProperty());
    actions.accelerate(scene);
    Focus.watch(scene);
    return scene;
  }

  /** What the window can do, by its key. */
  Action action(String key) {
    return actions.named(key);
  }

  /** Keeps the sizes of the panes for the next start. */
  void remember() {
    panes.remember();
  }

  private void addActions() {
    BooleanBinding planned =
        Bindings.createBooleanBinding(() -> model.plan().isPresent(), model.planProperty());
    actions.add("open", "Shortcut+O", pages::connect);
    actions.add("sample", "", pages::sample);
    actions.add("save", "Shortcut+S", saving::save, planned);
    actions.add("saveAs", "Shortcut+Shift+S", saving::saveAs, planned);
    actions.add("export", "Shortcut+E", pages::export, planned);
    actions.add("root", "Shortcut+R", () -> topBar.chooseRoot(), planned);
    actions.add("suggestions", "Shortcut+M", pages::suggestions, planned);
    actions.add("questions", "Shortcut+Shift+A", pages::questions, planned);
    actions.add("history", "Shortcut+H", pages::history, planned);
    actions.add("work", "Shortcut+L", pages::work, planned);
    actions.add("compare", "Shortcut+D", pages::compare, planned);
    actions.add("statements", "", pages::statements, planned);
    actions.add("report", "Shortcut+Shift+R", () -> topBar.report(), planned);
    actions.add("undo", "Shortcut+Z", model::undo, model.journal().canUndoProperty());
    actions.add("redo", "Shortcut+Shift+Z", model::redo, model.journal().canRedoProperty());
    actions.add("jump", "Shortcut+K", () -> topBar.jump());
    actions.add("find", "Shortcut+F", () -> panes.find());
    actions.add("tables", "F7", () -> panes.turnTables());
    actions.add("findings", "F8", () -> panes.turnFindings());
    actions.add("inspector", "F9", () -> panes.turnInspector());
    actions.add("nextPane", "F6", this::nextPane);
    actions.add("settings", "Shortcut+Comma", pages::settings);
    actions.add("help", "F1", pages::help);
    actions.add("theme", "Shortcut+Shift+D", appearance::turn);
    actions.add("close", "Esc", this::escape);
  }

  private void nextPane() {
    if (!sheets.openProperty().get()) {
      panes.next(topBar);
    }
  }

  /** Escape goes back one step: from a sheet, from a try, from a selection. */
  private void escape() {
    if (sheets.openProperty().get()) {
      sheets.close();
    } else if (model.tryOut().trialProperty().get().isPresent()) {
      model.tryOut().end();
    } else {
      model.select(Selection.nothing());
    }
  }
}
