package dev.shardwright.ui.export;

import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.ExportOptions.Data;
import dev.shardwright.export.ExportOptions.Definer;
import dev.shardwright.export.ExportOptions.Layout;
import dev.shardwright.model.ProgramVersion;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import dev.shardwright.ui.parts.Section;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How the files are to be written. */
final class OptionsCard extends VBox {
  private static final double LABEL_WIDTH = 110;
  private static final int MOST_SLOTS = 65_535;

  private final ComboBox<Layout> layout = box("layout", Layout.values());
  private final ComboBox<Definer> definer = box("definer", Definer.values());
  private final ComboBox<Data> data = box("data", Data.values());
  private final TextField slots = entry("slots", "100");
  private final TextField shards = entry("shards", "1-4");
  private final TextField fake = entry("fake", "");
  private final TextField version = entry("version", "");

  /**
   * The options, each as the command line has it when nothing is said.
   *
   * @param rows false where no connection is, so that no rows can be written
   * @param loaded true if they were loaded for us, so that reading them all burdens nobody
   */
  OptionsCard(boolean rows, boolean loaded, Runnable changed) {
    super(6);
    data.setDisable(!rows);
    data.setValue(rows && loaded ? Data.INSERT : Data.NONE);
    getChildren()
        .addAll(
            new Section(Texts.of("export.options")),
            line("export.layout", layout),
            line("export.shards", shards),
            line("export.slots", slots),
            line("export.fake", fake),
            line("export.version", version),
            line("export.definer", definer),
            line("export.data", data));
    fake.setPromptText(Texts.of("export.fake.none"));
    version.setPromptText(Texts.of("export.version.same"));
    List.of(layout, definer, data)
        .forEach(b -> b.valueProperty().addListener((o, was, now) -> changed.run()));
    List.of(slots, shards, fake, version)
        .forEach(f -> f.textProperty().addListener((o, was, now) -> changed.run()));
  }

  /** The options; empty while a field holds no value, which is marked. */
  Optional<ExportOptions> options() {
    Optional<Integer> most = whole(slots, MOST_SLOTS);
    Optional<List<Integer>> numbers = numbers();
    Optional<Integer> slot = fake.getText().isBlank() ? Optional.of(0) : whole(fake, MOST_SLOTS);
    if (most.isEmpty() || numbers.isEmpty() || slot.isEmpty()) {
      return Optional.empty();
    }
    String target = version.getText().strip();
    return Optional.of(
        new ExportOptions(
            "Shardwright " + ProgramVersion.number(),
            Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS)),
            most.get(),
            numbers.get(),
            slot.get() == 0 ? OptionalInt.empty() : OptionalInt.of(slot.get()),
            target.isEmpty() ? Optional.empty() : Optional.of(target),
            layout.getValue(),
            definer.getValue(),
            data.getValue()));
  }

  private static Optional<Integer> whole(TextField field, int most) {
    String text = field.getText().strip();
    boolean fits =
        text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
    field.pseudoClassStateChanged(Nodes.WRONG, !fits);
    return fits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** {@code 1-4,7}. */
  private Optional<List<Integer>> numbers() {
    String text = shards.getText().replace(" ", "");
    boolean fits = text.matches("\\d{1,5}(-\\d{1,5})?(,\\d{1,5}(-\\d{1,5})?)*");
    List<Integer> all = new ArrayList<>();
    if (fits) {
      for (String part : text.split(",", -1)) {
        String[] ends = part.split("-", -1);
        int last = Integer.parseInt(ends[ends.length - 1]);
        IntStream.rangeClosed(Integer.parseInt(ends[0]), last).forEach(all::add);
      }
    }
    fits = !all.isEmpty() && all.getFirst() > 0;
    shards.pseudoClassStateChanged(Nodes.WRONG, !fits);
    return fits ? Optional.of(all) : Optional.empty();
  }

  private static Node line(String key, Node control) {
    Label label = Nodes.label(Texts.of(key), "muted");
    label.setMinWidth(LABEL_WIDTH);
    label.setLabelFor(control);
    control.setAccessibleText(Texts.of(key));
    HBox line = new HBox(8, label, Nodes.grow(control));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static TextField entry(String id, String text) {
    TextField field = new TextField(text);
    field.setId("export-" + id);
    field.setMinWidth(60);
    return field;
  }

  private static <E extends Enum<E>> ComboBox<E> box(String id, E[] values) {
    ComboBox<E> box = new ComboBox<>();
    box.setId("export-" + id);
    box.getItems().setAll(values);
    box.setValue(values[0]);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(E value) {
            return Texts.of("export." + id + "." + value.name().toLowerCase(Locale.ROOT));
          }

          @Override
          public E fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    return box;
  }
}
