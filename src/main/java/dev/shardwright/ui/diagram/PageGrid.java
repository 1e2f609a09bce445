package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Printout;
import dev.shardwright.diagram.Sheet;
import dev.shardwright.diagram.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** The edges of printed sheets over the drawing. */
final class PageGrid extends Pane {
  private final List<Page> pages = new ArrayList<>();

  /** A sheet's edges in the drawing's units, and what shows them. */
  private record Page(Area area, Rectangle edges, Label name) {}

  PageGrid() {
    setManaged(false);
    setMouseTransparent(true);
    setId("diagram-pages");
  }

  void show(Printout printout) {
    pages.clear();
    List<Sheet> drawn = printout.sheets().stream().filter(s -> s.placement().isPresent()).toList();
    // Where there are tiles, their overview would lie over all of them.
    List<Sheet> sheets = drawn.size() > 1 ? drawn.subList(1, drawn.size()) : drawn;
    for (Sheet sheet : sheets) {
      // Tiles overlap with their margins: what shows how they go together is where they are cut.
      Area edges =
          sheets.size() > 1
              ? sheet.placement().map(Sheet.Placement::seen).orElseThrow()
              : new Area(0, 0, sheet.widthPt(), sheet.heightPt());
      sheet.placement().ifPresent(at -> pages.add(page(sheet.name(), at, edges)));
    }
    getChildren().setAll(pages.stream().flatMap(p -> Stream.of(p.edges(), p.name())).toList());
  }

  private static Page page(String named, Sheet.Placement at, Area onSheet) {
    Rectangle edges = new Rectangle();
    edges.getStyleClass().add("page-edges");
    Label name = new Label(named);
    name.getStyleClass().add("page-name");
    Area area =
        new Area(
            (onSheet.x() - at.x()) / at.scale(),
            (onSheet.y() - at.y()) / at.scale(),
            onSheet.width() / at.scale(),
            onSheet.height() / at.scale());
    return new Page(area, edges, name);
  }

  void clear() {
    pages.clear();
    getChildren().clear();
  }

  /** All that would be printed, in the drawing's units. */
  Area bounds() {
    return Area.around(pages.stream().map(Page::area).toList());
  }

  int count() {
    return pages.size();
  }

  void follow(Viewport v) {
    for (Page page : pages) {
      Area a = page.area();
      page.edges().setX(v.toViewX(a.x()));
      page.edges().setY(v.toViewY(a.y()));
      page.edges().setWidth(a.width() * v.scale());
      page.edges().setHeight(a.height() * v.scale());
      page.name().autosize();
      page.name().relocate(v.toViewX(a.x()) + 6, v.toViewY(a.y()) + 4);
      page.name().setVisible(a.width() * v.scale() > page.name().getWidth() + 12);
    }
  }
}
