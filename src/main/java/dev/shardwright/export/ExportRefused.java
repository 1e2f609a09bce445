package dev.shardwright.export;

import dev.shardwright.model.UserError;

/** Nothing was written, because blockers or undecided tables are open. */
public final class ExportRefused extends UserError {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final Obstacles obstacles;

  ExportRefused(Obstacles obstacles) {
    super(
        "Nothing was written, because of what still stands against it:\n  "
            + String.join("\n  ", obstacles.sentences()));
    this.obstacles = obstacles;
  }

  public Obstacles obstacles() {
    return obstacles;
  }
}
