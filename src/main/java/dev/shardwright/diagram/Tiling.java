package dev.shardwright.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How a poster is cut over sheets that are glued together.
 *
 * @param widthPt width of one sheet
 * @param heightPt height of one sheet
 */
record Tiling(double widthPt, double heightPt, int across, int down) {
  /** White around each sheet: office printers cannot print up to the edge. */
  static final double MARGIN = 30;

  /** The strip that two neighbours share. */
  static final double OVERLAP = 28;

  /** More sheets than this nobody glues together; the drawing becomes smaller instead. */
  private static final int MOST = 60;

  /** Points per unit of the drawing: text of 5 points. */
  private static final double WANTED = 0.42;

  private static final double WORD_SCALE = 0.72;
  private static final double NARROWEST = 0.8;
  private static final double WIDEST = 2.3;
  private static final int TRIED = 4;
  private static final double BORDER = 10;

  /** A sheet's name and the part of the poster on it. */
  record Tile(int column, int row, Area part) {
    String name() {
      return Tiling.name(column, row);
    }
  }

  /** The fewest sheets on which a drawing can be read. */
  static Tiling of(Area drawing, Paper paper) {
    Tiling best = new Tiling(paper.longPt(), paper.shortPt(), 1, 1);
    for (int sheets = 1; sheets <= MOST; sheets++) {
      for (Tiling tried : of(paper, sheets)) {
        if (tried.scale(drawing) > best.scale(drawing) * 1.0001) {
          best = tried;
        }
      }
      if (best.scale(drawing) >= WANTED) {
        return best;
      }
    }
    return best;
  }

  private static List<Tiling> of(Paper paper, int sheets) {
    List<Tiling> all = new ArrayList<>();
    for (int across = 1; across <= Math.min(26, sheets); across++) {
      if (sheets % across == 0) {
        int down = sheets / across;
        all.add(new Tiling(paper.longPt(), paper.shortPt(), across, down));
        all.add(new Tiling(paper.shortPt(), paper.longPt(), across, down));
      }
    }
    return all;
  }

  private double scale(Area drawing) {
    Area field = field();
    return field.width() < 1 ? 0 : Poster.scale(drawing, field, 1);
  }

  private Area field() {
    return Poster.field(posterWidth(), posterHeight(), BORDER, WORD_SCALE);
  }

  /**
   * Widths by heights that the drawing should have to fill these sheets, or fewer that have the
   * room for it.
   */
  List<Double> proportions(Area drawing, Paper paper) {
    List<Double> proportions = new ArrayList<>(List.of(proportion()));
    double needed = drawing.width() * drawing.height() * WANTED * WANTED;
    for (int sheets = 1; sheets < across * down; sheets++) {
      for (Tiling fewer : of(paper, sheets)) {
        Area field = fewer.field();
        double proportion = fewer.proportion();
        boolean usual = proportion > NARROWEST && proportion < WIDEST;
        if (usual && proportions.size() < TRIED && field.width() * field.height() > needed) {
          proportions.add(proportion);
        }
      }
    }
    return proportions;
  }

  private double proportion() {
    return field().width() / field().height();
  }

  /** True if this takes fewer sheets for its drawing, or as many at a larger scale. */
  boolean better(Tiling than, Area drawing, Area thanDrawing) {
    int fewer = than.across * than.down - across * down;
    return fewer > 0 || (fewer == 0 && scale(drawing) > than.scale(thanDrawing));
  }

  /** The poster that is cut. */
  Poster poster(Drawing drawing, Caption caption, FindingColumn findings) {
    double height = posterHeight();
    Panel panel =
        Panel.of(caption, Legend.ofPaper(drawing), findings, (height - 2 * BORDER) / WORD_SCALE);
    return new Poster(drawing, panel, posterWidth(), height, BORDER, WORD_SCALE, 1);
  }

  /** The part of a sheet that can be printed. */
  Area net() {
    return new Area(MARGIN, MARGIN, widthPt - 2 * MARGIN, heightPt - 2 * MARGIN);
  }

  double posterWidth() {
    return across * net().width() - (across - 1) * OVERLAP;
  }

  double posterHeight() {
    return down * net().height() - (down - 1) * OVERLAP;
  }

  /** The sheets from left to right, top to bottom. */
  List<Tile> tiles() {
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        double x = column * (net().width() - OVERLAP);
        double y = row * (net().height() - OVERLAP);
        tiles.add(new Tile(column, row, new Area(x, y, net().width(), net().height())));
      }
    }
    return tiles;
  }

  /** A letter for the column, a number for the row: {@code B3}. */
  static String name(int column, int row) {
    return (char) ('A' + column) + Integer.toString(row + 1);
  }
}
