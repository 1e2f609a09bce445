package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Painter;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.ui.Background;
import java.awt.Graphics2D;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
 * wait. After a pan only what came into sight is painted.
 */
final class Picture extends Region {
  private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
  private static final int MARGIN_PX = 160;
  private static final int SLACK_PX = 64;
  private static final int STEP_PX = 128;

  /** Nothing around the drawing. */
  static final Consumer<Graphics2D> NOTHING = g -> {};

  private final Background background;
  private final ImageView image = new ImageView();
  private final ObjectProperty<Viewport> viewport =
      new SimpleObjectProperty<>(new Viewport(0, 0, 1, 1, 1));
  private final ReadOnlyIntegerWrapper painted = new ReadOnlyIntegerWrapper();
  private Optional<Shot> front = Optional.empty();
  private Optional<PixelImage> back = Optional.empty();
  private Content content = new Content(Drawing.EMPTY, Theme.LIGHT, Emphasis.NONE, NOTHING);
  private boolean painting;
  private boolean held;

  /** What is to be seen, wherever one looks. */
  private record Content(
      Drawing drawing, Theme theme, Emphasis emphasis, Consumer<Graphics2D> around) {
    /** Drawings are compared by identity: each layout makes a new one. */
    @SuppressWarnings("ReferenceEquality")
    boolean same(Content other) {
      return drawing == other.drawing
          && around == other.around
          && theme.equals(other.theme)
          && emphasis.equals(other.emphasis);
    }

    void paint(PixelImage into, Viewport part, double density, int dx, int dy) {
      into.paint(g -> {
        int width = (int) Math.ceil(part.width() * density);
        int height = (int) Math.ceil(part.height() * density);
        g.clipRect(dx, dy, width, height);
        g.translate(dx, dy);
        g.scale(density, density);
        Painter.paint(g, drawing, theme, part, emphasis);
        g.scale(part.scale(), part.scale());
        g.translate(-part.x(), -part.y());
        around.accept(g);
      });
    }
  }

  /** A finished picture: where it belongs, what it shows. */
  private record Shot(PixelImage pixels, Viewport at, double density, Content content) {}

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

  /** How many pictures were painted so far. */
  ReadOnlyIntegerProperty paintedProperty() {
    return painted.getReadOnlyProperty();
  }

  /**
   * Shows a drawing.
   *
   * @param around draws what stands beside it, in its units
   */
  void show(Drawing of, Theme in, Emphasis with, Consumer<Graphics2D> around) {
    content = new Content(of, in, with, around);
    repaint();
  }

  /** Lets several things change and asks for one picture of them. */
  void together(Runnable changes) {
    boolean before = held;
    held = true;
    changes.run();
    held = before;
    repaint();
  }

  /** Asks for a new picture, if need be; what comes while one is painted is seen to after it. */
  private void repaint() {
    if (!painting && !held && getWidth() >= 1 && getHeight() >= 1 && stale()) {
      start();
    }
  }

  /** True unless the last picture shows the same things at the same size, with some to spare. */
  private boolean stale() {
    Viewport now = viewport.get();
    return front
        .filter(shot -> shot.content().same(content))
        .filter(shot -> shot.density() == density())
        .filter(shot -> shot.at().scale() == now.scale())
        .filter(shot -> covers(shot.at(), now))
        .isEmpty();
  }

  private static boolean covers(Viewport picture, Viewport now) {
    double left = now.toViewX(picture.x());
    double top = now.toViewY(picture.y());
    return left <= -SLACK_PX
        && top <= -SLACK_PX
        && left + picture.width() >= now.width() + SLACK_PX
        && top + picture.height() >= now.height() + SLACK_PX;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (viewport.get().width() != getWidth() || viewport.get().height() != getHeight()) {
      viewport.set(viewport.get().sized(getWidth(), getHeight()));
    }
  }

  private void start() {
    painting = true;
    double density = density();
    Viewport wide = onPixels(wide(viewport.get()), density);
    PixelImage into = spare(wide, density);
    Content of = content;
    Optional<Shot> moved =
        front
            .filter(shot -> shot.content().same(of) && shot.density() == density)
            .filter(shot -> shot.at().scale() == wide.scale());
    background.run(
        "paint",
        "",
        progress -> {
          moved.ifPresentOrElse(
              shot -> paintStrips(shot, into, wide), () -> of.paint(into, wide, density, 0, 0));
          return new Shot(into, wide, density, of);
        },
        this::painted,
        failure -> {
          painting = false;
          LOG.error("the diagram could not be painted", failure);
        });
  }

  private static Viewport wide(Viewport seen) {
    return new Viewport(
        seen.x() - MARGIN_PX / seen.scale(),
        seen.y() - MARGIN_PX / seen.scale(),
        seen.scale(),
        rounded(seen.width() + 2 * MARGIN_PX),
        rounded(seen.height() + 2 * MARGIN_PX));
  }

  /** So that a picture of the same scale can be copied pixel by pixel. */
  private static Viewport onPixels(Viewport v, double density) {
    double px = v.scale() * density;
    return new Viewport(
        Math.round(v.x() * px) / px, Math.round(v.y() * px) / px, v.scale(), v.width(), v.height());
  }

  /** Copies what both pictures show and paints the rest: a strip at a side, above or below. */
  private static void paintStrips(Shot from, PixelImage into, Viewport at) {
    double px = at.scale() * from.density();
    int dx = (int) Math.round((from.at().x() - at.x()) * px);
    int dy = (int) Math.round((from.at().y() - at.y()) * px);
    into.copy(from.pixels(), dx, dy);
    int width = into.width();
    int height = into.height();
    int left = Math.clamp(dx, 0, width);
    int right = Math.clamp(dx + from.pixels().width(), 0, width);
    int top = Math.clamp(dy, 0, height);
    int bottom = Math.clamp(dy + from.pixels().height(), 0, height);
    strip(from, into, at, 0, 0, width, top);
    strip(from, into, at, 0, bottom, width, height - bottom);
    strip(from, into, at, 0, top, left, bottom - top);
    strip(from, into, at, right, top, width - right, bottom - top);
  }

  private static void strip(
      Shot like, PixelImage into, Viewport at, int x, int y, int width, int height) {
    if (width > 0 && height > 0) {
      double density = like.density();
      double px = at.scale() * density;
      Viewport part =
          new Viewport(
              at.x() + x / px, at.y() + y / px, at.scale(), width / density, height / density);
      like.content().paint(into, part, density, x, y);
    }
  }

  private void painted(Shot done) {
    back = front.map(Shot::pixels);
    front = Optional.of(done);
    image.setImage(done.pixels().show());
    place();
    painting = false;
    painted.set(painted.get() + 1);
    repaint();
  }

  /** Puts the last picture where it belongs in the present viewport. */
  private void place() {
    front.ifPresent(shot -> {
      Viewport now = viewport.get();
      double zoom = now.scale() / shot.at().scale();
      boolean same = Math.abs(zoom - 1) < 1e-6;
      double x = now.toViewX(shot.at().x());
      double y = now.toViewY(shot.at().y());
      image.setX(same ? snapPositionX(x) : x);
      image.setY(same ? snapPositionY(y) : y);
      image.setFitWidth(shot.pixels().width() / shot.density() * zoom);
      image.setFitHeight(shot.pixels().height() / shot.density() * zoom);
      image.setSmooth(!same);
    });
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
