package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.Launcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's language changes neither JSON nor SQL nor a report by a byte. */
class LocaleTest {
  @TempDir private static Path folder;
  private static Path plan = Path.of("");
  private static Map<String, String> english = Map.of();

  @BeforeAll
  static void planInEnglish() throws Exception {
    plan = folder.resolve("plan.shardplan");
    Shell made =
        Shell.run(
            "plan", "sample:categories", "--root", "clients", "--quiet", "-o", plan.toString());
    assertThat(made.err()).isEmpty();
    english = written("en", "US");
    assertThat(english.keySet()).contains("plan.json", "out/shard_schema.sql", "report.html");
  }

  /** Decimal commas; other digits and texts that run to the left; an i without a dot. */
  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR"})
  void anotherLanguageWritesTheSameBytes(String tag) throws Exception {
    String[] parts = tag.split("-", 2);
    Map<String, String> other = written(parts[0], parts[1]);
    assertThat(other.keySet()).isEqualTo(english.keySet());
    other.forEach((file, text) -> assertThat(differing(file, text)).as(file).isEmpty());
  }

  /** Containers and cron set no language; a name with an umlaut would become one with a ?. */
  @Test
  void withoutAnyLanguageEveryLetterIsPrinted() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("umlaut.sql"),
            """
            SET client_encoding = 'UTF8';
            CREATE TABLE clients (id serial PRIMARY KEY);
            CREATE TABLE "Aufträge" (id serial PRIMARY KEY, client_id integer NOT NULL REFERENCES clients (id));
            """);
    Path kept = folder.resolve("umlaut.shardplan");
    Shell.run("plan", file.toString(), "--root", "clients", "--quiet", "-o", kept.toString());
    for (String format : List.of("json", "text")) {
      Path said = folder.resolve("umlaut." + format);
      List<String> command = new ArrayList<>(java("en", "US"));
      command.addAll(List.of("plan", kept.toString(), "--format", format));
      ProcessBuilder bare = new ProcessBuilder(command).redirectOutput(said.toFile());
      bare.environment().keySet().removeIf(n -> n.startsWith("LC_") || n.equals("LANG"));
      assertThat(bare.start().waitFor()).isZero();
      assertThat(Files.readString(said)).contains("Aufträge");
    }
  }

  @Test
  void aResultThatDidNotFitIsNoSuccess() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "only Linux has a device that is always full");
    List<String> command = new ArrayList<>(java("en", "US"));
    command.addAll(List.of("plan", plan.toString(), "--format", "json", "--fail-on", "none"));
    Process process = new ProcessBuilder(command).redirectOutput(full.toFile()).start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said).isEqualTo("The result could not be printed to its end.\n");
  }

  /** The lines that are not as in English: a whole page beside another tells nobody anything. */
  private static List<String> differing(String file, String text) {
    List<String> here = text.lines().toList();
    List<String> there = english.getOrDefault(file, "").lines().toList();
    return IntStream.range(0, Math.max(here.size(), there.size()))
        .filter(i -> i >= here.size() || i >= there.size() || !here.get(i).equals(there.get(i)))
        .mapToObj(i -> i < here.size() ? here.get(i) : "missing: " + there.get(i))
        .limit(5)
        .toList();
  }

  /** What the program writes under a language, by file. */
  private static Map<String, String> written(String language, String country) throws Exception {
    Path to = Files.createDirectories(folder.resolve(language));
    List<String> java = java(language, country);
    run(java, to.resolve("plan.json"), "plan", plan, "--format", "json");
    Path out = to.resolve("out");
    run(java, to.resolve("export.txt"), "export", plan, "--force", "--no-timestamp", "--to", out);
    run(
        java,
        to.resolve("report.txt"),
        "report",
        plan,
        "--html",
        to.resolve("report.html"),
        "--md",
        to.resolve("report.md"),
        "--json",
        to.resolve("report.json"),
        "--svg",
        to.resolve("diagram.svg"));
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(to)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        // What is said names the folder.
        String text = Files.readString(file).replace(to.toString(), "FOLDER");
        files.put(to.relativize(file).toString(), text);
      }
    }
    return files;
  }

  private static List<String> java(String language, String country) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Duser.language=" + language,
        "-Duser.country=" + country,
        "-Dshardwright.log=" + folder.resolve("log"),
        "-cp",
        System.getProperty("java.class.path"),
        Launcher.class.getName());
  }

  /** Runs the program as a user starts it; what it says goes to a file. */
  private static void run(List<String> java, Path said, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(java);
    Stream.of(arguments).map(String::valueOf).forEach(command::add);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isLessThan(2);
  }
}
