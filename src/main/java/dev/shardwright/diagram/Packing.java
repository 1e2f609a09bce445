package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places rectangles side by side so that together they have about the page's proportion. */
final class Packing {
  private static final int WIDTHS_TRIED = 24;

  /** So many can be tried at every place; with more of them the gaps are small anyway. */
  private static final int FITTED = 400;

  private static final Comparator<Size> TALL_FIRST =
      Comparator.comparingDouble((Size s) -> -s.height());
  private static final List<Comparator<Size>> ORDERS =
      List.of(
          TALL_FIRST,
          Comparator.comparingDouble((Size s) -> -s.width() * s.height()),
          Comparator.comparingDouble((Size s) -> -s.width()));

  private Packing() {}

  /** A rectangle to be packed. */
  record Size(double width, double height) {}

  /**
   * One corner per rectangle, in the order given; no two come closer than the gap.
   *
   * @param proportion width by height of the page
   */
  static List<Point> pack(List<Size> sizes, double proportion, double gap) {
    if (sizes.isEmpty()) {
      return List.of();
    }
    double area = sizes.stream().mapToDouble(s -> (s.width() + gap) * (s.height() + gap)).sum();
    double widest = sizes.stream().mapToDouble(Size::width).max().orElse(0) + gap;
    double ideal = Math.sqrt(area * proportion);
    Skyline best = Skyline.fill(sizes, Math.max(widest, ideal), gap, TALL_FIRST);
    for (int i = 0; i < WIDTHS_TRIED; i++) {
      double width = Math.max(widest, ideal * (0.9 + 0.04 * i));
      for (Comparator<Size> order : ORDERS) {
        best = better(best, Skyline.fill(sizes, width, gap, order), proportion);
      }
      if (sizes.size() <= FITTED) {
        best = better(best, Skyline.fitted(sizes, width, gap), proportion);
      }
    }
    return best.corners();
  }

  private static Skyline better(Skyline best, Skyline tried, double proportion) {
    return tried.pageHeight(proportion) < best.pageHeight(proportion) - 1e-6 ? tried : best;
  }

  /** A finished attempt: each rectangle lies as high, then as far left, as it can. */
  private record Skyline(List<Point> corners, double width, double height) {

    /** The height of the page on which the attempt fits, were the page so wide. */
    double pageHeight(double proportion) {
      return Math.max(height, width / proportion);
    }

    static Skyline fill(List<Size> sizes, double limit, double gap, Comparator<Size> first) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < sizes.size(); i++) {
        order.add(i);
      }
      order.sort(Comparator.comparing(sizes::get, first));
      Point[] corners = new Point[sizes.size()];
      List<Step> steps = new ArrayList<>(List.of(new Step(0, 0, limit)));
      double width = 0;
      double height = 0;
      for (int i : order) {
        Size size = sizes.get(i);
        Point corner = lowest(steps, size.width() + gap, limit);
        corners[i] = corner;
        raise(steps, corner, size.width() + gap, size.height() + gap);
        width = Math.max(width, corner.x() + size.width());
        height = Math.max(height, corner.y() + size.height());
      }
      return new Skyline(List.of(corners), width, height);
    }

    /** Fills the lowest stretch with what fits it best, until nothing is left. */
    static Skyline fitted(List<Size> sizes, double limit, double gap) {
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < sizes.size(); i++) {
        left.add(i);
      }
      left.sort(Comparator.comparing(sizes::get, TALL_FIRST));
      Point[] corners = new Point[sizes.size()];
      List<Step> steps = new ArrayList<>(List.of(new Step(0, 0, limit)));
      double width = 0;
      double height = 0;
      while (!left.isEmpty()) {
        int at = lowestStep(steps);
        Step step = steps.get(at);
        int i = best(left, sizes, step.width() - gap + 1e-6);
        if (i < 0) {
          close(steps, at);
          continue;
        }
        left.remove(Integer.valueOf(i));
        Size size = sizes.get(i);
        corners[i] = new Point(step.x(), step.y());
        raise(steps, corners[i], size.width() + gap, size.height() + gap);
        width = Math.max(width, step.x() + size.width());
        height = Math.max(height, step.y() + size.height());
      }
      return new Skyline(List.of(corners), width, height);
    }

    private static int lowestStep(List<Step> steps) {
      int lowest = 0;
      for (int i = 1; i < steps.size(); i++) {
        if (steps.get(i).y() < steps.get(lowest).y() - 1e-6) {
          lowest = i;
        }
      }
      return lowest;
    }

    /** The tallest of those that leave the least beside them: the widest, in steps of a tenth. */
    private static int best(List<Integer> left, List<Size> sizes, double room) {
      int best = -1;
      long widest = -1;
      for (int i : left) {
        double width = sizes.get(i).width();
        long tenths = Math.round(10 * width / room);
        if (width <= room && tenths > widest) {
          best = i;
          widest = tenths;
        }
      }
      return best;
    }

    /** A stretch too narrow for anything is raised to its lower neighbour. */
    private static void close(List<Step> steps, int at) {
      double before = at > 0 ? steps.get(at - 1).y() : Double.MAX_VALUE;
      double after = at + 1 < steps.size() ? steps.get(at + 1).y() : Double.MAX_VALUE;
      int into = before <= after ? at - 1 : at + 1;
      Step narrow = steps.get(at);
      Step low = steps.get(into);
      double x = Math.min(narrow.x(), low.x());
      steps.set(Math.min(at, into), new Step(x, low.y(), narrow.width() + low.width()));
      steps.remove(Math.max(at, into));
    }

    private static Point lowest(List<Step> steps, double width, double limit) {
      Point best = new Point(0, Double.MAX_VALUE);
      for (int i = 0; i < steps.size(); i++) {
        double x = steps.get(i).x();
        if (x + width > limit + 1e-6 && x > 0) {
          break;
        }
        double y = 0;
        for (int j = i; j < steps.size() && steps.get(j).x() < x + width - 1e-6; j++) {
          y = Math.max(y, steps.get(j).y());
        }
        if (y < best.y() - 1e-6) {
          best = new Point(x, y);
        }
      }
      return best;
    }

    private static void raise(List<Step> steps, Point corner, double width, double height) {
      double end = corner.x() + width;
      List<Step> next = new ArrayList<>();
      for (Step step : steps) {
        if (step.end() <= corner.x() + 1e-6 || step.x() >= end - 1e-6) {
          next.add(step);
          continue;
        }
        if (step.x() < corner.x()) {
          next.add(new Step(step.x(), step.y(), corner.x() - step.x()));
        }
        if (step.end() > end) {
          next.add(new Step(end, step.y(), step.end() - end));
        }
      }
      next.add(new Step(corner.x(), corner.y() + height, width));
      next.sort(Comparator.comparingDouble(Step::x));
      steps.clear();
      steps.addAll(next);
    }
  }

  /** A level stretch of what is already filled, seen from below. */
  private record Step(double x, double y, double width) {
    double end() {
      return x + width;
    }
  }
}
