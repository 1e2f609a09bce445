package dev.shardwright.diagram;

import java.util.List;

/**
 * Groups packed together.
 *
 * @param title the outer frame's name, empty for none
 */
record Region(String title, List<Group> groups) {
  Region {
    groups = List.copyOf(groups);
  }
}
