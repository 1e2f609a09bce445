package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parts a diagram into groups small enough to be drawn well.
 *
 * <p>No layout draws more than some 50 connected tables readably; above that the diagram becomes an
 * atlas of communities, and lines between them become badges.
 */
final class Grouping {
  /** Up to so many connected tables are drawn as one graph. */
  static final int WHOLE = 50;

  /** A table with more children than this gets badges instead of lines. */
  private static final int HUB = 30;

  private static final int LARGEST = 36;
  private static final int SMALLEST = 10;
  private static final int FOLD_IN_ATLAS = 4;
  private static final int FOLD_IN_WHOLE = 6;
  private static final int OWN_FRAME = 8;
  private static final String NO_KEYS = "No keys";

  private static final Comparator<Box> BY_TITLE =
      Comparator.comparing(Box::title).thenComparing(Box::table);

  private final Diagram diagram;
  private final Map<TableName, Integer> children = new HashMap<>();
  private final GroupNames names = new GroupNames(children);

  private Grouping(Diagram diagram) {
    this.diagram = diagram;
    for (Link link : diagram.links()) {
      if (!link.selfLoop()) {
        children.merge(link.parent(), 1, Integer::sum);
      }
    }
  }

  static List<Region> of(Diagram diagram) {
    Grouping grouping = new Grouping(diagram);
    if (!(diagram.scope() instanceof Scope.ByKind)) {
      return List.of(new Region("", grouping.groups(diagram.boxes(), true)));
    }
    Map<Look, List<Box>> byLook =
        diagram.boxes().stream()
            .collect(
                Collectors.groupingBy(
                    Box::look, () -> new EnumMap<>(Look.class), Collectors.toList()));
    List<Region> regions = new ArrayList<>();
    byLook.forEach(
        (look, boxes) -> regions.add(new Region(look.title(), grouping.groups(boxes, false))));
    return regions;
  }

  /** The groups of an earlier drawing, each under the index of its frame; new ones behind them. */
  static List<Region> kept(Diagram diagram, Keeping keeping) {
    Grouping grouping = new Grouping(diagram);
    List<Link> links =
        between(diagram.boxes(), diagram.links()).stream()
            .filter(link -> !grouping.toHub(link))
            .toList();
    SequencedMap<Optional<Frame>, List<Box>> members = new LinkedHashMap<>();
    keeping.frames().forEach(frame -> members.put(Optional.of(frame), new ArrayList<>()));
    members.put(Optional.empty(), new ArrayList<>());
    for (Box box : diagram.boxes()) {
      Optional<Frame> frame =
          keeping.frame(box.table()).or(() -> joined(box, links, keeping, members));
      members.computeIfAbsent(frame, f -> new ArrayList<>()).add(box);
    }
    List<Group> groups = new ArrayList<>();
    members.forEach((frame, boxes) -> {
      if (!boxes.isEmpty()) {
        groups.add(grouping.folded(frame.map(Frame::title).orElse("New"), boxes, links));
      }
    });
    return List.of(new Region("", groups));
  }

  /** The group to which a new table has most lines, if there is room; without lines that of all. */
  private static Optional<Frame> joined(
      Box box, List<Link> links, Keeping keeping, Map<Optional<Frame>, List<Box>> members) {
    Map<Frame, Integer> ties = new HashMap<>();
    for (Link link : links) {
      if (link.child().equals(box.table()) || link.parent().equals(box.table())) {
        boolean out = link.child().equals(box.table());
        keeping
            .frame(out ? link.parent() : link.child())
            .ifPresent(f -> ties.merge(f, 1, Integer::sum));
      }
    }
    return members.keySet().stream()
        .flatMap(Optional::stream)
        .filter(f -> ties.containsKey(f) && f.tables() < LARGEST)
        .max(Comparator.comparingInt(ties::get))
        .or(() -> ties.isEmpty() ? named(NO_KEYS, members) : Optional.empty());
  }

  private static Optional<Frame> named(String title, Map<Optional<Frame>, List<Box>> members) {
    return members.keySet().stream()
        .flatMap(Optional::stream)
        .filter(f -> f.title().equals(title))
        .findFirst();
  }

  private List<Group> groups(List<Box> boxes, boolean framed) {
    List<Link> links = between(boxes, diagram.links());
    Set<TableName> connected = new HashSet<>();
    for (Link link : links) {
      if (!link.selfLoop()) {
        connected.add(link.parent());
        connected.add(link.child());
      }
    }
    if (connected.size() <= WHOLE) {
      return List.of(new Group("", boxes, links, Folding.of(boxes, links, FOLD_IN_WHOLE)));
    }
    return atlas(boxes, links.stream().filter(link -> !toHub(link)).toList(), framed);
  }

