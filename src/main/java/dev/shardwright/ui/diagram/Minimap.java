package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Emphasis;
import dev.shardwright.diagram.Painter;
import dev.shardwright.diagram.Theme;
import dev.shardwright.diagram.Viewport;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole drawing in a corner, with a frame around what the window shows. */
final class Minimap extends Region {
  static final double WIDTH = 188;
  static final double HEIGHT = 120;
  private static final Logger LOG = LoggerFactory.getLogger(Minimap.class);
  private static final double EDGE = 14;
  private static final double BELOW_BARS = 64;
  private static final double ABOVE_BARS = 56;
  private static final double INSET = 6;
  private static final int DENSITY = 2;

  private final Background background;
  private final ImageView image = new ImageView();
  private final Rectangle seen = new Rectangle();
  private Viewport whole = new Viewport(0, 0, 1, WIDTH, HEIGHT);
  private Viewport window = new Viewport(0, 0, 1, 1, 1);

  /**
   * An empty map.
   *
   * @param go moves the window to the middle of an area
   */
  Minimap(Background background, Consumer<Area> go) {
    this.background = background;
    setId("diagram-minimap");
    getStyleClass().addAll("floating", "minimap");
    setAccessibleText(Texts.of("diagram.minimap"));
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    image.setManaged(false);
    image.setX(INSET);
    image.setY(INSET);
    image.setFitWidth(WIDTH - 2 * INSET);
    image.setFitHeight(HEIGHT - 2 * INSET);
    seen.setManaged(false);
    seen.getStyleClass().add("minimap-window");
    seen.setMouseTransparent(true);
    Rectangle clip = new Rectangle(WIDTH, HEIGHT);
    clip.setArcWidth(12);
    clip.setArcHeight(12);
    setClip(clip);
    getChildren().addAll(image, seen);
    setOnMousePressed(event -> go(event, go));
    setOnMouseDragged(event -> go(event, go));
  }

  void show(Drawing drawing, Theme theme) {
    seen.setStroke(Colors.fx(theme.accent()));
    seen.setStrokeWidth(1.6);
    seen.setFill(Colors.fx(theme.accent()).deriveColor(0, 1, 1, 0.12));
    double width = WIDTH - 2 * INSET;
    double height = HEIGHT - 2 * INSET;
    Viewport fit = Viewport.fit(drawing.bounds(), width, height, 4);
    PixelImage into = new PixelImage((int) (width * DENSITY), (int) (height * DENSITY));
    background.run(
        "minimap",
        "",
        progress -> {
          into.paint(g -> {
            g.scale(DENSITY, DENSITY);
            Painter.paint(g, drawing, theme, fit, Emphasis.NONE);
          });
          return into;
        },
        done -> {
          whole = fit;
          image.setImage(done.show());
          follow(window);
        },
        failure -> LOG.error("the overview could not be painted", failure));
  }

  void follow(Viewport viewport) {
    window = viewport;
    Area area = viewport.area();
    seen.setX(INSET + whole.toViewX(area.x()));
    seen.setY(INSET + whole.toViewY(area.y()));
    seen.setWidth(area.width() * whole.scale());
    seen.setHeight(area.height() * whole.scale());
  }

  /**
   * In the first corner where it covers nothing that is wanted; away if none is, or all is seen.
   */
  void seat(double width, double height, Area all, Collection<Area> wanted) {
    boolean whole = window.area().holds(all);
    boolean room = width > 2.2 * WIDTH && height > 2.2 * HEIGHT;
    double right = width - WIDTH - EDGE;
    double foot = Bars.small(width, height) ? ABOVE_BARS : EDGE;
    double bottom = height - HEIGHT - foot;
    List<Area> corners =
        List.of(
            new Area(right, bottom, WIDTH, HEIGHT),
            new Area(EDGE, bottom, WIDTH, HEIGHT),
            new Area(right, BELOW_BARS, WIDTH, HEIGHT),
            new Area(EDGE, BELOW_BARS, WIDTH, HEIGHT));
    Optional<Area> free =
        corners.stream()
            .filter(corner -> wanted.stream().noneMatch(inDrawing(corner)::touches))
            .findFirst();
    setVisible(room && !whole && free.isPresent());
    free.ifPresent(at -> resizeRelocate(at.x(), at.y(), WIDTH, HEIGHT));
  }

  private Area inDrawing(Area pixels) {
    return new Area(
        window.toDrawingX(pixels.x()),
        window.toDrawingY(pixels.y()),
        pixels.width() / window.scale(),
        pixels.height() / window.scale());
  }

  private void go(MouseEvent event, Consumer<Area> go) {
    double x = whole.toDrawingX(event.getX() - INSET);
    double y = whole.toDrawingY(event.getY() - INSET);
    go.accept(new Area(x, y, 0, 0));
    event.consume();
  }
}
