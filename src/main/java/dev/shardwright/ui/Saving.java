package dev.shardwright.ui;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.stage.Window;

/** Saves the plan, and asks for a file where it has none. */
record Saving(PlannerModel model, FileDialog files, Supplier<Window> over) {

  void save() {
    if (model.planFileProperty().get().isPresent()) {
      model.save();
    } else {
      saveAs();
    }
  }

  void saveAs() {
    files
        .save(over.get(), Texts.of("connect.plan.files"), "*.shardplan", Texts.of("plan.fileName"))
        .ifPresent(file -> model.saveAs(withEnding(file)));
  }

  private static Path withEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".shardplan") ? file : file.resolveSibling(name + ".shardplan");
  }
}
