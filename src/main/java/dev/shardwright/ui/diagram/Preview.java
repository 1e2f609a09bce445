package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Printer;
import dev.shardwright.diagram.Printout;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.ui.Background;
import java.awt.Graphics2D;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/** What would be printed, instead of the window's drawing: its sheets, and the bar to choose. */
final class Preview {
  private static final double EDGE = 14;

  private final Printing printing;
  private final PrintBar bar;
  private final PageGrid pages = new PageGrid();

  Preview(Background background, Supplier<Optional<Arrangement>> plan) {
    printing = new Printing(background, plan, Printer::all);
    bar = new PrintBar(printing);
    printing.shownProperty().addListener((of, before, now) -> show(now));
  }

  Printing printing() {
    return printing;
  }

  /** The edges of the sheets, over the drawing. */
  Node pages() {
    return pages;
  }

  Node bar() {
    return bar;
  }

  /** What opens it, beside the zoom. */
  Node menu() {
    return PrintBar.menu(bar);
  }

  boolean showing() {
    return printing.shownProperty().get().isPresent();
  }

  Optional<Drawing> drawing() {
    return printing.shownProperty().get().map(Printout::drawing);
  }

  /** Draws title, legend and findings as they will be printed. */
  Consumer<Graphics2D> around() {
    return printing.shownProperty().get().map(Printout::around).orElse(Picture.NOTHING);
  }

  /** All that would be printed, in the drawing's units. */
  Area bounds() {
    return pages.bounds();
  }

  void follow(Viewport viewport) {
    pages.follow(viewport);
  }

  /** Puts the bar to the lower edge. */
  void layout(double width, double height) {
    bar.small(Bars.small(width, height));
    bar.autosize();
    double left = Math.max(EDGE, (width - bar.getWidth()) / 2);
    bar.relocate(left, height - bar.getHeight() - EDGE);
  }

  private void show(Optional<Printout> now) {
    bar.setVisible(now.isPresent());
    now.ifPresent(printout -> bar.tell(printout.sheets().size()));
    now.ifPresentOrElse(pages::show, pages::clear);
  }
}
