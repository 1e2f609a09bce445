package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Progress;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintService;
import javax.print.StreamPrintServiceFactory;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** What a printer is handed. */
class PrinterTest {
  private static final Plan RENTAL =
      Plans.of("clients(id, login:text!) rentals(id, client_id -> clients!)", "clients");

  private static Printout printout(boolean tiled) {
    Arrangement plan = Arrangement.of(RENTAL);
    Caption caption = Caption.of(RENTAL, "my rental", LocalDate.of(2026, 1, 1));
    return tiled
        ? Printout.tiled(plan, caption, Paper.A4, Progress.SILENT)
        : Printout.fitted(plan, caption, Paper.A3, Progress.SILENT);
  }

  /** Java's own printer into a stream, which knows PostScript only. */
  @Test
  void aPrinterThatKnowsNoPdfIsHandedEverySheetAsAPage() throws Exception {
    ByteArrayOutputStream paper = new ByteArrayOutputStream();
    StreamPrintServiceFactory factory =
        StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
            DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0];
    Printout printout = printout(true);

    Printer.print(printout, factory.getPrintService(paper));

    String postScript = paper.toString(StandardCharsets.ISO_8859_1);
    assertThat(postScript).startsWith("%!PS-Adobe");
    assertThat(Pattern.compile("(?m)^%%Page: ").matcher(postScript).results())
        .hasSameSizeAs(printout.sheets());
  }

  @Test
  void aPrinterThatTakesPdfIsHandedTheDocumentWithItsNameAndPaper() throws Exception {
    List<Object> handed = new ArrayList<>();
    Printout printout = printout(false);

    Printer.print(printout, recording(handed));

    try (PDDocument document = Loader.loadPDF((byte[]) ((Doc) handed.get(0)).getPrintData())) {
      assertThat(document.getNumberOfPages()).isEqualTo(printout.sheets().size());
    }
    PrintRequestAttributeSet wishes = (PrintRequestAttributeSet) handed.get(1);
    assertThat(Objects.requireNonNull(wishes.get(JobName.class))).hasToString("my rental");
    assertThat(wishes.containsValue(MediaSizeName.ISO_A3)).isTrue();
  }

  private static PrintService recording(List<Object> handed) {
    DocPrintJob job =
        (DocPrintJob)
            Proxy.newProxyInstance(
                PrinterTest.class.getClassLoader(),
                new Class<?>[] {DocPrintJob.class},
                (proxy, method, arguments) -> {
                  handed.addAll(List.of(arguments));
                  return null;
                });
    return (PrintService)
        Proxy.newProxyInstance(
            PrinterTest.class.getClassLoader(),
            new Class<?>[] {PrintService.class},
            (proxy, method, arguments) -> method.getName().equals("createPrintJob") ? job : true);
  }
}
