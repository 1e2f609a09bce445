package dev.shardwright.diagram;

import dev.shardwright.model.Progress;
import dev.shardwright.model.WholeFile;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.testing.GeneratedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Prints plans to be looked at: {@code PaperPictures FOLDER PLANFILE|TABLES…}. */
final class PaperPictures {
  private PaperPictures() {}

  public static void main(String[] args) throws IOException {
    Layout.warmUp();
    Path folder = Path.of(args[0]);
    for (int i = 1; i < args.length; i++) {
      boolean generated = args[i].matches("\\d+");
      String name = generated ? "gen" + args[i] : Path.of(args[i]).getFileName() + "";
      Plan plan = generated ? generated(Integer.parseInt(args[i])) : read(Path.of(args[i]));
      Caption caption =
          Caption.of(plan, name.replace(".shardplan", ""), LocalDate.of(2026, 11, 26));
      for (Paper paper : new Paper[] {Paper.A4, Paper.A0}) {
        long start = System.nanoTime();
        write(
            folder.resolve(name + "-" + paper.word() + ".pdf"),
            Printout.fitted(Arrangement.of(plan), caption, paper, Progress.SILENT),
            start);
      }
      Sheet image =
          Printout.image(Arrangement.of(plan), caption, Progress.SILENT).sheets().getFirst();
      WholeFile.write(folder.resolve(name + ".svg"), out -> SvgDiagram.write(image, caption, out));
      WholeFile.write(folder.resolve(name + ".png"), out -> PngDiagram.write(image, 1, out));
      looks(folder, name, plan);
      long start = System.nanoTime();
      write(
          folder.resolve(name + "-tiles.pdf"),
          Printout.tiled(Arrangement.of(plan), caption, Paper.A4, Progress.SILENT),
          start);
    }
  }

  /** The screen: whole and to be read, light and dark. */
  private static void looks(Path folder, String name, Plan plan) throws IOException {
    DiagramOptions options = DiagramOptions.atlas(plan.schema().tables().size());
    Drawing drawing = Pictures.draw(plan, options);
    Drawing kinds = Pictures.draw(plan, options.with(new Scope.ByKind()));
    Pictures.write(folder.resolve(name + "-whole.png"), drawing, Theme.LIGHT, 1400, 900, 0);
    Pictures.write(folder.resolve(name + "-kinds.png"), kinds, Theme.LIGHT, 1400, 900, 0);
    Pictures.write(folder.resolve(name + "-dark.png"), drawing, Theme.DARK, 1400, 900, 0);
    Pictures.write(folder.resolve(name + "-read.png"), drawing, Theme.DARK, 1400, 900, 0.9);
  }

  private static Plan generated(int tables) {
    return Pictures.plan(GeneratedSchemas.of(tables, 7), GeneratedSchemas.ROOT);
  }

  private static Plan read(Path file) {
    PlanFile plan = PlanFile.read(file);
    return Plan.of(plan.schema(), plan.decisions(), plan.evidence());
  }

  private static void write(Path file, Printout printout, long start) throws IOException {
    WholeFile.write(file, out -> PdfDiagram.write(printout, out));
    System.out.printf(
        Locale.ROOT,
        "%s: %d sheets, %,d bytes, %d ms%n",
        file.getFileName(),
        printout.sheets().size(),
        Files.size(file),
        (System.nanoTime() - start) / 1_000_000);
  }
}
