package dev.shardwright.ui.connect;

import dev.shardwright.introspect.Connections;
import dev.shardwright.introspect.Connections.Remembered;
import dev.shardwright.introspect.Samples;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.ui.FileDialog;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SheetHead;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be opened: a database, a .sql file, a plan file, a sample. */
public final class ConnectSheet extends BorderPane {
  private static final double FORM_WIDTH = 520;

  private final PlannerModel model;
  private final Runnable close;
  private final FileDialog dialog;
  private final Consumer<Source> chosen;

  /** Chooses what to open. */
  public ConnectSheet(PlannerModel model, Runnable close, FileDialog dialog) {
    this(model, close, dialog, Texts.of("connect.title"), model::open);
  }

  /**
   * Chooses a source.
   *
   * @param chosen told which one
   */
  public ConnectSheet(
      PlannerModel model,
      Runnable close,
      FileDialog dialog,
      String title,
      Consumer<Source> chosen) {
    this.model = model;
    this.dialog = dialog;
    this.close = close;
    this.chosen = chosen;
    setId("connect");
    getStyleClass().add("sheet-page");
    setTop(new SheetHead(title, close));
    DatabaseForm form = new DatabaseForm(model, this::open);
    form.setMinWidth(360);
    form.setMaxWidth(FORM_WIDTH);
    form.setPrefWidth(FORM_WIDTH);
    VBox others = new VBox(16);
    remembered(others, form);
    others.getChildren().addAll(files(), samples());
    others.setMinWidth(300);
    HBox cards = new HBox(16, form, Nodes.grow(others));
    cards.setPadding(new Insets(0, 24, 24, 24));
    cards.setAlignment(Pos.TOP_LEFT);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("canvas-scroll");
    setCenter(scroll);
  }

  private void open(Source source) {
    close.run();
    chosen.accept(source);
  }

  private Node files() {
    Button sql = Nodes.button(Texts.of("connect.sql"), this::openSql);
    sql.setId("open-sql");
    Button plan = Nodes.button(Texts.of("connect.planFile"), this::openPlan);
    plan.setId("open-plan");
    VBox card =
        new VBox(
            Nodes.label(Texts.of("connect.files"), "strong"),
            Nodes.paragraph(Texts.of("connect.files.hint"), "muted"),
            new HBox(8, sql, plan));
    card.getStyleClass().add("card");
    return card;
  }

  /** The databases opened before, newest first. */
  private void remembered(VBox others, DatabaseForm form) {
    List<Remembered> all = model.connections().map(Connections::all).orElse(List.of());
    if (all.isEmpty()) {
      return;
    }
    VBox card = new VBox(Nodes.label(Texts.of("connect.remembered"), "strong"));
    card.setId("remembered");
    VBox list = new VBox(2);
    all.forEach(r -> list.getChildren().add(remembered(r, form, list)));
    card.getChildren().add(list);
    card.getStyleClass().add("card");
    others.getChildren().add(card);
  }

  private Node remembered(Remembered known, DatabaseForm form, VBox list) {
    VBox words =
        new VBox(
            2,
            Nodes.label(known.name(), "strong"),
            Nodes.label(
                known.user().map(u -> u + " · ").orElse("") + known.url(), "muted", "small"));
    words.setAlignment(Pos.CENTER_LEFT);
    Button fill = Nodes.button(known.name(), () -> form.fill(known), "bare", "card-button");
    fill.setGraphic(words);
    fill.setMinWidth(0);
    fill.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(4, Nodes.grow(fill));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren()
        .add(
            Nodes.iconButton(
                Feather.X,
                Texts.of("connect.forget", known.name()),
                () -> {
                  model.connections().ifPresent(c -> c.forget(known));
                  list.getChildren().remove(row);
                },
                "bare",
                "close"));
    return row;
  }

  private Node samples() {
    VBox card = new VBox(Nodes.label(Texts.of("connect.samples"), "strong"));
    VBox list = new VBox(2);
    Samples.all().forEach(s -> list.getChildren().add(sample(s)));
    card.getChildren().add(list);
    card.getStyleClass().add("card");
    return card;
  }

  private Node sample(Samples.Sample sample) {
    VBox words =
        new VBox(
            2,
            Nodes.label(sample.title(), "strong"),
            Nodes.label(sample.about(), "muted", "small"));
    words.setAlignment(Pos.CENTER_LEFT);
    Button button =
        Nodes.button(
            sample.title(),
            () -> open(Source.parse("sample:" + sample.name(), SourceOptions.DEFAULT)),
            "bare",
            "card-button");
    button.setId("sample-" + sample.name());
    button.setGraphic(words);
    button.setMinWidth(0);
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private void openSql() {
    dialog
        .open(getScene().getWindow(), Texts.of("connect.sql.files"), "*.sql")
        .ifPresent(file -> open(Source.parse(file.toString(), SourceOptions.DEFAULT)));
  }

  private void openPlan() {
    dialog
        .open(getScene().getWindow(), Texts.of("connect.plan.files"), "*.shardplan")
        .ifPresent(file -> {
          close.run();
          model.openPlanFile(file);
        });
  }
}
