package dev.shardwright.ui.parts;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A page that covers the work: a heading with the way back, a line of tools, its content. */
public abstract class SheetPage extends BorderPane {
  private final HBox tools = new HBox(8);
  private final List<InvalidationListener> followed = new ArrayList<>();

  @SuppressWarnings("this-escape") // what is called here no page overrides
  protected SheetPage(String id, String title, Runnable close) {
    setId(id);
    getStyleClass().add("sheet-page");
    tools.getStyleClass().add("sheet-tools");
    setTop(new VBox(new SheetHead(title, close), Nodes.shown(tools, false)));
  }

  /** Fills the line below the heading. */
  protected final void tools(Node... nodes) {
    tools.getChildren().setAll(nodes);
    Nodes.shown(tools, nodes.length > 0);
  }

  /** Tells the page of changes as long as it lives; what it follows does not keep it alive. */
  protected final void follow(Runnable refresh, Observable... seen) {
    InvalidationListener listener = o -> refresh.run();
    followed.add(listener);
    for (Observable one : seen) {
      one.addListener(new WeakInvalidationListener(listener));
    }
  }
}
