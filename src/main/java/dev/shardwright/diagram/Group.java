package dev.shardwright.diagram;

import java.util.List;

/**
 * Boxes that are laid out together.
 *
 * @param title the frame's name, empty for no frame
 * @param links the links between members that are drawn; all others become badges
 * @param blocks leaf boxes among the members that fold behind one line
 */
record Group(String title, List<Box> members, List<Link> links, List<Block> blocks) {
  Group {
    members = List.copyOf(members);
    links = List.copyOf(links);
    blocks = List.copyOf(blocks);
  }

  /**
   * Leaf boxes with the same parents.
   *
   * @param links all links from the parents to the members
   */
  record Block(List<Box> members, List<Link> links) {
    Block {
      members = List.copyOf(members);
      links = List.copyOf(links);
    }
  }
}
