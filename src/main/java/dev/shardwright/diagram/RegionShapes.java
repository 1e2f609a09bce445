package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives regions the shapes with which they fill a page together: the largest takes one shape, all
 * others another, and every pair is tried.
 */
final class RegionShapes {
  /** Width by height. */
  static final List<Double> TRIED = List.of(0.5, 0.7, 0.9, 1.15, 1.4, 1.8, 2.6);

  private RegionShapes() {}

  /**
   * One island per region.
   *
   * @param shaped for each region its islands, one for each shape that is tried
   */
  static List<Island> fitting(List<List<Island>> shaped, double proportion, double gap) {
    int largest =
        IntStream.range(0, shaped.size())
            .boxed()
            .max(Comparator.comparingDouble(region -> area(shaped.get(region).getFirst())))
            .orElse(0);
    List<Island> best = List.of();
    double lowest = Double.MAX_VALUE;
    for (int shape = 0; shape < TRIED.size(); shape++) {
      for (int others = 0; others < TRIED.size(); others++) {
        List<Island> tried = new ArrayList<>();
        for (int region = 0; region < shaped.size(); region++) {
          tried.add(shaped.get(region).get(region == largest ? shape : others));
        }
        double height = pageHeight(tried, proportion, gap);
        if (height < lowest - 1e-6) {
          lowest = height;
          best = tried;
        }
      }
    }
    return best;
  }

  private static double area(Island island) {
    return island.bounds().width() * island.bounds().height();
  }

  /** The height of the page on which the islands fit. */
  private static double pageHeight(List<Island> islands, double proportion, double gap) {
    List<Packing.Size> sizes =
        islands.stream()
            .map(i -> new Packing.Size(i.bounds().width(), i.bounds().height()))
            .toList();
    List<Point> corners = Packing.pack(sizes, proportion, gap);
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      Point at = corners.get(i);
      areas.add(new Area(at.x(), at.y(), sizes.get(i).width(), sizes.get(i).height()));
    }
    Area all = Area.around(areas);
    return Math.max(all.height(), all.width() / proportion);
  }
}
