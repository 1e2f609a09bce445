package dev.shardwright.ui;

import dev.shardwright.diagram.Places;
import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import dev.shardwright.model.WholeFile;
import dev.shardwright.ui.diagram.PlaceMemory;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places of drawings from one run to the next, a file each beside the unsaved work: not in the
 * plan file, where each new layout would be a difference of thousands of lines. A drawing without
 * such a file is laid out as on any other machine.
 */
final class PlaceFiles implements PlaceMemory {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceFiles.class);
  private static final int MOST_FILES = 60;

  private final Path folder;
  private final Map<String, Places> last = new ConcurrentHashMap<>();

  private PlaceFiles(Path folder) {
    this.folder = folder;
  }

  static PlaceFiles of(UserFolders folders) {
    return new PlaceFiles(folders.state().resolve("drawings"));
  }

  @Override
  public Places recall(String drawing) {
    Path file = file(drawing);
    if (!Files.exists(file)) {
      return Places.NONE;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return Places.read(in);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the places in {} cannot be read; the diagram is laid out anew", file, e);
      return Places.NONE;
    }
  }

  @Override
  public void keep(String drawing, Places places) {
    if (places.equals(last.put(drawing, places))) {
      return;
    }
    try {
      Files.createDirectories(folder);
      WholeFile.write(
          file(drawing),
          out -> {
            DataOutputStream data = new DataOutputStream(out);
            places.write(data);
            data.flush();
          });
      forgetOldest();
    } catch (IOException | UserError e) {
      LOG.warn("the places of the diagram's tables cannot be kept in {}", folder, e);
    }
  }

  private void forgetOldest() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified()).reversed())
              .skip(MOST_FILES)
              .toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private Path file(String drawing) {
    return folder.resolve(
        UUID.nameUUIDFromBytes(drawing.getBytes(StandardCharsets.UTF_8)) + ".places");
  }
}
