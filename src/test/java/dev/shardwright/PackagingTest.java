package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages of the three systems are one program: those that cannot be made here must not rot
 * unseen beside the one that can.
 */
class PackagingTest {
  private static final Path LINUX = Path.of("packaging/release.sh");
  private static final Path MAC = Path.of("packaging/mac/release.sh");
  private static final Path WINDOWS = Path.of("packaging/windows/release.ps1");
  private static final List<Path> ALL = List.of(LINUX, MAC, WINDOWS);

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern FIRST_WORD = Pattern.compile("(?m)^--[a-z-]+");
  private static final Pattern USED = Pattern.compile("packaging[/\\\\][\\w./\\\\-]+");

  @Test
  void everySystemStartsTheSameProgram() throws IOException {
    Map<String, String> linux = image(LINUX);
    assertThat(linux.get("--main-class")).isEqualTo(Launcher.class.getName());
    assertThat(linux.get("--main-jar")).isEqualTo("shardwright-$version.jar");
    for (Path script : List.of(MAC, WINDOWS)) {
      Map<String, String> same = image(script);
      assertThat(same.keySet()).as(script + "").isEqualTo(linux.keySet());
      for (String option : List.of("--main-class", "--main-jar", "@")) {
        assertThat(same.get(option)).as(script + " " + option).isEqualTo(linux.get(option));
      }
    }
  }

  /** jpackage on a Mac: "The first number in an app-version cannot be zero or negative." */
  @Test
  void theVersionIsThatOfThePomAsFarAsTheSystemTakesIt() throws IOException {
    assertThat(image(LINUX)).containsEntry("--app-version", "$version");
    assertThat(image(WINDOWS)).containsEntry("--app-version", "$version");
    assertThat(image(MAC)).containsEntry("--app-version", "$shown");
    assertThat(flat(MAC)).contains("shown=${version#0.}");
  }

  @Test
  void everySystemMakesItsStartUpCacheAlike() throws IOException {
    for (Path script : ALL) {
      assertThat(all(Pattern.compile("-XX:[+-]\\w+"), flat(script)))
          .as(script + "")
          .containsExactly("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");
      assertThat(flat(script))
          .as(script + "")
          .contains("-XX:AOTCacheOutput=")
          .contains("java-options=-XX:AOTCache=")
          .containsPattern("META-INF/.*SF.*RSA.*DSA.*EC");
    }
  }

