package dev.shardwright.ui.diagram;

import dev.shardwright.diagram.Paper;
import dev.shardwright.ui.Texts;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import javax.print.PrintService;

/** The choices of a print preview, floating over the diagram, and the menu that opens it. */
final class PrintBar extends HBox {
  private final Printing printing;
  private final Label count = new Label();

  PrintBar(Printing printing) {
    super(8);
    this.printing = printing;
    setId("diagram-print");
    setAlignment(Pos.CENTER);
    getStyleClass().addAll("floating", "print-bar");
    count.setId("diagram-print-count");
    getChildren()
        .addAll(
            paper(),
            cut(),
            count,
            button("pdf", () -> save("pdf")),
            printers(),
            button("print", printing::print),
            button("close", printing::end));
    setVisible(false);
  }

  /** The menu beside the zoom. */
  static MenuButton menu(PrintBar bar) {
    MenuButton menu = new MenuButton(Texts.of("print.title"));
    menu.setId("diagram-print-menu");
    menu.setTooltip(new Tooltip(Texts.of("print.hint")));
    menu.getItems()
        .addAll(
            item("preview", bar.printing::preview),
            item("pdf", () -> bar.save("pdf")),
            item("svg", () -> bar.save("svg")),
            item("png", () -> bar.save("png")),
            item("print", bar.printing::print));
    return menu;
  }

  /** In a small window only what is needed most has room. */
  void small(boolean small) {
    count.setVisible(!small);
    count.setManaged(!small);
    for (String each : List.of("#diagram-print-print", "#diagram-printer")) {
      lookupAll(each)
          .forEach(node -> {
            node.setVisible(!small);
            node.setManaged(!small);
          });
    }
  }

  void tell(int sheets) {
    count.setText(Texts.of("print.sheets", sheets, printing.paperProperty().get().title()));
  }

  private ChoiceBox<Paper> paper() {
    ChoiceBox<Paper> choice = new ChoiceBox<>();
    choice.setId("diagram-paper");
    choice.getItems().setAll(Paper.values());
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Paper paper) {
            return paper == null ? "" : paper.title();
          }

          @Override
          public Paper fromString(String title) {
            return Paper.named(title);
          }
        });
    choice.valueProperty().bindBidirectional(printing.paperProperty());
    return choice;
  }

  /** The printers of the desktop; without one there is nothing to choose. */
  private ChoiceBox<PrintService> printers() {
    ChoiceBox<PrintService> choice = new ChoiceBox<>(printing.printers());
    choice.setId("diagram-printer");
    choice.setAccessibleText(Texts.of("print.printer"));
    choice.setTooltip(new Tooltip(Texts.of("print.printer")));
    choice.setMaxWidth(180);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(PrintService printer) {
            return printer == null ? Texts.of("print.printer.none") : printer.getName();
          }

          @Override
          public PrintService fromString(String name) {
            return printing.printers().stream()
                .filter(p -> p.getName().equals(name))
                .findFirst()
                .orElseThrow();
          }
        });
    choice.disableProperty().bind(Bindings.isEmpty(printing.printers()));
    choice
        .valueProperty()
        .addListener((of, before, now) -> {
          if (now != null) {
            printing.printerProperty().set(Optional.of(now));
          }
        });
    printing.printerProperty().addListener((of, before, now) -> now.ifPresent(choice::setValue));
    return choice;
  }

  private HBox cut() {
    HBox bar =
        Controls.segmented(
            List.of(false, true),
            printing.tiledProperty(),
            tiled -> Texts.of(tiled ? "print.tiled" : "print.fitted"),
            tiled -> Texts.of(tiled ? "print.tiled.hint" : "print.fitted.hint"));
    bar.getStyleClass().remove("floating");
    return bar;
  }

  private void save(String ending) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(Texts.of("print.fileName") + "." + ending);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Texts.of("print." + ending), "*." + ending));
    Window window = getScene().getWindow();
    File file = chooser.showSaveDialog(window);
    if (file != null) {
      boolean ends = file.getName().endsWith("." + ending);
      printing.save(
          ends ? file.toPath() : file.toPath().resolveSibling(file.getName() + "." + ending));
    }
  }

  private static Button button(String key, Runnable action) {
    Button button = new Button(Texts.of("print." + key));
    button.setId("diagram-print-" + key);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.of("print." + key));
    item.setId("diagram-menu-" + key);
    item.setOnAction(event -> action.run());
    return item;
  }
}
