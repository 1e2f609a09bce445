package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Viewport;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.shape.Rectangle;

/**
 * Turns mouse and keyboard into movements of the viewport and choices of tables.
 *
 * <p>The wheel zooms to the pointer, with Shift it pans; dragging pans, or pulls what can be pulled
 * unless Space is down; dragging with Shift draws a rubber band that selects. Arrows walk along
 * relations, with Ctrl to the nearest table, with Alt they move tables, with Shift the view.
 */
final class Gestures {
  private static final double WHEEL = 1.0015;
  private static final double KEY_ZOOM = 1.25;
  private static final double KEY_PAN_PX = 80;
  private static final double CLICK_PX = 4;
  private static final double KEY_STEP = 20;

  /** After Escape the drag goes on without effect until the button is let go. */
  private static final Pull NOTHING =
      new Pull() {
        @Override
        public void to(double x, double y) {}

        @Override
        public void drop(double x, double y) {}

        @Override
        public void cancel() {}
      };

  private final Node surface;
  private final Hand hand;
  private final Rectangle band = new Rectangle();
  private boolean space;
  private boolean banding;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private boolean moved;
  private Optional<Pull> pulled = Optional.empty();

  /** What the gestures act on. */
  interface Hand {
    void move(UnaryOperator<Viewport> movement);

    /** A click that was no drag, in pixels of the pane. */
    void click(MouseEvent event);

    /** A rubber band was drawn around a part of the pane. */
    void surround(Area pixels, boolean add);

    void hover(double x, double y);

    void leave();

    void fit();

    /** The nearest table in a direction, or the nearest that a relation leads to. */
    void walk(KeyCode direction, boolean related);

    /** Moves the selected tables. */
    void shift(double dx, double dy);

    /** True if a table is selected. */
    boolean selected();

    /** What a drag from a place of the pane would pull along, if anything. */
    Optional<Pull> pull(double x, double y);

    /** A key that is no movement: of the letters that the pane answers to. */
    boolean letter(KeyEvent event);
  }

  private Gestures(Node surface, Hand hand) {
    this.surface = surface;
    this.hand = hand;
    band.setManaged(false);
    band.setMouseTransparent(true);
    band.setVisible(false);
    band.getStyleClass().add("rubber-band");
  }

