package dev.shardwright.ui.connect;

import dev.shardwright.introspect.ConnectionTest;
import dev.shardwright.introspect.MissingRight;
import dev.shardwright.introspect.SchemaSize;
import dev.shardwright.model.Figures;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import dev.shardwright.ui.parts.SqlQuote;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is behind a connection: the server, its schemas to choose from, the rights that lack. */
final class TestAnswer extends VBox {
  private final TextField wanted;

  TestAnswer(ConnectionTest test, TextField wanted) {
    super(12);
    this.wanted = wanted;
    getChildren()
        .addAll(
            Nodes.paragraph(
                Texts.of("connect.answer", test.product().title(), test.version(), test.user()),
                "good"),
            Nodes.paragraph(
                Texts.of("connect.role." + test.role().name())
                    + " · "
                    + test.encryption()
                        .map(e -> Texts.of("connect.encrypted", e))
                        .orElse(Texts.of(test.local() ? "connect.local" : "connect.plain")),
                "muted"),
            Section.of(Texts.of("connect.schemas"), test.schemas(), this::schema));
    if (test.missing().isEmpty()) {
      getChildren().add(Nodes.paragraph(Texts.of("connect.rights"), "muted"));
    } else {
      getChildren()
          .add(Section.of(Texts.of("connect.missing"), test.missing(), TestAnswer::missing));
    }
  }

  private Node schema(SchemaSize size) {
    CheckBox box = new CheckBox(size.name());
    box.setMnemonicParsing(false);
    box.setSelected(chosen().contains(size.name()));
    box.selectedProperty().addListener((o, was, now) -> choose(size.name(), now));
    String bytes = size.bytes().isPresent() ? " · " + Figures.bytes(size.bytes().getAsLong()) : "";
    HBox row =
        new HBox(
            box,
            Nodes.spacer(),
            Nodes.label(Texts.of("connect.tables", size.tables()) + bytes, "figure"));
    row.getStyleClass().add("plain-row");
    return row;
  }

  private Set<String> chosen() {
    return Arrays.stream(wanted.getText().split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void choose(String schema, boolean read) {
    Set<String> next = chosen();
    if (read) {
      next.add(schema);
    } else {
      next.remove(schema);
    }
    wanted.setText(String.join(", ", next));
  }

  private static Node missing(MissingRight right) {
    return new VBox(
        4,
        Nodes.paragraph(
            right.objects().substring(0, 1).toUpperCase(Locale.ROOT)
                + right.objects().substring(1)),
        new SqlQuote(right.grant() + ";"));
  }
}
