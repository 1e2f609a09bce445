package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds leaf tables that hang below the same parents: one line to all says as much as many. */
final class Folding {
  private Folding() {}

  /**
   * The blocks among the members.
   *
   * @param links the links between members
   * @param fewest fewer leaves stay single
   */
  static List<Group.Block> of(List<Box> members, List<Link> links, int fewest) {
    Map<TableName, Set<TableName>> parents = new HashMap<>();
    Set<TableName> noLeaf = new HashSet<>();
    for (Link link : links) {
      noLeaf.add(link.parent());
      if (!link.selfLoop()) {
        parents.computeIfAbsent(link.child(), t -> new TreeSet<>()).add(link.parent());
      }
      if (link.risk()) {
        // A line that is a problem must be seen; it is not hidden behind others.
        noLeaf.add(link.child());
      }
    }
    Map<String, List<Box>> leaves = new TreeMap<>();
    for (Box box : members) {
      if (parents.containsKey(box.table()) && !noLeaf.contains(box.table())) {
        String key = parents.get(box.table()).toString();
        leaves.computeIfAbsent(key, k -> new ArrayList<>()).add(box);
      }
    }
    return leaves.values().stream()
        .filter(boxes -> boxes.size() >= fewest)
        .map(boxes -> new Group.Block(boxes, linksOf(boxes, links)))
        .toList();
  }

  private static List<Link> linksOf(List<Box> boxes, List<Link> links) {
    Set<TableName> children = new HashSet<>();
    boxes.forEach(box -> children.add(box.table()));
    return links.stream().filter(link -> children.contains(link.child())).toList();
  }
}
