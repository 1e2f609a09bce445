package dev.shardwright.ui.findings;

import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Severity;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.findings.FindingFilter.Order;
import dev.shardwright.ui.parts.Focus;
import dev.shardwright.ui.parts.Frames;
import dev.shardwright.ui.parts.Listing;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.SeverityGlyph;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The findings, worst first, with the detail of the selected one beside them. */
public final class FindingsPane extends SplitPane {
  private static final double LIST_SHARE = 0.65;
  private static final double NARROW_CHIP = 52;

  private final PlannerModel model;
  private final FindingDetail detail;
  private final ListView<FindingLine> list = new ListView<>();
  private final Map<Severity, ToggleButton> chips = new EnumMap<>(Severity.class);
  private final StatesMenu states = new StatesMenu((s, on) -> narrow(filter().showing(s, on)));
  private final Listing<FindingLine> lines;
  private final Label placeholder = Nodes.paragraph("", "muted");
  private FindingFilter filter = FindingFilter.START;
  private boolean following;

  /**
   * The findings.
   *
   * @param frames when a large list is filled
   * @param help shows the page of the selected finding
   */
  public FindingsPane(PlannerModel model, Frames frames, Runnable help) {
    this.model = model;
    lines = new Listing<>(model, frames, Texts.of("findings.title"), this::show);
    setId("findings");
    getStyleClass().add("findings-pane");
    setMinHeight(96);
    VBox left = new VBox(head(), list());
    VBox.setVgrow(list, Priority.ALWAYS);
    detail = new FindingDetail(model, help, this::focusList);
    // Narrower than their words they are cut at their end, not laid over each other.
    left.setMinWidth(0);
    detail.setMinWidth(0);
    getItems().addAll(left, detail);
    setDividerPositions(LIST_SHARE);
    model.planProperty().addListener((o, was, now) -> refresh());
    model.selectionProperty().addListener((o, was, now) -> follow());
    refresh();
  }

  /** Gives the keyboard to the list. */
  public void focusList() {
    list.requestFocus();
  }

  private HBox head() {
    HBox head = new HBox(Nodes.whole(Nodes.label(Texts.of("findings.title"), "strong")));
    for (Severity severity : Severity.values()) {
      ToggleButton chip = new ToggleButton("", new SeverityGlyph(severity));
      chip.getStyleClass().addAll("chip", severity.word());
      chip.setSelected(true);
      chip.setMinWidth(NARROW_CHIP); // sign and number; else the last menu would be cut off
      chip.setId("chip-" + severity.word());
      chip.setTooltip(Nodes.tooltip(Texts.of("findings.chip." + severity.word())));
      chip.selectedProperty().addListener((o, was, on) -> narrow(filter.showing(severity, on)));
      chips.put(severity, chip);
      head.getChildren().add(chip);
    }
    head.getChildren().addAll(states, search(), Nodes.spacer(), order());
    head.getStyleClass().add("findings-head");
    return head;
  }

  private TextField search() {
    TextField field = new TextField();
    field.setId("finding-search");
    field.setPromptText(Texts.of("findings.search"));
    field.setAccessibleText(Texts.of("findings.search"));
    field.setPrefWidth(150);
    field.setMinWidth(60);
    field.textProperty().addListener((o, was, now) -> narrow(filter.holding(now)));
    return field;
  }

  private MenuButton order() {
    MenuButton menu = new MenuButton(Texts.of("findings.by.severity"));
    menu.getStyleClass().add("bare");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setId("finding-order");
    for (Order order : Order.values()) {
      String title = Texts.of("findings.by." + order.name().toLowerCase(Locale.ROOT));
      MenuItem item = new MenuItem(title);
      item.setOnAction(event -> {
        menu.setText(title);
        narrow(filter.by(order));
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  private ListView<FindingLine> list() {
    list.setId("finding-list");
    list.setAccessibleText(Texts.of("findings.title"));
    list.setCellFactory(view -> new FindingCell(model, this::turn));
    list.setPlaceholder(placeholder);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, now) -> {
          if (now instanceof FindingLine.Item(Finding finding) && !following) {
            model.select(Selection.finding(finding));
          }
        });
    list.setOnKeyPressed(key -> {
      boolean fold = key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE;
      switch (list.getSelectionModel().getSelectedItem()) {
        case FindingLine.Head head when fold -> turn(head);
        case FindingLine.Item item when key.getCode() == KeyCode.ENTER -> Focus.into(detail);
        case null, default -> {}
      }
    });
    return list;
  }

  private void turn(FindingLine.Head group) {
    narrow(filter.turned(group.title()));
  }

  private FindingFilter filter() {
    return filter;
  }

  private void narrow(FindingFilter next) {
    filter = next;
    refresh();
  }

  private void refresh() {
    placeholder.setText(Texts.of(emptiness()));
    chips.forEach(this::count);
    states.show(filter.states(), model.plan());
    FindingFilter wanted = filter;
    lines.fill(wanted::lines);
  }

  private void show(List<FindingLine> found) {
    following = true;
    // The same lines again would only lose the place where the DBA reads.
    if (!list.getItems().equals(found)) {
      int at = list.getFocusModel().getFocusedIndex();
      list.getItems().setAll(found);
      // What was decided is gone from the list; the keyboard stays at its place.
      list.getFocusModel().focus(Math.min(Math.max(0, at), found.size() - 1));
    }
    following = false;
    follow();
  }

  private void count(Severity severity, ToggleButton chip) {
    long count = model.plan().map(p -> shown(p, severity)).orElse(0L);
    chip.setText(Texts.of("findings.count." + severity.word(), count));
    chip.getStyleClass().remove("empty");
    if (count == 0) {
      chip.getStyleClass().add("empty");
    }
  }

  private long shown(Plan plan, Severity severity) {
    return plan.findings().stream()
        .filter(f -> f.severity() == severity)
        .filter(f -> filter.states().contains(f.state()))
        .count();
  }

  private String emptiness() {
    boolean noRoot = model.plan().flatMap(Plan::root).isEmpty();
    boolean none = model.plan().map(Plan::findings).map(List::isEmpty).orElse(true);
    return noRoot ? "findings.none.root" : none ? "findings.none" : "findings.none.filter";
  }

  private void follow() {
    following = true;
    if (model.selection() instanceof Selection.OneFinding one) {
      list.getItems().stream()
          .filter(line -> line instanceof FindingLine.Item(Finding f) && one.is(f))
          .findFirst()
          .ifPresent(this::pick);
    } else {
      list.getSelectionModel().clearSelection();
    }
    following = false;
  }

  private void pick(FindingLine line) {
    boolean already = line.equals(list.getSelectionModel().getSelectedItem());
    list.getSelectionModel().select(line);
    if (!already && !seen(line)) {
      list.scrollTo(Math.max(0, list.getItems().indexOf(line) - 1));
    }
  }

  /** What is seen already must not jump below the pointer or the keyboard. */
  private boolean seen(FindingLine line) {
    return list.lookupAll(".list-cell").stream()
        .filter(
            cell -> cell.isVisible() && cell instanceof ListCell<?> c && line.equals(c.getItem()))
        .anyMatch(cell ->
            list.getLayoutBounds()
                .contains(list.sceneToLocal(cell.localToScene(cell.getLayoutBounds()))));
  }
}
