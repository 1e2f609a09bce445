package dev.shardwright.ui.drift;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanDiff;
import dev.shardwright.ui.Drift;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.DiffView;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SheetPage;
import dev.shardwright.ui.parts.Titles;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The drift of a database, new tables with a proposed mark, decisions that no longer fit. */
public final class DriftSheet extends SheetPage {

  public DriftSheet(PlannerModel model, Drift drift, Runnable close) {
    super("drift", Texts.of("drift.title", drift.source().described()), close);
    PlanDiff difference = drift.difference();
    Button adopt =
        Nodes.button(
            Texts.of(difference.probablyAnother() ? "drift.adoptAnother" : "drift.adopt"),
            () -> model.adopt(drift),
            difference.probablyAnother() ? "bare" : "primary");
    adopt.setId("drift-adopt");
    tools(
        Nodes.label(Texts.of("drift.hint"), "muted"),
        Nodes.spacer(),
        Nodes.button(Texts.of("drift.leave"), close),
        adopt);
    VBox content = new VBox(16);
    content.getStyleClass().add("card");
    if (difference.probablyAnother()) {
      content
          .getChildren()
          .add(
              Nodes.paragraph(
                  Texts.of("drift.another", difference.common(), difference.known()), "bad"));
    }
    add(content, "drift.new", drift.newTables(), t -> proposed(drift.is(), t));
    add(content, "drift.pending", drift.is().pending(), p -> pending(drift.was(), p));
    content.getChildren().add(new DiffView(drift.is(), difference));
    VBox page = new VBox(content);
    page.setStyle("-fx-padding: 0 24 24 24;");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("canvas-scroll");
    setCenter(scroll);
  }

  private static <T> void add(VBox content, String key, List<T> things, Function<T, Node> line) {
    if (!things.isEmpty()) {
      content.getChildren().add(Section.of(Texts.of(key, things.size()), things, line));
    }
  }

  /** The colour that the keys give a new table, and why. */
  private static Node proposed(Plan plan, TableName table) {
    HBox row =
        new HBox(
            8,
            new MarkGlyph(plan.kind(table)),
            Nodes.whole(Nodes.label(Titles.table(plan, table), "mono")),
            Nodes.paragraph(why(plan, table), "muted"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("line-row");
    return row;
  }

  private static String why(Plan plan, TableName table) {
    Kind kind = plan.kind(table);
    if (plan.root().isEmpty()) {
      return Texts.of("why.noRoot");
    }
    if (kind != Kind.CLIENT) {
      return Texts.of("why." + kind.word());
    }
    return Texts.of("why.client." + plan.mark(table).ownership().word());
  }

  private static Node pending(Plan plan, Plan.Pending pending) {
    return Nodes.paragraph(Titles.decision(plan, pending.decision()) + " — " + pending.why());
  }
}
