package dev.shardwright.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a file; a screen without a desktop has no dialogs, so tests answer for it. */
public interface FileDialog {

  /**
   * Where something is to be written; empty if the user thought better of it.
   *
   * @param kind what the file is, for the dialog's list
   * @param pattern of its name: {@code *.pdf}
   * @param name that it has unless another is typed
   */
  Optional<Path> save(Window over, String kind, String pattern, String name);

  /** What is to be read; empty if the user thought better of it. */
  Optional<Path> open(Window over, String kind, String pattern);

  /** The dialogs of the desktop. */
  static FileDialog ofTheDesktop() {
    return new FileDialog() {
      @Override
      public Optional<Path> save(Window over, String kind, String pattern, String name) {
        FileChooser chooser = chooser(kind, pattern);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
      }

      @Override
      public Optional<Path> open(Window over, String kind, String pattern) {
        return Optional.ofNullable(chooser(kind, pattern).showOpenDialog(over)).map(File::toPath);
      }
    };
  }

  private static FileChooser chooser(String kind, String pattern) {
    FileChooser chooser = new FileChooser();
    chooser.getExtensionFilters().setAll(List.of(new FileChooser.ExtensionFilter(kind, pattern)));
    return chooser;
  }
}
