package dev.shardwright.ui.inspector;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Titles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Draws a relation that the database does not declare: columns here, a table with its key there.
 */
final class NewRelation extends VBox {
  private final PlannerModel model;
  private final Plan plan;
  private final Table table;
  private final ComboBox<String> columns = new ComboBox<>();
  private final ComboBox<String> target = new ComboBox<>();
  private final TextField why = new TextField();
  private final Label problem = Nodes.paragraph("", "bad", "small");

  NewRelation(PlannerModel model, Plan plan, Table table) {
    super(6);
    this.model = model;
    this.plan = plan;
    this.table = table;
    getChildren().add(Nodes.link(Texts.of("relation.new"), this::open));
  }

  private void open() {
    columns.setEditable(true);
    columns.setPromptText(Texts.of("relation.new.columns"));
    columns.getItems().setAll(table.columns().stream().map(Column::name).toList());
    columns.setMaxWidth(Double.MAX_VALUE);
    target.setEditable(true);
    target.setPromptText(Texts.of("relation.new.target"));
    target.getItems().setAll(targets());
    target.setMaxWidth(Double.MAX_VALUE);
    why.setPromptText(Texts.of("reason.prompt"));
    HBox buttons =
        new HBox(
            8,
            Nodes.button(Texts.of("relation.new.add"), this::add, "small-button", "primary"),
            Nodes.button(Texts.of("cancel"), this::close, "small-button"));
    getChildren().setAll(columns, target, why, Nodes.shown(problem, false), buttons);
    columns.requestFocus();
  }

  private void close() {
    getChildren().setAll(Nodes.link(Texts.of("relation.new"), this::open));
  }

  /** Every table by its primary key, as {@code table(column, …)}. */
  private List<String> targets() {
    return plan.schema().tables().stream()
        .flatMap(t -> t.primaryKey().stream().map(k -> target(t, k)))
        .toList();
  }

  private String target(Table parent, UniqueKey key) {
    return Titles.table(plan, parent.name()) + "(" + Titles.columns(key.columns()) + ")";
  }

  private void add() {
    Optional<Decision> drawn = parsed();
    drawn.ifPresent(model::decide);
    Nodes.shown(problem, drawn.isEmpty());
  }

  private Optional<Decision> parsed() {
    List<String> from = list(columns.getEditor().getText());
    String to = target.getEditor().getText().strip();
    int open = to.lastIndexOf('(');
    if (from.isEmpty() || open < 0 || !to.endsWith(")")) {
      return refuse(Texts.of("relation.new.incomplete"));
    }
    String parentName = to.substring(0, open).strip();
    List<String> parentColumns = list(to.substring(open + 1, to.length() - 1));
    Optional<Table> parent =
        plan.schema().tables().stream()
            .filter(t ->
                Titles.table(plan, t.name()).equals(parentName)
                    || t.name().toString().equals(parentName))
            .findFirst();
    if (parent.isEmpty()) {
      return refuse(Texts.of("relation.new.noTable", parentName));
    }
    return missing(table, from)
        .or(() -> missing(parent.get(), parentColumns))
        .or(() ->
            from.size() == parentColumns.size() ? Optional.empty() : counts(from, parentColumns))
        .map(this::refuse)
        .orElseGet(() -> Optional.of(virtual(from, parent.get(), parentColumns)));
  }

  private static Optional<String> counts(List<String> from, List<String> to) {
    return Optional.of(Texts.of("relation.new.counts", from.size(), to.size()));
  }

  private Optional<String> missing(Table in, List<String> names) {
    return names.stream()
        .filter(c -> in.column(c).isEmpty())
        .findFirst()
        .map(c -> Texts.of("relation.new.noColumn", Titles.table(plan, in.name()), c));
  }

  private Decision virtual(List<String> from, Table parent, List<String> parentColumns) {
    String said = why.getText().strip();
    return new Decision.Virtual(
        table.name(),
        from,
        parent.name(),
        parentColumns,
        Optional.empty(),
        false,
        said.isEmpty() ? Optional.empty() : Optional.of(said));
  }

  private Optional<Decision> refuse(String sentence) {
    problem.setText(sentence);
    return Optional.empty();
  }

  private static List<String> list(String typed) {
    return Arrays.stream(typed.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }
}