  /** Listens on the surface; the rubber band is to be laid over it. */
  static Rectangle listen(Node surface, Hand hand) {
    Gestures gestures = new Gestures(surface, hand);
    surface.addEventHandler(ScrollEvent.SCROLL, gestures::scroll);
    surface.addEventHandler(ZoomEvent.ZOOM, gestures::pinch);
    surface.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::press);
    surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::drag);
    surface.addEventHandler(MouseEvent.MOUSE_RELEASED, gestures::release);
    surface.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hand.hover(e.getX(), e.getY()));
    surface.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hand.leave());
    surface.addEventHandler(KeyEvent.KEY_PRESSED, gestures::key);
    surface.addEventHandler(KeyEvent.KEY_RELEASED, gestures::keyUp);
    return gestures.band;
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaX() == 0 && event.getDeltaY() == 0) {
      return;
    }
    if (event.isInertia() && !event.isShiftDown()) {
      // A zoom that goes on after the fingers have left would run past what was aimed at.
      event.consume();
      return;
    }
    if (event.isShiftDown()) {
      // Some platforms turn the wheel sideways themselves while Shift is down.
      hand.move(v -> v.panned(event.getDeltaX(), event.getDeltaX() == 0 ? event.getDeltaY() : 0));
    } else {
      double factor = Math.pow(WHEEL, Math.clamp(event.getDeltaY(), -400, 400));
      hand.move(v -> v.zoomed(factor, event.getX(), event.getY()));
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    if (!event.isInertia() && event.getZoomFactor() > 0) {
      hand.move(v -> v.zoomed(event.getZoomFactor(), event.getX(), event.getY()));
    }
    event.consume();
  }

  private void press(MouseEvent event) {
    surface.requestFocus();
    hand.leave();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = pressedX;
    lastY = pressedY;
    moved = false;
    banding = event.getButton() == MouseButton.PRIMARY && event.isShiftDown() && !space;
  }

  private void drag(MouseEvent event) {
    if (!moved && Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < CLICK_PX) {
      return;
    }
    if (!moved && !banding && !space && event.getButton() == MouseButton.PRIMARY) {
      pulled = hand.pull(pressedX, pressedY);
    }
    moved = true;
    if (banding) {
      Area area = band(event);
      band.setX(area.x());
      band.setY(area.y());
      band.setWidth(area.width());
      band.setHeight(area.height());
      band.setVisible(true);
    } else if (pulled.isPresent()) {
      pulled.get().to(event.getX(), event.getY());
    } else if (event.getButton() != MouseButton.SECONDARY) {
      surface.setCursor(Cursor.CLOSED_HAND);
      double dx = event.getX() - lastX;
      double dy = event.getY() - lastY;
      hand.move(v -> v.panned(dx, dy));
    }
    lastX = event.getX();
    lastY = event.getY();
  }

  private void release(MouseEvent event) {
    surface.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    band.setVisible(false);
    if (pulled.isPresent()) {
      pulled.get().drop(event.getX(), event.getY());
    } else if (moved && banding) {
      hand.surround(band(event), event.isShortcutDown());
    } else if (!moved && event.getButton() == MouseButton.PRIMARY) {
      hand.click(event);
    }
    banding = false;
    pulled = Optional.empty();
  }

  private Area band(MouseEvent event) {
    return new Area(
        Math.min(pressedX, event.getX()),
        Math.min(pressedY, event.getY()),
        Math.abs(event.getX() - pressedX),
        Math.abs(event.getY() - pressedY));
  }

  private void key(KeyEvent event) {
    boolean handled = true;
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE && pulled.isPresent()) {
      pulled.get().cancel();
      pulled = Optional.of(NOTHING);
    } else if (event.isShortcutDown() && code.isArrowKey()) {
      hand.walk(code, false);
    } else if (event.isAltDown() && code.isArrowKey()) {
      hand.shift(step(code, KeyCode.RIGHT, KeyCode.LEFT), step(code, KeyCode.DOWN, KeyCode.UP));
    } else if (code.isArrowKey() && !event.isShiftDown() && hand.selected()) {
      hand.walk(code, true);
    } else if (event.isShortcutDown() || event.isAltDown()) {
      return;
    } else {
      handled = plainKey(event);
    }
    if (handled) {
      event.consume();
    }
  }

  private static double step(KeyCode code, KeyCode forth, KeyCode back) {
    return code == forth ? KEY_STEP : code == back ? -KEY_STEP : 0;
  }

  private boolean plainKey(KeyEvent event) {
    if (hand.letter(event)) {
      return true;
    }
    switch (event.getCode()) {
      case LEFT -> hand.move(v -> v.panned(KEY_PAN_PX, 0));
      case RIGHT -> hand.move(v -> v.panned(-KEY_PAN_PX, 0));
      case UP -> hand.move(v -> v.panned(0, KEY_PAN_PX));
      case DOWN -> hand.move(v -> v.panned(0, -KEY_PAN_PX));
      case PLUS, ADD, EQUALS -> hand.move(v -> v.zoomed(KEY_ZOOM, v.width() / 2, v.height() / 2));
      case MINUS, SUBTRACT -> hand.move(v -> v.zoomed(1 / KEY_ZOOM, v.width() / 2, v.height() / 2));
      case DIGIT0, NUMPAD0, F -> hand.fit();
      case SPACE -> {
        space = true;
        surface.setCursor(Cursor.OPEN_HAND);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keyUp(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      space = false;
      surface.setCursor(Cursor.DEFAULT);
    }
  }
}
