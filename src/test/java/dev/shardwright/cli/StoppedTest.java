package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.Launcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C at any moment: status 130, one sentence at most, and no file, half or whole. */
class StoppedTest {
  @TempDir private Path folder;

  /** What the program says when it begins what is then interrupted. */
  @ParameterizedTest
  @ValueSource(strings = {"starting PostgreSQL", "connecting to", "reading indexes", "counting"})
  void nothingIsLeftAndNothingElseIsBlamed(String moment) throws Exception {
    Process process = new ProcessBuilder(command()).start();
    StringBuilder said = new StringBuilder();
    try (var err = process.errorReader(StandardCharsets.UTF_8)) {
      boolean stopped = false;
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.append(stopped ? line + "\n" : "");
        if (!stopped && line.startsWith(moment)) {
          stopped = true;
          interrupt(process);
        }
      }
      assertThat(stopped).as("the program said %s", moment).isTrue();
    }
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(said.toString()).doesNotContain("went wrong").doesNotContain("was lost");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(f -> !f.endsWith("log"))).isEmpty();
    }
  }

  private static void interrupt(Process process) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
  }

  /** What a shell runs in the background does not hear Ctrl-C, nor does what that starts. */
  private List<String> command() {
    return List.of(
        "env",
        "--default-signal=INT",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dshardwright.log=" + folder.resolve("log"),
        "-cp",
        System.getProperty("java.class.path"),
        Launcher.class.getName(),
        "export",
        "sample:shop",
        "--root",
        "merchants",
        "--force",
        "--to",
        folder.resolve("out").toString());
  }
}
