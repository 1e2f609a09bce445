package dev.shardwright.ui.diagram;

import javafx.scene.Node;

/**
 * The floating bars: at the top, in one row while there is room, else one below the other. A small
 * window keeps the views at the top and the zoom at the bottom.
 */
record Bars(Node views, Node steps, Node details, Node zoom) {
  private static final double EDGE = 14;
  private static final double GAP = 10;
  private static final double ROW = 40;
  private static final double SMALL_WIDTH = 480;
  private static final double SMALL_HEIGHT = 400;

  static boolean small(double width, double height) {
    return width < SMALL_WIDTH || height < SMALL_HEIGHT;
  }

  /**
   * Puts them to their places.
   *
   * @param focus true if the focus view is open, which has steps
   * @param preview true in a print preview, which has a bar of its own at the bottom
   */
  void layout(double width, double height, boolean focus, boolean preview) {
    boolean small = small(width, height);
    views.setVisible(!preview);
    details.setVisible(!preview && !small);
    steps.setVisible(!preview && !small && focus);
    zoom.setVisible(!preview || !small);
    if (small) {
      size(views);
      size(zoom);
      views.relocate(EDGE, EDGE);
      zoom.relocate(EDGE, height - EDGE - zoom.getLayoutBounds().getHeight());
    } else {
      rows(width);
    }
  }

  private void rows(double width) {
    double viewsWidth = size(views);
    double detailsWidth = size(details);
    double stepsWidth = steps.isVisible() ? size(steps) + GAP : 0;
    double zoomWidth = size(zoom);
    double left = EDGE + viewsWidth + GAP + stepsWidth;
    double right = width - EDGE - zoomWidth;
    boolean oneRow = left + detailsWidth + 2 * GAP <= right;
    views.relocate(EDGE, EDGE);
    steps.relocate(EDGE + viewsWidth + GAP, EDGE);
    double middle =
        Math.clamp((width - detailsWidth) / 2, left, Math.max(left, right - detailsWidth - GAP));
    details.relocate(oneRow ? middle : EDGE, oneRow ? EDGE : EDGE + ROW);
    boolean zoomBeside = left + zoomWidth + EDGE <= width;
    zoom.relocate(Math.max(EDGE, right), zoomBeside ? EDGE : EDGE + 2 * ROW);
  }

  private static double size(Node bar) {
    bar.autosize();
    return bar.getLayoutBounds().getWidth();
  }
}