  @Test
  void everySystemHasTheSameRuntime() throws IOException {
    List<String> linux = jlink(LINUX);
    assertThat(linux).contains("--strip-debug", "--add-modules");
    assertThat(jlink(MAC)).isEqualTo(linux);
    assertThat(jlink(WINDOWS)).isEqualTo(linux);
    Set<String> here =
        ModuleLayer.boot().modules().stream().map(Module::getName).collect(Collectors.toSet());
    List<String> modules =
        Files.readAllLines(Path.of("packaging/modules.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(modules).isNotEmpty().allMatch(m -> here.contains(m) || systemHas(m));
  }

  @Test
  void everySystemOpensPlanFiles() throws IOException {
    for (Path script : ALL) {
      assertThat(flat(script))
          .as(script + "")
          .contains("--file-associations packaging/shardplan.properties");
    }
    assertThat(Files.readString(Path.of("packaging/shardplan.properties")))
        .contains("extension=shardplan")
        .contains("mime-type=");
  }

  /** It tells those of another system from those that there are nowhere. */
  @Test
  void everyOptionIsOneThatJpackageKnows() throws IOException {
    assertThat(Set.of("--main-jar", "--win-menu", "--mac-sign")).allMatch(PackagingTest::known);
    assertThat(known("--win-menue")).isFalse();
    for (Path script : ALL) {
      Set<String> given = new TreeSet<>();
      calls(script, "jpackage").forEach(call -> given.addAll(options(call)));
      assertThat(given).as(script + "").contains("--type", "--name").allMatch(PackagingTest::known);
    }
    for (String file : List.of("packaging/jpackage.args", "packaging/linux/deb.args")) {
      assertThat(all(FIRST_WORD, Files.readString(Path.of(file))))
          .as(file)
          .contains("--description")
          .allMatch(PackagingTest::known);
    }
  }

  @Test
  void everySystemMakesItsOwnKindOfPackage() throws IOException {
    assertThat(types(LINUX)).containsExactly("app-image", "deb");
    assertThat(types(MAC)).containsExactly("app-image", "dmg");
    assertThat(types(WINDOWS)).containsExactly("app-image", "msi");
  }

  @Test
  void everySystemHasAnIconOfItsKind(@TempDir Path folder) throws Exception {
    assertThat(run("java", "packaging/MakeIcons.java", folder.toString())).isZero();
    assertThat(bytes(folder, LINUX, ".png")).startsWith(0x89, 'P', 'N', 'G');
    assertThat(bytes(folder, MAC, ".icns")).startsWith('i', 'c', 'n', 's');
    assertThat(bytes(folder, WINDOWS, ".ico")).startsWith(0, 0, 1, 0);
  }

  @Test
  void whateverAScriptNamesIsThere() throws IOException {
    for (Path script : ALL) {
      for (String named : all(USED, flat(script))) {
        assertThat(Path.of(named)).as(script + "").exists();
      }
    }
  }

  @Test
  void theShellCanReadTheScripts() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("packaging"))) {
      List<Path> scripts = files.filter(f -> f.toString().endsWith(".sh")).sorted().toList();
      assertThat(scripts).contains(LINUX, MAC);
      for (Path script : scripts) {
        assertThat(run("sh", "-n", script.toString())).as(script + "").isZero();
      }
    }
  }

  private static byte[] bytes(Path folder, Path script, String ending) throws IOException {
    Path icon = Path.of(image(script).get("--icon"));
    String name = String.valueOf(icon.getFileName());
    assertThat(name).endsWith(ending);
    return Files.readAllBytes(folder.resolve(name));
  }

  private static boolean systemHas(String module) {
    return java.lang.module.ModuleFinder.ofSystem().find(module).isPresent();
  }

  /** What the call that makes the image is given, by option; the file of more of them by @. */
  private static Map<String, String> image(Path script) throws IOException {
    String call =
        calls(script, "jpackage").stream()
            .filter(c -> c.contains("--type app-image"))
            .findFirst()
            .orElseThrow();
    Map<String, String> given = new TreeMap<>();
    for (String part : call.split(" (?=--|@)", -1)) {
      String[] words = part.strip().split(" ", 2);
      if (words[0].startsWith("@")) {
        given.put("@", words[0]);
      } else if (words[0].startsWith("--")) {
        given.put(words[0], words.length == 1 ? "" : words[1].strip());
      }
    }
    return given;
  }

  private static List<String> types(Path script) throws IOException {
    List<String> types = new ArrayList<>();
    for (String call : calls(script, "jpackage")) {
      all(Pattern.compile("--type [a-z-]+"), call).forEach(t -> types.add(t.substring(7)));
    }
    return types;
  }

  private static List<String> jlink(Path script) throws IOException {
    List<String> calls = calls(script, "jlink");
    assertThat(calls).as(script + "").hasSize(1);
    return options(calls.getFirst());
  }

  /** The calls of a tool of the JDK, one line each. */
  private static List<String> calls(Path script, String tool) throws IOException {
    return flat(script)
        .lines()
        .filter(
            line -> !line.startsWith("#") && line.contains("bin/" + tool) && line.contains(" --"))
        .filter(line -> !line.contains("for tool in"))
        .map(line -> line.substring(line.indexOf("bin/" + tool)))
        .toList();
  }

  /**
   * A script with its long lines in one piece, and what the shells write differently made equal.
   */
  private static String flat(Path script) throws IOException {
    return Files.readString(script)
        .replaceAll("[\\\\`]\\R\\s*", "")
        .replace('\\', '/')
        .replace("'@packaging", "@packaging")
        .replace("\"", "")
        .replace("'", "");
  }

  private static List<String> options(String text) {
    return all(OPTION, text);
  }

  private static List<String> all(Pattern what, String text) {
    return what.matcher(text).results().map(MatchResult::group).toList();
  }

  private static boolean known(String option) {
    String nowhere = "--no-such-option";
    return !jpackage(option).equals(jpackage(nowhere).replace(nowhere, option));
  }

  /** What it complains about first: an option, before the value that lacks or the image. */
  private static String jpackage(String option) {
    StringWriter text = new StringWriter();
    int status =
        ToolProvider.findFirst("jpackage")
            .orElseThrow()
            .run(new PrintWriter(text), new PrintWriter(text), "--type", "app-image", option);
    assertThat(status).isNotZero();
    return text.toString();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    if (command[0].equals("java")) {
      command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
