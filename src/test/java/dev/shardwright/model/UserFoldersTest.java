package dev.shardwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linuxKeepsItWithTheUsersState() {
    assertThat(state("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.local/state/shardwright"));
    assertThat(state("Linux", Map.of("XDG_STATE_HOME", "/var/ada")))
        .isEqualTo(Path.of("/var/ada/shardwright"));
  }

  @Test
  void relativeStateFolderIsIgnored() {
    assertThat(state("Linux", Map.of("XDG_STATE_HOME", "state")))
        .isEqualTo(Path.of("/home/ada/.local/state/shardwright"));
  }

  @Test
  void macAndWindowsHaveFoldersOfTheirOwn() {
    assertThat(state("Mac OS X", Map.of()))
        .isEqualTo(Path.of("/home/ada/Library/Logs/Shardwright"));
    assertThat(state("Windows 11", Map.of("LOCALAPPDATA", "/c/local")))
        .isEqualTo(Path.of("/c/local/Shardwright"));
  }

  @Test
  void settingsHaveTheirOwnFolder() {
    assertThat(UserFolders.of("Linux", HOME, Map.of()).settings())
        .isEqualTo(Path.of("/home/ada/.config/shardwright"));
    assertThat(UserFolders.of("Mac OS X", HOME, Map.of()).settings())
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Shardwright"));
  }

  private static Path state(String system, Map<String, String> environment) {
    return UserFolders.of(system, HOME, environment).state();
  }
}
