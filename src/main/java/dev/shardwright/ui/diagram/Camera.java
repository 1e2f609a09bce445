package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Viewport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;

/** Where the reader looks: shows the whole, brings a table into sight, zooms, pans. */
final class Camera implements Controls.Zooming {
  private static final double FIT_MARGIN_PX = 26;
  private static final double BARS_PX = 52;
  private static final double READING_SCALE = 0.85;

  private final ObjectProperty<Viewport> viewport;
  private final Supplier<Subject> subject;
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private boolean fitWanted = true;

  /**
   * What there is to be seen.
   *
   * @param whole everything, in the drawing's units; without extent if nothing is drawn
   * @param widthPx of the pane
   * @param heightPx of the pane
   * @param footed true if a bar floats over the lower edge too
   */
  record Subject(Area whole, double widthPx, double heightPx, boolean footed) {
    boolean empty() {
      return widthPx < 1 || heightPx < 1 || whole.width() <= 0 || whole.height() <= 0;
    }
  }

  Camera(ObjectProperty<Viewport> viewport, Supplier<Subject> subject) {
    this.viewport = viewport;
    this.subject = subject;
    viewport.addListener((of, before, now) -> scale.set(now.scale()));
  }

  Viewport viewport() {
    return viewport.get();
  }

  /** Pixels per unit of the drawing. */
  ReadOnlyDoubleProperty scaleProperty() {
    return scale;
  }

  void move(UnaryOperator<Viewport> movement) {
    viewport.set(movement.apply(viewport.get()));
  }

  void center(Area on) {
    move(v -> Viewport.centered(on.centerX(), on.centerY(), v.scale(), v.width(), v.height()));
  }

  /**
   * Brings a table into sight, large enough to be read; where the whole drawing is in sight,
   * nothing moves.
   */
  void reveal(Area table) {
    move(v -> {
      Viewport large =
          v.scale() < READING_SCALE
              ? Viewport.centered(
                  table.centerX(), table.centerY(), READING_SCALE, v.width(), v.height())
              : v;
      return large.area().holds(subject.get().whole()) ? large : large.revealing(table, 60);
    });
  }

  @Override
  public void in() {
    move(v -> v.zoomed(1.25, v.width() / 2, v.height() / 2));
  }

  @Override
  public void out() {
    move(v -> v.zoomed(0.8, v.width() / 2, v.height() / 2));
  }

  /** Shows the whole drawing; one that is not there yet, as soon as it is. */
  @Override
  public void fit() {
    Subject of = subject.get();
    fitWanted = of.empty();
    if (fitWanted) {
      return;
    }
    // The bars float over the top; below them there is room, if the window is not tiny.
    double bars = of.heightPx() > 4 * BARS_PX ? BARS_PX : 0;
    double foot = of.footed() ? bars : 0;
    Viewport below =
        Viewport.fit(of.whole(), of.widthPx(), of.heightPx() - bars - foot, FIT_MARGIN_PX);
    double top = below.y() - bars / below.scale();
    viewport.set(new Viewport(below.x(), top, below.scale(), of.widthPx(), of.heightPx()));
  }

  /** True if the whole is still to be shown. */
  boolean fitWanted() {
    return fitWanted;
  }

  void fitIfWanted() {
    if (fitWanted) {
      fit();
    }
  }

  /** Where a place of the drawing is seen in the pane. */
  Point2D toPane(double x, double y) {
    Viewport v = viewport();
    return new Point2D(v.toViewX(x), v.toViewY(y));
  }
}
