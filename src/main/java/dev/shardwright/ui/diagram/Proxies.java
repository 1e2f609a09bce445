package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/**
 * One empty node per table over the picture: tests find tables by it, the keyboard walks over it,
 * screen readers read it. The mouse goes through to the picture.
 */
final class Proxies extends Pane {
  private final Translate move = new Translate();
  private final Scale zoom = new Scale();
  private final Map<TableName, Region> regions = new HashMap<>();
  private final BiConsumer<TableName, Boolean> focused;
  private final Consumer<TableName> chosen;
  private Drawing shown = Drawing.EMPTY;

  /**
   * The nodes of no drawing yet.
   *
   * @param focused told when a table gets or loses the keyboard
   * @param chosen told when a table is chosen with the keyboard
   */
  Proxies(BiConsumer<TableName, Boolean> focused, Consumer<TableName> chosen) {
    this.focused = focused;
    this.chosen = chosen;
    setMouseTransparent(true);
    setManaged(false);
    getTransforms().addAll(move, zoom);
  }

  void show(Drawing drawing) {
    if (drawing.boxes().equals(shown.boxes())) {
      return;
    }
    shown = drawing;
    regions.keySet().retainAll(drawing.boxes().keySet());
    List<Region> inOrder = new ArrayList<>();
    for (Placed box : drawing.boxes().values()) {
      Region region = regions.computeIfAbsent(box.table(), this::region);
      region.setId("table-" + box.box().title().replace('.', '_'));
      region.setAccessibleText(box.box().summary());
      region.resizeRelocate(
          box.area().x(), box.area().y(), box.area().width(), box.area().height());
      inOrder.add(region);
    }
    getChildren().setAll(inOrder);
  }

  void follow(Viewport viewport) {
    move.setX(viewport.toViewX(0));
    move.setY(viewport.toViewY(0));
    zoom.setX(viewport.scale());
    zoom.setY(viewport.scale());
  }

  /** The table that has the keyboard. */
  Optional<TableName> focusedTable() {
    return regions.entrySet().stream()
        .filter(e -> e.getValue().isFocused())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Region region(TableName table) {
    Region region = new Region();
    region.setManaged(false);
    region.setFocusTraversable(true);
    region.setAccessibleRole(AccessibleRole.BUTTON);
    region.focusedProperty().addListener((of, before, now) -> focused.accept(table, now));
    region.setOnKeyPressed(event -> {
      switch (event.getCode()) {
        case ENTER, SPACE -> {
          chosen.accept(table);
          event.consume();
        }
        default -> {}
      }
    });
    return region;
  }
}
