package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Level;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.model.TableName;
import dev.shardwright.ui.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/**
 * An empty node per table over the picture: tests find tables by it, the keyboard walks over it,
 * screen readers read it. The mouse goes through to the picture.
 *
 * <p>Of a large drawing only the tables in or near the view and the selected ones have a node, and
 * nodes are made a few per frame: thousands at once would hold the window up.
 */
final class Proxies extends Pane {
  private static final int ALL_UP_TO = 120;
  private static final int MOST = 400;
  private static final int SLICE = 40;
  private static final long SLICE_NANOS = 4_000_000;

  private final Translate move = new Translate();
  private final Scale zoom = new Scale();
  private final Map<TableName, Region> regions = new HashMap<>();
  private final Deque<Placed> missing = new ArrayDeque<>();
  private final BiConsumer<TableName, Boolean> focused;
  private final Consumer<TableName> chosen;
  private final AnimationTimer making =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          make(SLICE_NANOS, SLICE);
        }
      };
  private Drawing shown = Drawing.EMPTY;
  private Set<TableName> selected = Set.of();
  private Viewport viewport = new Viewport(0, 0, 1, 1, 1);

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
    shown = drawing;
    fill(true);
  }

  void select(Set<TableName> tables) {
    selected = tables;
    fill(false);
  }

  void follow(Viewport to) {
    viewport = to;
    move.setX(to.toViewX(0));
    move.setY(to.toViewY(0));
    zoom.setX(to.scale());
    zoom.setY(to.scale());
    if (shown.boxes().size() > ALL_UP_TO) {
      fill(false);
    }
  }

  /** The table that has the keyboard. */
  Optional<TableName> focusedTable() {
    return regions.entrySet().stream()
        .filter(e -> e.getValue().isFocused())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Removes the nodes that are not wanted any more and queues those that are missing.
   *
   * @param moved true if the tables may stand elsewhere, or be others
   */
  private void fill(boolean moved) {
    Map<TableName, Placed> wanted = wanted();
    missing.clear();
    if (!wanted.keySet().containsAll(regions.keySet())) {
      List<Region> gone = new ArrayList<>();
      regions
          .entrySet()
          .removeIf(e -> {
            boolean unwanted = !wanted.containsKey(e.getKey());
            if (unwanted) {
              gone.add(e.getValue());
            }
            return unwanted;
          });
      getChildren().removeAll(Set.copyOf(gone));
    }
    wanted.forEach((table, box) -> {
      Region there = regions.get(table);
      if (there == null) {
        missing.add(box);
      } else if (moved) {
        place(there, box);
      }
    });
    if (wanted.size() <= ALL_UP_TO) {
      make(Long.MAX_VALUE, ALL_UP_TO);
    } else if (!missing.isEmpty()) {
      making.start();
    }
  }

  private Map<TableName, Placed> wanted() {
    if (shown.boxes().size() <= ALL_UP_TO) {
      return shown.boxes();
    }
    Map<TableName, Placed> wanted = new LinkedHashMap<>();
    Stream.concat(selected.stream().limit(MOST), focusedTable().stream())
        .forEach(t -> shown.box(t).ifPresent(b -> wanted.put(t, b)));
    if (Level.at(viewport.scale()) != Level.BOXES) {
      double near = 200 / viewport.scale();
      shown.boxes().values().stream()
          .filter(b -> b.area().touches(viewport.area().grown(near)))
          .limit(MOST)
          .forEach(b -> wanted.put(b.table(), b));
    }
    return wanted;
  }

  private void make(long budgetNanos, int most) {
    long start = System.nanoTime();
    List<Region> made = new ArrayList<>();
    while (!missing.isEmpty() && System.nanoTime() - start < budgetNanos && made.size() < most) {
      Placed box = missing.poll();
      Region region = region(box.table());
      place(region, box);
      regions.put(box.table(), region);
      made.add(region);
    }
    getChildren().addAll(made);
    if (missing.isEmpty()) {
      making.stop();
    }
  }

  private static void place(Region region, Placed box) {
    region.setId("table-" + box.box().title().replace('.', '_'));
    region.setAccessibleText(box.box().summary());
    region.resizeRelocate(box.area().x(), box.area().y(), box.area().width(), box.area().height());
  }

  private Region region(TableName table) {
    Region region = new Region();
    region.setManaged(false);
    region.setFocusTraversable(true);
    region.getStyleClass().add("table-proxy");
    region.setAccessibleRole(AccessibleRole.BUTTON);
    region.setAccessibleRoleDescription(Texts.of("diagram.table"));
    region.setAccessibleHelp(Texts.of("diagram.table.help"));
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
