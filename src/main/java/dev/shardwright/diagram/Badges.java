package dev.shardwright.diagram;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Writes the lines that are not drawn into the rows where they leave and arrive. */
final class Badges {
  /** A row of a table; -1 stands for columns that are not shown. */
  private record Place(TableName table, int row) {}

  private record End(TableName table, String title) {}

  private final Map<Place, List<End>> leaving = new HashMap<>();
  private final Map<Place, List<End>> arriving = new HashMap<>();
  private final Map<TableName, String> titles = new HashMap<>();

  Badges(Diagram diagram) {
    diagram.boxes().forEach(box -> titles.put(box.table(), box.title()));
    for (Diagram.Loose loose : diagram.loose()) {
      Place place = new Place(loose.at(), loose.row());
      End end = new End(loose.other(), loose.otherTitle());
      (loose.leaving() ? leaving : arriving)
          .computeIfAbsent(place, p -> new ArrayList<>())
          .add(end);
    }
  }

  /** A line with neither end drawn. */
  void both(Link link) {
    leaves(link);
    arriving
        .computeIfAbsent(new Place(link.parent(), link.parentRow()), p -> new ArrayList<>())
        .add(end(link.child()));
  }

  /** A line whose child's end is drawn as part of a block's line. */
  void leaves(Link link) {
    leaving
        .computeIfAbsent(new Place(link.child(), link.childRow()), p -> new ArrayList<>())
        .add(end(link.parent()));
  }

  /** The box with its badges, at the origin. */
  Placed size(Box box) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < box.rows().size(); i++) {
      Place place = new Place(box.table(), i);
      rows.add(box.rows().get(i).with(leaving(place), arriving(place)));
    }
    Place hidden = new Place(box.table(), -1);
    return Measure.size(box, rows, leaving(hidden), arriving(hidden));
  }

  private Optional<Badge> leaving(Place place) {
    return Optional.ofNullable(leaving.get(place))
        .map(ends -> {
          String more = ends.size() > 1 ? " +" + (ends.size() - 1) : "";
          String first = Typeface.SMALL.fitted(ends.getFirst().title(), 190);
          return new Badge("→ " + first + more, tables(ends));
        });
  }

  private Optional<Badge> arriving(Place place) {
    return Optional.ofNullable(arriving.get(place))
        .map(ends -> new Badge("← " + ends.size(), tables(ends)));
  }

  private static List<TableName> tables(List<End> ends) {
    TreeSet<TableName> tables = new TreeSet<>();
    ends.forEach(end -> tables.add(end.table()));
    return List.copyOf(tables);
  }

  private End end(TableName table) {
    return new End(table, titles.getOrDefault(table, table.name()));
  }
}
