package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plan's diagram on paper: what is printed, previewed and written as PDF.
 *
 * @param sheets in the order in which they are printed
 * @param around draws what stands beside the drawing on paper, in the drawing's units: border,
 *     title, legend, findings
 */
public record Printout(
    Caption caption, Drawing drawing, List<Sheet> sheets, Consumer<Graphics2D> around) {
  private static final double MARGIN = 26;

  private static final double IMAGE_MARGIN = 12;

  /** Times life: what hangs on a wall is read from afar, but a table must not fill the sheet. */
  private static final double LARGEST = 3.5;

  public Printout {
    sheets = List.copyOf(sheets);
  }

  /**
   * The diagram on one sheet, with further sheets for findings that find no room on it.
   *
   * @throws Progress.Cancelled if the user cancels
   */
  public static Printout fitted(Arrangement plan, Caption title, Paper paper, Progress progress) {
    Caption caption = plan.captioned(title);
    double words = paper.wordScale();
    Area field = Poster.field(paper.longPt(), paper.shortPt(), MARGIN, words);
    Drawing drawing = drawn(plan, field.width() / field.height(), progress);
    FindingColumn findings = findings(plan.plan());
    Panel panel =
        Panel.of(
            caption, Legend.ofPaper(drawing), findings, (paper.shortPt() - 2 * MARGIN) / words);
    Poster poster =
        new Poster(drawing, panel, paper.longPt(), paper.shortPt(), MARGIN, words, LARGEST);
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(sheet("Diagram", poster));
    sheets.addAll(FindingSheets.of(caption, findings, panel.listed(), paper.office()));
    return new Printout(caption, drawing, sheets, poster::around);
  }

  /**
   * The diagram so large that it can be read, cut over sheets: first how they go together, then
   * findings that find no room on the poster, then the poster's sheets.
   *
   * @throws Progress.Cancelled if the user cancels
   */
  public static Printout tiled(Arrangement plan, Caption title, Paper paper, Progress progress) {
    Caption caption = plan.captioned(title);
    Drawing drawing = drawn(plan, Layout.PAGE, progress);
    Tiling tiling = Tiling.of(drawing.bounds(), paper);
    // Once more for the shapes of sheets that it nearly fills, so that none stays half empty.
    for (double proportion : tiling.proportions(drawing.bounds(), paper)) {
      Drawing shaped = drawn(plan, proportion, progress);
      Tiling fitting = Tiling.of(shaped.bounds(), paper);
      if (fitting.better(tiling, shaped.bounds(), drawing.bounds())) {
        drawing = shaped;
        tiling = fitting;
      }
    }
    FindingColumn findings = findings(plan.plan());
    Poster poster = tiling.poster(drawing, caption, findings);
    TiledSheets cut = new TiledSheets(tiling, poster, paper);
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(cut.overview());
    sheets.addAll(FindingSheets.of(caption, findings, poster.panel().listed(), paper.office()));
    sheets.addAll(cut.sheets());
    return new Printout(caption, drawing, sheets, poster::around);
  }

  /**
   * The diagram in life size on a sheet that is as large as it needs, for images: tables show how
   * many findings they have, and no list follows.
   *
   * @throws Progress.Cancelled if the user cancels
   */
  public static Printout image(Arrangement plan, Caption title, Progress progress) {
    Caption caption = plan.captioned(title);
    Drawing drawing = plan.drawing(atlas(plan.plan()), Layout.PAGE, progress);
    FindingColumn none = new FindingColumn(FindingList.NONE, TableName::toString);
    Legend legend = Legend.ofPaper(drawing);
    Area needed = Poster.around(drawing.bounds(), IMAGE_MARGIN);
    double height = Math.max(needed.height(), Panel.least(caption, legend) + 2 * IMAGE_MARGIN);
    Panel panel = Panel.of(caption, legend, none, height - 2 * IMAGE_MARGIN);
    Poster poster = new Poster(drawing, panel, needed.width(), height, IMAGE_MARGIN, 1, 1);
    return new Printout(caption, drawing, List.of(sheet("Diagram", poster)), poster::around);
  }

  /** Some of its sheets. */
  Printout of(List<Sheet> some) {
    return new Printout(caption, drawing, some, around);
  }

  private static Drawing drawn(Arrangement plan, double proportion, Progress progress) {
    return plan.drawing(atlas(plan.plan()).forList(), proportion, progress);
  }

  private static DiagramOptions atlas(Plan plan) {
    return DiagramOptions.atlas(plan.schema().tables().size());
  }

  private static FindingColumn findings(Plan plan) {
    return new FindingColumn(FindingList.of(plan), Diagram.Titles.of(plan.schema())::of);
  }

  private static Sheet sheet(String name, Poster poster) {
    Area all = new Area(0, 0, poster.widthPt(), poster.heightPt());
    return new Sheet(
        name,
        poster.widthPt(),
        poster.heightPt(),
        Optional.of(poster.placement()),
        (Graphics2D g) -> poster.paint(g, all));
  }
}
