package dev.shardwright.ui;

import dev.shardwright.ui.findings.FindingsPane;
import dev.shardwright.ui.inspector.Inspector;
import dev.shardwright.ui.notice.Tour;
import dev.shardwright.ui.parts.Focus;
import dev.shardwright.ui.parts.Frames;
import dev.shardwright.ui.tables.TablesPane;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The panes of the work: they can be resized and hidden, and the window remembers how. */
final class Panes extends SplitPane {
  private static final double TABLES_WIDTH = 248;
  private static final double INSPECTOR_WIDTH = 332;
  private static final double UPPER_SHARE = 0.71;
  private static final double MOST_LEFT_SHARE = 0.3;
  private static final double MOST_RIGHT_SHARE = 0.34;
  private static final String TABLES_PANE = "tablesWidth";
  private static final String INSPECTOR_PANE = "inspectorWidth";
  private static final String UPPER_PANE = "upperShare";

  private final Preferences kept;
  private final Region diagram;
  private final TablesPane tables;
  private final Region inspector;
  private final FindingsPane findings;
  private final SplitPane middle = new SplitPane();

  Panes(PlannerModel model, DiagramDesk desk, Pages pages) {
    this.kept = model.preferences();
    this.diagram = desk.pane();
    Frames frames = new Frames();
    tables = new TablesPane(model, frames, desk::menu);
    inspector = new Inspector(model, frames);
    findings = new FindingsPane(model, frames, pages::help);
    arrange(new StackPane(diagram, focusFrame(diagram), tour(model, pages)));
    // The buttons of a try go with it; the keyboard goes back to the findings it came from.
    model
        .tryOut()
        .trialProperty()
        .addListener((o, was, now) -> {
          if (was.isPresent() && now.isEmpty()) {
            findings.focusList();
          }
        });
  }

  /** The drawing covers its pane, so where the keyboard is lies over it. */
  private static Node focusFrame(Region diagram) {
    Region frame = new Region();
    frame.setMouseTransparent(true);
    frame.getStyleClass().add("focus-frame");
    frame.visibleProperty().bind(diagram.focusVisibleProperty());
    return frame;
  }

  private static Node tour(PlannerModel model, Pages pages) {
    Tour tour = new Tour(model, pages::connect);
    StackPane.setAlignment(tour, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(tour, new Insets(16));
    return tour;
  }

  private void arrange(Region canvas) {
    canvas.setMinWidth(120);
    tables.setPrefWidth(TABLES_WIDTH);
    inspector.setPrefWidth(INSPECTOR_WIDTH);
    middle.getItems().addAll(tables, canvas, inspector);
    setResizableWithParent(tables, false);
    setResizableWithParent(inspector, false);
    middle.setMinHeight(160);
    // Where the window is too narrow for all, they share it; nothing lies past its edge.
    Stream.of(this, middle, findings).forEach(pane -> pane.setMinWidth(0));
    setOrientation(Orientation.VERTICAL);
    getItems().addAll(middle, findings);
    setDividerPositions(kept.number(UPPER_PANE).orElse(UPPER_SHARE));
    setResizableWithParent(findings, false);
    // Side panes have their width in pixels; a split pane knows shares only, once it has a width.
    middle
        .widthProperty()
        .addListener((o, was, now) -> sidesOnce(was.doubleValue(), now.doubleValue()));
  }

  private void sidesOnce(double was, double now) {
    if (was == 0 && now > 0) {
      double left = kept.number(TABLES_PANE).orElse(TABLES_WIDTH);
      double right = kept.number(INSPECTOR_PANE).orElse(INSPECTOR_WIDTH);
      middle.setDividerPositions(
          Math.min(left / now, MOST_LEFT_SHARE), 1 - Math.min(right / now, MOST_RIGHT_SHARE));
    }
  }

  /** Keeps the sizes for the next start. */
  void remember() {
    if (middle.getItems().contains(tables) && tables.getWidth() > 0) {
      kept.choose(TABLES_PANE, tables.getWidth());
    }
    if (middle.getItems().contains(inspector) && inspector.getWidth() > 0) {
      kept.choose(INSPECTOR_PANE, inspector.getWidth());
    }
    if (getItems().contains(findings) && getHeight() > 0) {
      kept.choose(UPPER_PANE, getDividerPositions()[0]);
    }
  }

  void turnTables() {
    turn(middle, tables, 0);
  }

  void turnFindings() {
    turn(this, findings, 1);
  }

  void turnInspector() {
    turn(middle, inspector, 2);
  }

  /** Puts the keyboard into the filter of the tables, which may be hidden. */
  void find() {
    if (!middle.getItems().contains(tables)) {
      turnTables();
    }
    tables.find();
  }

  /** Hides a pane or puts it back to its place. */
  private static void turn(SplitPane in, Region pane, int place) {
    if (!in.getItems().remove(pane)) {
      in.getItems().add(Math.min(place, in.getItems().size()), pane);
      double share =
          (in.getOrientation() == Orientation.VERTICAL
              ? pane.getHeight() / in.getHeight()
              : pane.getWidth() / in.getWidth());
      int divider = place == 0 ? 0 : in.getDividers().size() - 1;
      in.setDividerPosition(divider, place == 0 ? share : 1 - share);
    }
  }

  /** The keyboard goes from pane to pane, the bar above among them, as in other programs. */
  void next(Region bar) {
    List<Region> panes =
        Stream.of(bar, tables, diagram, inspector, findings)
            .filter(pane -> pane.getScene() != null)
            .toList();
    int here = 0;
    while (here < panes.size() && !Focus.in(panes.get(here))) {
      here++;
    }
    Region next = panes.get((here + 1) % panes.size());
    if (next.equals(findings)) {
      findings.focusList();
    } else {
      Focus.into(next);
    }
  }
}
