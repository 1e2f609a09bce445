package dev.shardwright.ui;

import dev.shardwright.model.UserError;
import dev.shardwright.model.UserFolders;
import dev.shardwright.model.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the user wants the window: theme, size, panes, time-outs. What cannot be read or written is
 * as if nothing had been chosen; nobody's work depends on it.
 */
public final class Preferences {
  /** Light, dark or as the desktop has it. */
  public static final String THEME = "theme";

  /** Size of everything in percent, from the next start on. */
  public static final String SCALE = "scale";

  /** Seconds after which a question to the data is ended. */
  public static final String QUESTION_SECONDS = "questionSeconds";

  /** Set once the tour was seen. */
  public static final String TOUR_SEEN = "tourSeen";

  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<Path> file;
  private final ObjectNode chosen;

  private Preferences(Optional<Path> file, ObjectNode chosen) {
    this.file = file;
    this.chosen = chosen;
  }

  /** Those in the user's settings; without folders they last as long as the window. */
  public static Preferences of(Optional<UserFolders> folders) {
    Optional<Path> file = folders.map(f -> f.settings().resolve("window.json"));
    return new Preferences(file, file.map(Preferences::read).orElseGet(JSON::createObjectNode));
  }

  private static ObjectNode read(Path file) {
    try {
      if (Files.exists(file)
          && JSON.readTree(Files.readString(file)) instanceof ObjectNode chosen) {
        return chosen;
      }
    } catch (IOException | JacksonException e) {
      LOG.warn("the settings in {} cannot be read", file, e);
    }
    return JSON.createObjectNode();
  }

  public Optional<String> text(String name) {
    JsonNode value = chosen.path(name);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  public OptionalDouble number(String name) {
    JsonNode value = chosen.path(name);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  public boolean on(String name) {
    return chosen.path(name).asBoolean(false);
  }

  public void choose(String name, String value) {
    chosen.put(name, value);
    save();
  }

  public void choose(String name, double value) {
    chosen.put(name, value);
    save();
  }

  public void choose(String name, boolean value) {
    chosen.put(name, value);
    save();
  }

  private void save() {
    file.ifPresent(this::write);
  }

  private void write(Path to) {
    try {
      Files.createDirectories(to.getParent());
      WholeFile.write(to, chosen.toPrettyString() + "\n");
    } catch (IOException | UserError e) {
      LOG.warn("the settings cannot be written to {}", to, e);
    }
  }
}
