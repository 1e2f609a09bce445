package dev.shardwright.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashDocAttributeSet;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;

/** Sends printouts to printers of the desktop. */
public final class Printer {
  private static final float PT_PER_INCH = 72;

  private Printer() {}

  /** The printer that the desktop prints on unless told otherwise; empty if there is none. */
  public static Optional<PrintService> standard() {
    return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
  }

  /** All printers that the desktop knows, the standard one first; asking them may take seconds. */
  public static List<PrintService> all() {
    Optional<PrintService> first = standard();
    return Stream.concat(
            first.stream(),
            Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .filter(each -> !first.filter(each::equals).isPresent())
                .sorted(Comparator.comparing(PrintService::getName)))
        .toList();
  }

  /**
   * Prints all sheets, those of one paper as one job: a job has one paper, and a poster's lists are
   * on office paper.
   *
   * @throws PrintException if the printer refuses
   * @throws IOException if the sheets cannot be made
   */
  public static void print(Printout printout, PrintService printer)
      throws PrintException, IOException {
    Map<MediaSizeName, List<Sheet>> byPaper =
        printout.sheets().stream()
            .collect(
                Collectors.groupingBy(Printer::paper, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<MediaSizeName, List<Sheet>> alike : byPaper.entrySet()) {
      Printout part = printout.of(alike.getValue());
      print(part, alike.getKey(), printer);
    }
  }

  /** The nearest that printers have a name for. */
  private static MediaSizeName paper(Sheet sheet) {
    float shorter = (float) Math.min(sheet.widthPt(), sheet.heightPt());
    float longer = (float) Math.max(sheet.widthPt(), sheet.heightPt());
    return MediaSize.findMedia(shorter / PT_PER_INCH, longer / PT_PER_INCH, MediaSize.INCH);
  }

  /**
   * As PDF on printers that take it, which keeps text sharp and small; on others page by page,
   * where every letter becomes an outline.
   */
  private static void print(Printout printout, MediaSizeName paper, PrintService printer)
      throws PrintException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfDiagram.write(printout, bytes);
    PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
    wishes.add(new JobName(printout.caption().title(), Locale.ENGLISH));
    if (printer.isDocFlavorSupported(DocFlavor.BYTE_ARRAY.PDF)) {
      send(doc(bytes.toByteArray(), DocFlavor.BYTE_ARRAY.PDF), paper, wishes, printer);
      return;
    }
    try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
      PDFPageable pages = new PDFPageable(document);
      send(doc(pages, DocFlavor.SERVICE_FORMATTED.PAGEABLE), paper, wishes, printer);
    }
  }

  private static Doc doc(Object data, DocFlavor flavor) {
    return new SimpleDoc(data, flavor, new HashDocAttributeSet());
  }

  private static void send(
      Doc doc, MediaSizeName paper, PrintRequestAttributeSet wishes, PrintService printer)
      throws PrintException {
    if (printer.isAttributeValueSupported(paper, doc.getDocFlavor(), wishes)) {
      wishes.add(paper);
    }
    printer.createPrintJob().print(doc, wishes);
  }
}
