package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Places;

/** Remembers where the tables of a drawing stood; called off the window's thread. */
public interface PlaceMemory {
  /** Remembers nothing. */
  PlaceMemory NONE =
      new PlaceMemory() {
        @Override
        public Places recall(String drawing) {
          return Places.NONE;
        }

        @Override
        public void keep(String drawing, Places places) {}
      };

  /** The places of a drawing when it was last seen; {@link Places#NONE} if it never was. */
  Places recall(String drawing);

  void keep(String drawing, Places places);
}
