package dev.shardwright.ui.inspector;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Table;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Legible;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Pieces;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SqlQuote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What belongs to a table alone: columns, keys, indexes, conditions, triggers, partitions. */
final class TableParts {
  private static final double MOST_TYPE = 150;

  private final Set<String> primary;
  private final Set<String> foreign = new HashSet<>();

  private TableParts(Table table, Plan plan) {
    primary = table.primaryKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
    plan.graph().toParents(table.name()).forEach(r -> foreign.addAll(r.childColumns()));
  }

  /** The sections from top to bottom, each to be built when it is its turn. */
  static List<Supplier<Section>> of(Table table, Plan plan, Pieces pieces) {
    TableParts parts = new TableParts(table, plan);
    List<Supplier<Section>> sections = new ArrayList<>();
    sections.add(() ->
        Section.of(Texts.of("inspector.columns"), table.columns(), parts::column, pieces::add));
    if (!table.triggers().isEmpty()) {
      sections.add(
          () -> Section.of(Texts.of("inspector.triggers"), table.triggers(), TableParts::trigger));
    }
    List<String> keys = new ArrayList<>();
    table.keys().forEach(k -> keys.add(key(k)));
    table.indexes().forEach(i -> keys.add(index(i)));
    if (!keys.isEmpty()) {
      sections.add(
          () -> Section.of(Texts.of("inspector.keys"), keys, TableParts::code, pieces::add));
    }
    List<String> checks = table.checks().stream().map(Check::definition).toList();
    if (!checks.isEmpty()) {
      sections.add(
          () -> Section.of(Texts.of("inspector.checks"), checks, TableParts::code, pieces::add));
    }
    table
        .partitioning()
        .ifPresent(p ->
            sections.add(() ->
                new Section(
                    Texts.of("inspector.partitions", p.partitions().size()), code(p.key()))));
    return sections;
  }

  private Node column(Column column) {
    String tag =
        primary.contains(column.name()) ? "PK" : foreign.contains(column.name()) ? "FK" : "";
    Label name = TableSheet.name(Legible.line(column.name()), "mono");
    if (primary.contains(column.name())) {
      name.getStyleClass().add("strong");
    }
    column.comment().ifPresent(c -> name.setTooltip(Nodes.tooltip(Legible.text(c))));
    Label type =
        Nodes.label(
            column.type().sql() + (column.nullable() ? " " + Texts.of("nullable") : ""),
            "muted",
            "small");
    type.setMinWidth(40);
    type.setMaxWidth(MOST_TYPE);
    type.setAlignment(Pos.CENTER_RIGHT);
    type.setTooltip(Nodes.tooltip(column.type().sql()));
    return TableSheet.row("plain-row", Nodes.whole(Nodes.label(tag, "key-tag")), name, type);
  }

  private static String key(UniqueKey key) {
    String word = key.kind() == UniqueKey.Kind.PRIMARY ? "PRIMARY KEY" : "UNIQUE";
    return word
        + " ("
        + parts(key.parts())
        + ")"
        + key.predicate().map(p -> " WHERE " + p).orElse("");
  }

  private static String index(Index index) {
    return "INDEX (" + parts(index.parts()) + ")";
  }

  private static String parts(List<KeyPart> parts) {
    return parts.stream()
        .map(p ->
            p.text()
                + (p.prefixLength().isPresent() ? "(" + p.prefixLength().getAsInt() + ")" : ""))
        .collect(Collectors.joining(", "));
  }

  private static Node code(String text) {
    Label code = Nodes.paragraph(Legible.text(text), "mono");
    return TableSheet.row("plain-row", code);
  }

  private static Node trigger(Trigger trigger) {
    VBox box = new VBox(4);
    Label name = TableSheet.name(Legible.line(trigger.name()), "mono");
    String when = trigger.timing() + " " + String.join(", ", trigger.events());
    Button body = Nodes.link(Texts.of("inspector.body"), () -> {});
    body.setDisable(trigger.body().isEmpty());
    box.getChildren()
        .add(
            TableSheet.row(
                "line-row",
                name,
                Nodes.whole(Nodes.label(when.toLowerCase(Locale.ROOT), "muted", "small")),
                body));
    body.setOnAction(event -> {
      boolean open = box.getChildren().size() > 1;
      if (open) {
        box.getChildren().remove(1);
      } else {
        box.getChildren().add(new SqlQuote(trigger.body().orElse("")));
      }
      body.setText(Texts.of(open ? "inspector.body" : "inspector.hide"));
    });
    return box;
  }
}
