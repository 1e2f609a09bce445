package dev.shardwright.diagram;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.introspect.Sources;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.WholeFile;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws plans to be looked at, in every view, both themes and on all papers, pages of PDF as
 * pictures: {@code Gallery FOLDER all|screen|paper NAME=SOURCE=ROOT…}, where a source is a plan
 * file, a number of generated tables, or anything that can be opened ({@code shop.sql}, {@code
 * sample:shop}).
 */
final class Gallery {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final double READING = 0.9;
  private static final double PAGE_PX = 1800;

  private final Path folder;
  private final String name;
  private final Plan plan;

  private Gallery(Path folder, String name, Plan plan) {
    this.folder = folder;
    this.name = name;
    this.plan = plan;
  }

  public static void main(String[] args) throws IOException {
    Layout.warmUp();
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (String wanted : Arrays.asList(args).subList(2, args.length)) {
      String[] parts = wanted.split("=", -1);
      Plan plan = plan(parts[1], parts.length > 2 ? parts[2] : "");
      Gallery gallery = new Gallery(folder, parts[0], plan);
      if (!args[1].equals("paper")) {
        gallery.screen();
      }
      if (!args[1].equals("screen")) {
        gallery.paper();
      }
    }
  }

  private static Plan plan(String source, String root) throws IOException {
    if (source.endsWith(".shardplan")) {
      PlanFile file = PlanFile.read(Path.of(source));
      return Plan.of(file.schema(), file.decisions(), file.evidence());
    }
    if (source.matches("\\d+")) {
      return Pictures.plan(GeneratedSchemas.of(Integer.parseInt(source), 7), GeneratedSchemas.ROOT);
    }
    try (var open = Sources.open(Source.parse(source, SourceOptions.DEFAULT), Progress.SILENT)) {
      Schema schema = open.schema();
      TableName table =
          schema.tables().stream()
              .map(Table::name)
              .filter(t -> t.name().equals(root))
              .findFirst()
              .orElseThrow();
      return Plan.of(schema, Decisions.root(table), Evidence.NONE);
    }
  }

  private void screen() throws IOException {
    DiagramOptions options = DiagramOptions.atlas(plan.schema().tables().size());
    TableName root = plan.root().orElseThrow();
    both("atlas", Pictures.draw(plan, options), root);
    both("plan", Pictures.draw(plan, options.with(new Scope.ByKind())), root);
    one("names", options.with(Detail.NAMES));
    one("columns", options.with(Detail.COLUMNS));
    one("focus1", options.with(new Scope.Focus(Set.of(root), 1)));
    one("owned", options.with(new Scope.Owned(Set.of(root))));
    TableName far = far();
    one("why", options.with(new Scope.Why(Set.of(far))));
    one("focus2", options.with(new Scope.Focus(Set.of(far), 2)));
    one("path", options.with(new Scope.Path(List.of(far, last(Kind.CONTEXT)))));
  }

  /** The table of the longest chain to the root. */
  private TableName far() {
    return plan.classification().marks().entrySet().stream()
        .max(Comparator.comparingInt(e -> e.getValue().why().size()))
        .orElseThrow()
        .getKey();
  }

  private TableName last(Kind kind) {
    return plan.classification().marks().keySet().stream()
        .filter(t -> plan.kind(t) == kind)
        .reduce((a, b) -> b)
        .orElse(far());
  }

  private void both(String view, Drawing drawing, TableName root) throws IOException {
    Area at = drawing.box(root).orElseThrow().area();
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      String look = view + (theme.dark() ? "-dark" : "-light");
      Viewport whole = Viewport.fit(drawing.bounds(), WIDTH, HEIGHT, 30);
      write(look + "-whole", drawing, theme, whole);
      if (whole.scale() < READING) {
        Viewport read = Viewport.centered(at.centerX(), at.centerY(), READING, WIDTH, HEIGHT);
        write(look + "-read", drawing, theme, read);
      }
      if (whole.scale() < 0.25) {
        Viewport mid = Viewport.centered(at.centerX(), at.centerY(), 0.35, WIDTH, HEIGHT);
        write(look + "-mid", drawing, theme, mid);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s %s: %.0f × %.0f, tables cover %.0f %%, frames %.0f %%%n",
        name,
        view,
        drawing.bounds().width(),
        drawing.bounds().height(),
        covered(drawing, drawing.boxes().values().stream().map(Placed::area)),
        covered(drawing, drawing.frames().stream().filter(f -> !f.block()).map(Frame::area)));
  }

  private static double covered(Drawing drawing, Stream<Area> by) {
    double areas = by.mapToDouble(a -> a.width() * a.height()).sum();
    return 100 * areas / drawing.bounds().width() / drawing.bounds().height();
  }

  private void one(String view, DiagramOptions options) throws IOException {
    Drawing drawing = Pictures.draw(plan, options);
    write(view, drawing, Theme.LIGHT, Viewport.fit(drawing.bounds(), WIDTH, HEIGHT, 30));
  }

  private void write(String view, Drawing drawing, Theme theme, Viewport viewport)
      throws IOException {
    Pictures.write(folder.resolve(name + "-" + view + ".png"), drawing, theme, viewport);
  }

  private void paper() throws IOException {
    Caption caption = Caption.of(plan, name, LocalDate.of(2026, 11, 26));
    Arrangement arrangement = Arrangement.of(plan);
    for (Paper paper : Paper.values()) {
      pages(paper.word(), Printout.fitted(arrangement, caption, paper, Progress.SILENT), 2);
    }
    pages("tiles", Printout.tiled(arrangement, caption, Paper.A4, Progress.SILENT), 12);
    Sheet image = Printout.image(arrangement, caption, Progress.SILENT).sheets().getFirst();
    WholeFile.write(
        folder.resolve(name + "-image.png"),
        out -> PngDiagram.write(image, Math.min(1, PAGE_PX / image.widthPt()), out));
  }

  private void pages(String what, Printout printout, int most) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfDiagram.write(printout, pdf);
    System.out.printf(
        Locale.ROOT,
        "%s %s: %d sheets, %,d bytes%n",
        name,
        what,
        printout.sheets().size(),
        pdf.size());
    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
        double longest =
            Math.max(printout.sheets().get(page).widthPt(), printout.sheets().get(page).heightPt());
        BufferedImage image =
            renderer.renderImage(page, (float) (PAGE_PX / longest), ImageType.RGB);
        ImageIO.write(
            image,
            "png",
            folder.resolve("%s-%s-%02d.png".formatted(name, what, page + 1)).toFile());
      }
    }
  }
}