  private List<Group> atlas(List<Box> boxes, List<Link> links, boolean framed) {
    List<List<Box>> communities = communities(boxes, links);
    List<Group> groups = new ArrayList<>();
    List<Box> single = new ArrayList<>();
    List<List<Box>> small = new ArrayList<>();
    List<List<Box>> large = new ArrayList<>();
    for (List<Box> community : communities) {
      if (community.size() == 1) {
        single.addAll(community);
      } else {
        (community.size() < SMALLEST ? small : large).add(community);
      }
    }
    List<String> titles = names.of(large);
    for (int i = 0; i < large.size(); i++) {
      groups.add(folded(framed ? titles.get(i) : "", large.get(i), links));
    }
    for (List<Box> several : gathered(small)) {
      groups.add(folded(framed ? names.several(several) : "", several, links));
    }
    groups.addAll(singles(single, links, framed));
    return groups;
  }

  private List<List<Box>> communities(List<Box> boxes, List<Link> links) {
    Numbering<TableName> index = new Numbering<>();
    boxes.forEach(box -> index.add(box.table()));
    List<Communities.Tie> ties = new ArrayList<>();
    for (Link link : links) {
      // A key to a much used table says little about belonging together.
      double weight = 1 / Math.sqrt(1.0 + children.getOrDefault(link.parent(), 0));
      ties.add(new Communities.Tie(index.of(link.child()), index.of(link.parent()), weight));
    }
    return Communities.of(boxes.size(), ties, LARGEST, SMALLEST).stream()
        .map(members -> members.stream().map(boxes::get).toList())
        .toList();
  }

  private Group folded(String title, List<Box> members, List<Link> links) {
    // In one order however the group was found, so that it looks the same when it is kept.
    List<Box> inOrder = members.stream().sorted(Comparator.comparing(Box::table)).toList();
    List<Link> own = between(inOrder, links);
    return new Group(title, inOrder, own, Folding.of(inOrder, own, FOLD_IN_ATLAS));
  }

  /** Small communities share a frame, neighbours in the alphabet together. */
  private List<List<Box>> gathered(List<List<Box>> small) {
    List<List<Box>> sorted = small.stream().sorted(Comparator.comparing(names::mostUsed)).toList();
    List<List<Box>> gathered = new ArrayList<>();
    List<Box> open = new ArrayList<>();
    for (List<Box> community : sorted) {
      if (!open.isEmpty() && open.size() + community.size() > LARGEST) {
        gathered.add(open);
        open = new ArrayList<>();
      }
      open.addAll(community);
    }
    if (!open.isEmpty()) {
      gathered.add(open);
    }
    return gathered;
  }

  /** Tables without a drawn line: by the table that most of their badges lead to. */
  private List<Group> singles(List<Box> single, List<Link> links, boolean framed) {
    Map<String, List<Box>> byParent = new TreeMap<>();
    Map<TableName, String> main = mainParents(tables(single));
    for (Box box : single) {
      byParent.computeIfAbsent(main.getOrDefault(box.table(), ""), p -> new ArrayList<>()).add(box);
    }
    Map<Boolean, List<Box>> without =
        byParent.getOrDefault("", List.of()).stream()
            .collect(Collectors.partitioningBy(b -> children.containsKey(b.table())));
    byParent.remove("");
    List<Group> groups = new ArrayList<>();
    List<Box> rest = new ArrayList<>();
    byParent.forEach((parent, boxes) -> {
      if (boxes.size() < OWN_FRAME) {
        rest.addAll(boxes);
      } else {
        groups.add(sorted(framed ? "→ " + parent : "", boxes, links));
      }
    });
    if (!rest.isEmpty()) {
      groups.add(sorted(framed ? "Badges only" : "", rest, links));
    }
    List<Box> hubs = without.getOrDefault(true, List.of());
    if (!hubs.isEmpty()) {
      groups.addFirst(sorted(framed ? "Used by many" : "", hubs, links));
    }
    List<Box> alone = without.getOrDefault(false, List.of());
    if (!alone.isEmpty()) {
      groups.add(sorted(framed ? NO_KEYS : "", alone, links));
    }
    return groups;
  }

  private Map<TableName, String> mainParents(Set<TableName> of) {
    Map<TableName, Link> main = new HashMap<>();
    for (Link link : diagram.links()) {
      if (of.contains(link.child()) && !link.selfLoop()) {
        main.merge(link.child(), link, this::moreUsed);
      }
    }
    Map<TableName, String> titles = new HashMap<>();
    main.forEach((child, link) -> titles.put(child, link.parent().name()));
    return titles;
  }

  private Link moreUsed(Link a, Link b) {
    return children.getOrDefault(b.parent(), 0) > children.getOrDefault(a.parent(), 0) ? b : a;
  }

  private static Group sorted(String title, List<Box> boxes, List<Link> links) {
    List<Box> inOrder = boxes.stream().sorted(BY_TITLE).toList();
    return new Group(title, inOrder, between(boxes, links), List.of());
  }

  private static List<Link> between(List<Box> boxes, List<Link> links) {
    Set<TableName> inside = tables(boxes);
    return links.stream()
        .filter(l -> inside.contains(l.child()) && inside.contains(l.parent()))
        .toList();
  }

  private boolean toHub(Link link) {
    return !link.selfLoop() && children.getOrDefault(link.parent(), 0) > HUB;
  }

  private static Set<TableName> tables(Collection<Box> boxes) {
    return boxes.stream().map(Box::table).collect(Collectors.toSet());
  }
}
