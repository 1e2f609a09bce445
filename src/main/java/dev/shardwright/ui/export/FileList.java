package dev.shardwright.ui.export;

import dev.shardwright.export.Export;
import dev.shardwright.export.ExportOptions;
import dev.shardwright.export.Exports;
import dev.shardwright.plan.Plan;
import dev.shardwright.ui.Texts;
import dev.shardwright.ui.parts.Nodes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The files that can be written, each with a box that says whether it will be. */
final class FileList extends ListView<Export> {
  private static final double ROW_HEIGHT = 30;
  private static final int MOST_ROWS = 12;

  private final Map<String, CheckBox> wanted = new LinkedHashMap<>();
  private final Map<String, Boolean> asked = new HashMap<>();

  FileList() {
    setId("export-files");
    setAccessibleText(Texts.of("export.files"));
    setFixedCellSize(ROW_HEIGHT);
    setCellFactory(view -> new FileCell());
    setOnKeyPressed(key -> {
      Export chosen = getSelectionModel().getSelectedItem();
      if (key.getCode() == KeyCode.SPACE && chosen != null) {
        box(chosen).fire();
        key.consume();
      }
    });
  }

  /** Which files there are depends on the options: each shard has some of its own. */
  void show(Plan plan, ExportOptions how) {
    List<Export> all =
        Exports.of(how).stream()
            .filter(e -> Exports.ALL.contains(e) || e.wanted(plan, how))
            .toList();
    all.forEach(e -> want(e, e.wanted(plan, how)));
    int at = Math.max(0, getSelectionModel().getSelectedIndex());
    getItems().setAll(all);
    setMinHeight(ROW_HEIGHT * Math.min(MOST_ROWS, all.size()) + 4);
    setPrefHeight(getMinHeight());
    getSelectionModel().select(Math.min(at, all.size() - 1));
  }

  /** An option that asks for a file ticks it, and what was ticked by hand stays otherwise. */
  private void want(Export export, boolean now) {
    CheckBox box = box(export);
    if (!Objects.equals(asked.put(export.fileName(), now), now)) {
      box.setSelected(now);
    }
  }

  /** The names of the files that are to be written. */
  Set<String> wanted() {
    return getItems().stream()
        .filter(e -> box(e).isSelected())
        .map(Export::fileName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private CheckBox box(Export export) {
    return wanted.computeIfAbsent(export.fileName(), FileList::box);
  }

  private static CheckBox box(String file) {
    CheckBox box = new CheckBox();
    box.setId("want-" + file);
    box.setAccessibleText(Texts.of("export.want", file));
    box.setFocusTraversable(false); // the row has the keyboard: Space turns its box
    return box;
  }

  private final class FileCell extends ListCell<Export> {
    @Override
    protected void updateItem(@Nullable Export export, boolean empty) {
      super.updateItem(export, empty);
      if (export == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      HBox row = new HBox(box(export), Nodes.label(export.fileName(), "mono"));
      row.getStyleClass().add("file-row");
      setGraphic(row);
      setAccessibleText(export.fileName() + ", " + export.purpose());
    }
  }
}
