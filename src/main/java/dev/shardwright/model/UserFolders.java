package dev.shardwright.model;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's folders for what the program keeps beside his plans.
 *
 * @param settings what he chose: window, theme, connections without passwords
 * @param state what may get lost: log, unsaved work
 */
public record UserFolders(Path settings, Path state) {

  /** The folders of whoever runs the program. */
  public static UserFolders ofThisUser() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  /** The platform's folders. */
  public static UserFolders of(String system, Path home, Map<String, String> environment) {
    if (system.startsWith("Windows")) {
      Path local = Path.of(environment.getOrDefault("LOCALAPPDATA", home + "/AppData/Local"));
      return new UserFolders(local.resolve("Shardwright"), local.resolve("Shardwright"));
    }
    if (system.startsWith("Mac")) {
      return new UserFolders(
          home.resolve("Library/Application Support/Shardwright"),
          home.resolve("Library/Logs/Shardwright"));
    }
    return new UserFolders(
        xdg(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")),
        xdg(environment.get("XDG_STATE_HOME"), home.resolve(".local/state")));
  }

  // XDG Base Directory Specification: relative paths there are to be ignored
  private static Path xdg(@Nullable String named, Path otherwise) {
    Path folder = Path.of(named == null ? "" : named);
    return (folder.isAbsolute() ? folder : otherwise).resolve("shardwright");
  }
}
