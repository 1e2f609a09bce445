package dev.shardwright.export;

import dev.shardwright.model.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an export did to its folder.
 *
 * @param files the files of the export, in the order of {@link Exports#ALL}
 * @param stale files of an earlier export that this one no longer has; they are still there
 */
public record Written(List<Item> files, List<Path> stale) {
  public Written {
    files = List.copyOf(files);
    stale = List.copyOf(stale);
  }

  /** How a file compares with the one that was there. */
  public enum State {
    NEW,
    CHANGED,
    /** Equal but for the time; the older file stays. */
    UNCHANGED
  }

  /**
   * One file.
   *
   * @param difference which lines changed; empty for files too large to tell, and for equal ones
   */
  public record Item(Path path, State state, Optional<FileDiff> difference) {

    /** The state in words: {@code changed (+3 −1 lines)}. */
    public String words() {
      return switch (state) {
        case NEW -> "new";
        case UNCHANGED -> "unchanged";
        case CHANGED ->
            "changed"
                + difference
                    .map(d ->
                        " (+%s −%s lines)"
                            .formatted(
                                Figures.exact(d.added().size()), Figures.exact(d.gone().size())))
                    .orElse("");
      };
    }
  }

  public List<Path> paths() {
    return files.stream().map(Item::path).toList();
  }
}
