package dev.shardwright.ui.tables;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Frames;
import dev.shardwright.ui.parts.Listing;
import dev.shardwright.ui.parts.MarkGlyph;
import dev.shardwright.ui.parts.Nodes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tables of the plan, grouped by mark; what is picked here is selected everywhere. */
public final class TablesPane extends VBox {
  private static final KeyCodeCombination MENU_KEYS =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);
  private static final double MENU_INSET = 24;

  private final PlannerModel model;
  private final TableMenu menu;
  private final TextField words = new TextField();
  private final ListView<TableRow> list = new ListView<>();
  private final Listing<TableRow> lines;
  private TableFilter filter = TableFilter.ALL;
  private boolean following;

  /**
   * The tables.
   *
   * @param more lines for the menu of the selected tables, where it is opened
   */
  public TablesPane(
      PlannerModel model, Frames frames, Function<List<TableName>, List<MenuItem>> more) {
    this.model = model;
    menu = new TableMenu(model, more);
    lines = new Listing<>(model, frames, Texts.of("tables.title"), this::show);
    getStyleClass().add("tables-pane");
    setId("tables");
    setMinWidth(120);
    HBox filterRow = new HBox(Nodes.grow(words()), marks());
    filterRow.getStyleClass().add("filter-row");
    VBox.setVgrow(list(), Priority.ALWAYS);
    getChildren().addAll(filterRow, list);
    model.planProperty().addListener((o, was, now) -> refresh());
    model.selectionProperty().addListener((o, was, now) -> follow());
    refresh();
  }

  /** Puts the keyboard into the filter. */
  public void find() {
    words.requestFocus();
    words.selectAll();
  }

  private TextField words() {
    words.setId("table-filter");
    words.setAccessibleText(Texts.of("tables.filter"));
    words.setTooltip(Nodes.tooltip(Texts.of("tables.filter.hint")));
    words.textProperty().addListener((o, was, typed) -> narrow(filter.typed(typed)));
    words.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.DOWN) {
        list.requestFocus();
      } else if (key.getCode() == KeyCode.ESCAPE) {
        words.clear();
      }
    });
    return words;
  }

  private MenuButton marks() {
    MenuButton menu = new MenuButton("", new FontIcon(Feather.FILTER));
    menu.getStyleClass().addAll("bare", "no-arrow");
    menu.setAccessibleText(Texts.of("tables.marks"));
    menu.setTooltip(Nodes.tooltip(Texts.of("tables.marks")));
    for (Kind kind : Kind.values()) {
      CheckMenuItem item = new CheckMenuItem(MarkGlyph.title(kind));
      item.setSelected(true);
      item.selectedProperty().addListener((o, was, on) -> narrow(filter.showing(kind, on)));
      menu.getItems().add(item);
    }
    CheckMenuItem risky = new CheckMenuItem(Texts.of("tables.risky"));
    risky.selectedProperty().addListener((o, was, on) -> narrow(filter.risky(on)));
    menu.getItems().addAll(new SeparatorMenuItem(), risky);
    return menu;
  }

  private ListView<TableRow> list() {
    list.setId("table-list");
    list.setCellFactory(view -> new TableCell());
    list.setAccessibleText(Texts.of("tables.title"));
    list.setPlaceholder(Nodes.label(Texts.of("tables.none"), "muted"));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TableRow>) change -> tell());
    list.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY) {
        turnGroup();
      }
    });
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
        turnGroup();
      } else if (key.getCode() == KeyCode.CONTEXT_MENU || MENU_KEYS.match(key)) {
        openMenu();
      }
    });
    list.setContextMenu(menu);
    return list;
  }

  /** Beside the line that has the keyboard: not every desktop turns these keys into the menu's. */
  private void openMenu() {
    Bounds place =
        list.lookupAll(".list-cell:focused").stream()
            .map(cell -> cell.localToScreen(cell.getBoundsInLocal()))
            .findFirst()
            .orElseGet(() -> list.localToScreen(list.getBoundsInLocal()));
    menu.show(list, place.getMinX() + MENU_INSET, place.getMinY() + MENU_INSET);
  }

  private void narrow(TableFilter next) {
    filter = next;
    refresh();
  }

  private void refresh() {
    TableFilter wanted = filter;
    int count = model.plan().map(Plan::schema).map(s -> s.tables().size()).orElse(0);
    words.setPromptText(Texts.of("tables.prompt", count));
    lines.fill(plan -> TableRow.of(plan, wanted));
  }

  private void show(List<TableRow> rows) {
    following = true;
    list.getItems().setAll(rows);
    following = false;
    follow();
  }

  /** A click on the head of a group closes or opens it. */
  private void turnGroup() {
    if (list.getSelectionModel().getSelectedItem() instanceof TableRow.Group group) {
      narrow(filter.turned(group.kind()));
    }
  }

  private void tell() {
    if (following) {
      return;
    }
    List<TableName> picked =
        list.getSelectionModel().getSelectedItems().stream()
            .filter(TableRow.Entry.class::isInstance)
            .map(row -> ((TableRow.Entry) row).name())
            .toList();
    if (!picked.isEmpty()) {
      model.select(new Selection.Tables(picked));
    }
  }

  private void follow() {
    Set<TableName> wanted = new HashSet<>(model.selection().tables());
    int[] indices =
        IntStream.range(0, list.getItems().size())
            .filter(i ->
                list.getItems().get(i) instanceof TableRow.Entry entry
                    && wanted.contains(entry.name()))
            .toArray();
    if (list.getSelectionModel()
        .getSelectedIndices()
        .equals(IntStream.of(indices).boxed().toList())) {
      return;
    }
    following = true;
    list.getSelectionModel().clearSelection();
    if (indices.length > 0) {
      list.getSelectionModel().selectIndices(indices[0], indices);
      reveal(indices[0]);
    }
    following = false;
  }

  /** Scrolls only if the line is out of sight, so that a click does not move what was clicked. */
  private void reveal(int index) {
    boolean focusedInside = list.isFocused() || words.isFocused();
    if (!focusedInside) {
      list.scrollTo(Math.max(0, index - 4));
    }
  }
}
