package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Arrangement;
import dev.shardwright.diagram.Caption;
import dev.shardwright.diagram.Paper;
import dev.shardwright.diagram.PdfDiagram;
import dev.shardwright.diagram.PngDiagram;
import dev.shardwright.diagram.Printer;
import dev.shardwright.diagram.Printout;
import dev.shardwright.diagram.Sheet;
import dev.shardwright.diagram.SvgDiagram;
import dev.shardwright.model.Progress;
import dev.shardwright.model.UserError;
import dev.shardwright.model.WholeFile;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javax.print.PrintException;
import javax.print.PrintService;

/** The diagram on paper: as it would be cut over sheets, into files and to the printer. */
final class Printing {
  private static final double PNG_SCALE = 2;

  private final Background background;
  private final Supplier<Optional<Arrangement>> plan;
  private final ObjectProperty<Paper> paper = new SimpleObjectProperty<>(Paper.A4);
  private final BooleanProperty tiled = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Printout>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Supplier<List<PrintService>> known;
  private final ObservableList<PrintService> printers = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<PrintService>> printer =
      new SimpleObjectProperty<>(Optional.empty());
  private Supplier<String> planName = () -> "";
  private BiConsumer<String, Throwable> failed = (doing, why) -> {};

  /**
   * A diagram's prints.
   *
   * @param known asks for the desktop's printers, the standard one first
   */
  Printing(
      Background background,
      Supplier<Optional<Arrangement>> plan,
      Supplier<List<PrintService>> known) {
    this.background = background;
    this.known = known;
    this.plan = plan;
    paper.addListener(any -> again());
    tiled.addListener(any -> again());
  }

  void setPlanName(Supplier<String> name) {
    planName = name;
  }

  void setOnFailed(BiConsumer<String, Throwable> told) {
    failed = told;
  }

  ObjectProperty<Paper> paperProperty() {
    return paper;
  }

  /** True to cut a large drawing over several sheets, false to fit it on one. */
  BooleanProperty tiledProperty() {
    return tiled;
  }

  /** What is previewed, if anything is. */
  ReadOnlyObjectProperty<Optional<Printout>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The printers of the desktop, known some time after a preview was opened. */
  ObservableList<PrintService> printers() {
    return printers;
  }

  /** Where {@link #print} prints; without a choice on the desktop's standard printer. */
  ObjectProperty<Optional<PrintService>> printerProperty() {
    return printer;
  }

  private void askForPrinters() {
    background.run(
        "printers",
        "",
        progress -> known.get(),
        found -> {
          printers.setAll(found);
          if (printer.get().filter(found::contains).isEmpty()) {
            printer.set(found.stream().findFirst());
          }
        },
        why -> failed.accept(Texts.of("print.asking"), why));
  }

  void preview() {
    if (shown.get().isEmpty()) {
      askForPrinters();
    }
    String doing = Texts.of("print.previewing");
    Job job = job();
    background.run(
        "preview",
        doing,
        job::printout,
        printout -> shown.set(Optional.of(printout)),
        why -> failed.accept(doing, why));
  }

  /** The plan, the paper or the cut changed. */
  void again() {
    if (shown.get().isPresent()) {
      preview();
    }
  }

  void end() {
    background.cancel("preview");
    shown.set(Optional.empty());
  }

  /** Writes a PDF of all sheets, or the drawing as one image, as the file's ending says. */
  void save(Path file) {
    String doing = Texts.of("print.saving", file.getFileName());
    Job job = job();
    background.run(
        "print",
        doing,
        progress -> {
          WholeFile.write(file, job.content(file, progress));
          return file;
        },
        done -> {},
        why -> failed.accept(doing, why));
  }

  /** Sends all sheets to the chosen printer. */
  void print() {
    String doing = Texts.of("print.printing");
    Job job = job();
    Optional<PrintService> chosen = printer.get();
    background.run(
        "print",
        doing,
        progress -> {
          PrintService on =
              chosen
                  .or(() -> known.get().stream().findFirst())
                  .orElseThrow(() -> new UserError(Texts.of("print.noPrinter")));
          return sent(job.printout(progress), on);
        },
        done -> {},
        why -> failed.accept(doing, why));
  }

  /** What a printer refuses is the DBA's to mend: its own words say what. */
  private static boolean sent(Printout printout, PrintService printer) throws IOException {
    try {
      Printer.print(printout, printer);
      return true;
    } catch (PrintException e) {
      throw new UserError(
          Texts.of("print.refused", printer.getName(), String.valueOf(e.getMessage())), e);
    }
  }

  private Job job() {
    Arrangement of = plan.get().orElseThrow(() -> new UserError(Texts.of("print.nothing")));
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return new Job(of, Caption.of(of.plan(), planName.get(), today), paper.get(), tiled.get());
  }

  /** What was asked for, so that later changes do not touch it. */
  private record Job(Arrangement plan, Caption caption, Paper paper, boolean tiled) {
    Printout printout(Progress progress) {
      return tiled
          ? Printout.tiled(plan, caption, paper, progress)
          : Printout.fitted(plan, caption, paper, progress);
    }

    WholeFile.Content content(Path file, Progress progress) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      if (name.endsWith(".svg")) {
        return out -> SvgDiagram.write(image(progress), caption, out);
      }
      if (name.endsWith(".png")) {
        return out -> png(out, progress);
      }
      return out -> PdfDiagram.write(printout(progress), out);
    }

    private void png(OutputStream out, Progress progress) throws IOException {
      PngDiagram.write(image(progress), PNG_SCALE, out);
    }

    private Sheet image(Progress progress) {
      return Printout.image(plan, caption, progress).sheets().getFirst();
    }
  }
}
