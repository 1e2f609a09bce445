package dev.shardwright.ui.help;

import dev.shardwright.risk.CheckCode;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SheetPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The honesty table, and a page for each check. */
public final class HelpSheet extends SheetPage {
  private static final double LIST_SHARE = 0.22;

  private final ListView<String> pages = new ListView<>();
  private final ScrollPane page = new ScrollPane();
  private final Markdown markdown = new Markdown(this::show);

  /**
   * Help.
   *
   * @param check whose page to show first; empty for the table of all
   */
  public HelpSheet(Optional<CheckCode> check, Runnable close) {
    super("help", Texts.of("help.title"), close);
    List<String> names = new ArrayList<>(List.of(HelpPage.INDEX));
    Arrays.stream(CheckCode.values()).map(Enum::name).sorted().forEach(names::add);
    pages.setId("help-pages");
    pages.setAccessibleText(Texts.of("help.title"));
    pages.getItems().setAll(names);
    pages.setFixedCellSize(28);
    pages.setCellFactory(view -> new PageCell());
    pages
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, now) -> read(now == null ? HelpPage.INDEX : now));
    page.setId("help-page");
    page.setFitToWidth(true);
    SplitPane parts = new SplitPane(pages, page);
    parts.setDividerPositions(LIST_SHARE);
    setCenter(parts);
    show(check.map(Enum::name).orElse(HelpPage.INDEX));
  }

  private void show(String name) {
    if (pages.getItems().contains(name)) {
      pages.getSelectionModel().select(name);
      pages.scrollTo(name);
    }
  }

  private void read(String name) {
    page.setContent(markdown.of(HelpPage.of(name).text()));
    page.setVvalue(0);
  }

  private static final class PageCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      if (name == null || empty) {
        setGraphic(null);
        return;
      }
      String title =
          name.equals(HelpPage.INDEX) ? Texts.of("help.index") : CheckCode.valueOf(name).title();
      HBox row = new HBox(Nodes.label(title, name.equals(HelpPage.INDEX) ? "strong" : "ink"));
      row.getStyleClass().add("file-row");
      setGraphic(row);
      setAccessibleText(title);
    }
  }
}
