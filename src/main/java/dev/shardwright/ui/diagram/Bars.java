package dev.shardwright.ui.diagram;

import javafx.scene.Node;

/** The floating bars at the top: in one row while there is room, else one below the other. */
record Bars(Node views, Node steps, Node details, Node zoom) {
  private static final double EDGE = 14;
  private static final double GAP = 10;
  private static final double ROW = 40;

  void layout(double width) {
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
