package dev.shardwright.cli;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Caption;
import dev.shardwright.diagram.Paper;
import dev.shardwright.diagram.PdfDiagram;
import dev.shardwright.diagram.PngDiagram;
import dev.shardwright.diagram.Printout;
import dev.shardwright.diagram.Sheet;
import dev.shardwright.diagram.SvgDiagram;
import dev.shardwright.model.Progress;
import dev.shardwright.model.WholeFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that draw the diagram into files; paper is always light. */
final class DiagramMixin {
  /** Sharp on a good screen, and not yet too large to send. */
  private static final double PIXELS = 1.5;

  @Option(names = "--svg", paramLabel = "FILE", description = "The whole diagram as SVG.")
  private @Nullable Path svg;

  @Option(names = "--png", paramLabel = "FILE", description = "The whole diagram as an image.")
  private @Nullable Path png;

  @Option(
      names = "--paper",
      paramLabel = "SIZE",
      description = {
        "Makes --pdf a poster, the diagram alone with title, legend and numbered findings:",
        "A4, A3, A2, A1, A0, Letter or Tabloid, on its side."
      })
  private @Nullable String paper;

  @Option(
      names = "--tiles",
      description = "Cuts the poster over sheets of A4, or of --paper, to be glued together.")
  private boolean tiles;

  boolean wanted() {
    return svg != null || png != null;
  }

  /** True if a PDF file is to hold the poster instead of the report. */
  boolean poster() {
    return paper != null || tiles;
  }

  /** What is to stand in a PDF file that holds the poster; empty if none was asked for. */
  Optional<WholeFile.Content> poster(Arrangement plan, Caption caption, Progress progress) {
    if (!poster()) {
      return Optional.empty();
    }
    Paper size = paper == null ? Paper.A4 : Paper.named(paper);
    Printout printout =
        tiles
            ? Printout.tiled(plan, caption, size, progress)
            : Printout.fitted(plan, caption, size, progress);
    return Optional.of(out -> PdfDiagram.write(printout, out));
  }

  /** Adds the images that were asked for. */
  void addTo(
      SortedMap<Path, WholeFile.Content> files,
      Arrangement plan,
      Caption caption,
      Progress progress) {
    if (wanted()) {
      Sheet sheet = Printout.image(plan, caption, progress).sheets().getFirst();
      ReportMixin.add(files, svg, out -> SvgDiagram.write(sheet, caption, out));
      ReportMixin.add(files, png, out -> PngDiagram.write(sheet, PIXELS, out));
    }
  }
}
