package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Painter;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.ui.Background;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The painted part of the diagram.
 *
 * <p>A picture somewhat larger than the window is painted in the background; until the next one is
 * ready, the last one is moved and scaled to where it belongs, so that panning and zooming never
 * wait.
 */
final class Picture extends Region {
  private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
  private static final int MARGIN_PX = 160;
  private static final int STEP_PX = 128;

  private final Background background;
  private final ImageView image = new ImageView();
  private final ObjectProperty<Viewport> viewport =
      new SimpleObjectProperty<>(new Viewport(0, 0, 1, 1, 1));
  private Optional<PixelImage> front = Optional.empty();
  private Optional<PixelImage> back = Optional.empty();
  private Viewport painted = new Viewport(0, 0, 1, 1, 1);
  private Drawing drawing = Drawing.EMPTY;
  private Theme theme = Theme.LIGHT;
  private Emphasis emphasis = Emphasis.NONE;
  private boolean painting;
  private boolean stale;

  Picture(Background background) {
    this.background = background;
    setManaged(true);
    setFocusTraversable(false);
    image.setManaged(false);
    getChildren().add(image);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    viewport.addListener(any -> {
      place();
      repaint();
    });
  }

  ObjectProperty<Viewport> viewportProperty() {
    return viewport;
  }

  void show(Drawing of, Theme in, Emphasis with) {
    drawing = of;
    theme = in;
    emphasis = with;
    repaint();
  }

  /** Asks for a new picture; requests that come while one is painted become one. */
  private void repaint() {
    stale = true;
    if (!painting && getWidth() >= 1 && getHeight() >= 1) {
      start();
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (viewport.get().width() != getWidth() || viewport.get().height() != getHeight()) {
      viewport.set(viewport.get().sized(getWidth(), getHeight()));
    }
  }

  private void start() {
    stale = false;
    painting = true;
    double density = density();
    Viewport seen = viewport.get();
    Viewport wide =
        new Viewport(
            seen.x() - MARGIN_PX / seen.scale(),
            seen.y() - MARGIN_PX / seen.scale(),
            seen.scale(),
            rounded(seen.width() + 2 * MARGIN_PX),
            rounded(seen.height() + 2 * MARGIN_PX));
    PixelImage into = spare(wide, density);
    Drawing of = drawing;
    Theme in = theme;
    Emphasis with = emphasis;
    background.run(
        "paint",
        "",
        progress -> {
          into.paint(g -> {
            g.scale(density, density);
            Painter.paint(g, of, in, wide, with);
          });
          return into;
        },
        done -> painted(done, wide),
        failure -> {
          painting = false;
          LOG.error("the diagram could not be painted", failure);
        });
  }

  private void painted(PixelImage done, Viewport wide) {
    back = front;
    front = Optional.of(done);
    painted = wide;
    image.setImage(done.show());
    place();
    painting = false;
    if (stale) {
      repaint();
    }
  }

  /** Puts the last picture where it belongs in the present viewport. */
  private void place() {
    Viewport now = viewport.get();
    double zoom = now.scale() / painted.scale();
    image.setX(now.toViewX(painted.x()));
    image.setY(now.toViewY(painted.y()));
    image.setFitWidth(painted.width() * zoom);
    image.setFitHeight(painted.height() * zoom);
    image.setSmooth(Math.abs(zoom - 1) > 1e-6);
  }

  private PixelImage spare(Viewport wide, double density) {
    int width = (int) Math.ceil(wide.width() * density);
    int height = (int) Math.ceil(wide.height() * density);
    return back.filter(b -> b.width() == width && b.height() == height)
        .orElseGet(() -> new PixelImage(width, height));
  }

  /** Sizes in steps: a window that is being resized would else need new images all the time. */
  private static double rounded(double px) {
    return Math.ceil(px / STEP_PX) * STEP_PX;
  }

  private double density() {
    return Optional.ofNullable(getScene())
        .flatMap(s -> Optional.ofNullable(s.getWindow()))
        .map(w -> w.getOutputScaleX())
        .orElse(1.0);
  }
}
