package dev.shardwright.cli;

import dev.shardwright.diagram.Diagram;
import dev.shardwright.diagram.DiagramOptions;
import dev.shardwright.diagram.Drawing;
import dev.shardwright.diagram.Layout;
import dev.shardwright.diagram.PngDiagram;
import dev.shardwright.diagram.Theme;
import dev.shardwright.model.Progress;
import dev.shardwright.model.WholeFile;
import dev.shardwright.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that draw the diagram into files; paper is always light. */
final class DiagramMixin {
  @Option(names = "--png", paramLabel = "FILE", description = "The whole diagram as an image.")
  private @Nullable Path png;

  boolean wanted() {
    return png != null;
  }

  /** Writes what was asked for, each file complete or not at all. */
  List<Path> write(Plan plan, Progress progress) {
    List<Path> written = new ArrayList<>();
    if (png != null) {
      DiagramOptions options = DiagramOptions.atlas(plan.schema().tables().size());
      Drawing drawing = Layout.of(Diagram.of(plan, options), Layout.PAGE, progress);
      WholeFile.write(png, out -> PngDiagram.write(drawing, Theme.LIGHT, 1, out));
      written.add(png);
    }
    return written;
  }
}
