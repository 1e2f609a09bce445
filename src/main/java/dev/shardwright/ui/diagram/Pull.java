package dev.shardwright.ui.diagram;

/** Something that follows the pointer while it is dragged, in pixels of the pane. */
interface Pull {
  void to(double x, double y);

  /** The button was let go. */
  void drop(double x, double y);

  /** It goes back to where it came from. */
  void cancel();
}
