package dev.shardwright.ui.bar;

import dev.shardwright.model.Provenance;
import dev.shardwright.model.Skipped;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Where the schema was read; a click tells what was asked there and what could not be used. */
final class SourceButton extends Button {
  private static final double WIDTH = 420;
  private static final double LEAST = 120;

  private final PlannerModel model;
  private final Popup popup = new Popup();
  private final Runnable statements;

  /**
   * Where the schema was read.
   *
   * @param statements shows what was asked there
   */
  SourceButton(PlannerModel model, Runnable statements) {
    this.model = model;
    this.statements = statements;
    setMinWidth(LEAST);
    setId("source");
    setTooltip(Nodes.tooltip(Texts.of("source.hint")));
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    setOnAction(event -> open());
    model.planProperty().addListener((o, was, now) -> tell());
    model.sourceProperty().addListener((o, was, now) -> tell());
    tell();
  }

  private void tell() {
    Nodes.shown(this, model.plan().isPresent());
    model.plan().map(p -> p.schema().origin()).ifPresent(this::tell);
  }

  private void tell(Provenance origin) {
    boolean live = model.sourceProperty().get().isPresent();
    Label server =
        Nodes.label(
            origin.product().title() + " " + brief(origin.version()) + " · " + origin.described());
    Label access =
        Nodes.whole(
            Nodes.label(
                Texts.of(live ? "source.readOnly" : "source.offline"), live ? "good" : "muted"));
    HBox content = new HBox(server, Nodes.whole(Nodes.label(" · ", "muted")), access);
    content.setAlignment(Pos.CENTER_LEFT);
    setGraphic(content);
    setAccessibleText(server.getText() + ", " + access.getText());
  }

  /** {@code 18.6} of {@code 18.6 (Debian 18.6-1.pgdg120+1)}. */
  private static String brief(String version) {
    int end = version.indexOf(' ');
    return end < 0 ? version : version.substring(0, end);
  }

  private void open() {
    model
        .plan()
        .ifPresent(plan -> {
          VBox box = new VBox(details(plan));
          box.getStyleClass().add("floating");
          popup.getContent().setAll(box);
          Bounds place = localToScreen(getBoundsInLocal());
          popup.show(this, place.getMinX(), place.getMaxY() + 4);
        });
  }

  private Node details(Plan plan) {
    Provenance origin = plan.schema().origin();
    VBox content = new VBox(12);
    content.setStyle("-fx-padding: 10 12 12 12;");
    content
        .getChildren()
        .addAll(
            new Section(
                Texts.of("source.from"),
                Nodes.paragraph(origin.described(), "mono"),
                Nodes.paragraph(origin.product().title() + " " + origin.version()),
                Nodes.paragraph(Texts.of("source.schemas", String.join(", ", origin.schemas())))),
            new Section(
                Texts.of("source.asked"),
                Nodes.paragraph(
                    Texts.of("source.statements", origin.statementsRun(), origin.writes())),
                Nodes.link(
                    Texts.of("action.statements"),
                    () -> {
                      popup.hide();
                      statements.run();
                    })));
    if (!origin.notes().isEmpty()) {
      content
          .getChildren()
          .add(Section.of(Texts.of("source.notes"), origin.notes(), Nodes::paragraph));
    }
    if (!plan.schema().skipped().isEmpty()) {
      content
          .getChildren()
          .add(
              Section.of(
                  Texts.of("source.skipped", plan.schema().skipped().size()),
                  plan.schema().skipped(),
                  SourceButton::skipped));
    }
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(WIDTH);
    scroll.setMaxHeight(480);
    return scroll;
  }

  private static Node skipped(Skipped skipped) {
    return new VBox(
        2,
        Nodes.paragraph(skipped.statement(), "mono"),
        Nodes.paragraph(skipped.why(), "muted", "small"));
  }
}
