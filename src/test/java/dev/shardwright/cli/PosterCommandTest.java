package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosterCommandTest {
  @TempDir private Path folder;
  private String source = "";

  @BeforeEach
  void aPlanFileThatNeedsNoDatabase() {
    Plan plan =
        Plan.of(
            Schemas.parse(
                "clients(id) cars(id) rentals(id, client_id -> clients!, car_id -> cars!)"),
            Decisions.root(Schemas.table("clients")),
            Evidence.NONE);
    Path file = folder.resolve("rental.shardplan");
    PlanFile.of(plan).write(file);
    source = file.toString();
  }

  @Test
  void aPdfWithAPaperIsThePoster() throws IOException {
    Path poster = folder.resolve("poster.pdf");

    Shell shell =
        Shell.run("report", source, "--pdf", poster.toString(), "--paper", "a2", "--quiet");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).isEqualTo(poster + "\n");
    try (PDDocument document = Loader.loadPDF(poster.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(1683f, 1685f);
      assertThat(new PDFTextStripper().getText(document)).contains("rentals", "public.clients");
    }
  }

  @Test
  void tilesAreCutOverA4Sheets() throws IOException {
    Path poster = folder.resolve("tiles.pdf");

    Shell shell = Shell.run("report", source, "--pdf", poster.toString(), "--tiles", "--quiet");

    assertThat(shell.err()).isEmpty();
    try (PDDocument document = Loader.loadPDF(poster.toFile())) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 842f);
      assertThat(new PDFTextStripper().getText(document)).contains("A1");
    }
  }

  @Test
  void anUnknownPaperWritesNothing() {
    Path poster = folder.resolve("poster.pdf");

    Shell shell =
        Shell.run("report", source, "--pdf", poster.toString(), "--paper", "B5", "--quiet");

    assertThat(shell.status()).isEqualTo(2);
    assertThat(shell.err()).contains("There is no paper B5", "Tabloid");
    assertThat(poster).doesNotExist();
  }

  @Test
  void svgAndPngShowTheWholeDiagram() throws IOException {
    Path svg = folder.resolve("plan.svg");
    Path png = folder.resolve("plan.png");

    Shell shell =
        Shell.run("report", source, "--svg", svg.toString(), "--png", png.toString(), "--quiet");

    assertThat(shell.err()).isEmpty();
    assertThat(Files.readString(svg)).contains("<text", ">rentals</text>", "What the signs mean");
    assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(800);
  }

  @Test
  void tablesThatThePlanFileHasMovedAreMovedInEveryDrawing() throws IOException {
    PlanFile before = PlanFile.read(Path.of(source));
    Layout moved = Layout.of(Map.of(Schemas.table("cars"), new Layout.Position(5000, 0)));
    new PlanFile(before.schema(), before.decisions(), before.evidence(), moved)
        .write(Path.of(source));
    Path svg = folder.resolve("plan.svg");
    Path html = folder.resolve("plan.html");

    Shell shell =
        Shell.run("report", source, "--svg", svg.toString(), "--html", html.toString(), "--quiet");

    assertThat(shell.err()).isEmpty();
    assertThat(width(svg)).isGreaterThan(5000);
    assertThat(width(html)).isGreaterThan(5000);
  }

  private static double width(Path drawing) throws IOException {
    Matcher box =
        Pattern.compile("<svg[^>]* viewBox=\"0 0 ([\\d.]+)").matcher(Files.readString(drawing));
    return box.results().mapToDouble(found -> Double.parseDouble(found.group(1))).max().orElse(0);
  }
}
