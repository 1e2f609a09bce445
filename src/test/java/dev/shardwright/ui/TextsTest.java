package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.risk.CheckCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/shardwright/ui");
  private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z]+)*)\"");
  private static final Set<String> KEYS = ResourceBundle.getBundle("texts.window").keySet();

  @Test
  void everyTextThatThePanesAskForExists() throws IOException {
    List<String> missing = new ArrayList<>();
    Pattern asked =
        Pattern.compile(
            "(?:Texts\\.of|line)\\(\\s*\"([^\"]+)\"\\s*[,)]|field\\(\"[^\"]+\", \"([^\"]+)\"");
    for (String source : sources()) {
      Matcher key = asked.matcher(source);
      while (key.find()) {
        String wanted = key.group(1) == null ? key.group(2) : key.group(1);
        if (!KEYS.contains(wanted)) {
          missing.add(wanted);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noTextIsLeftOver() throws IOException {
    Set<String> named = new TreeSet<>();
    Set<String> begun = new TreeSet<>();
    for (String source : sources()) {
      Matcher key = KEY.matcher(source);
      while (key.find()) {
        named.add(key.group(1));
      }
      Matcher beginning = Pattern.compile("\"([a-zA-Z.]+\\.)\"").matcher(source);
      while (beginning.find()) {
        begun.add(beginning.group(1));
      }
    }
    List<String> leftOver =
        KEYS.stream()
            .filter(k -> !named.contains(k) && !named.contains(k.replaceFirst("^action\\.", "")))
            .filter(k -> begun.stream().noneMatch(k::startsWith))
            .sorted()
            .toList();
    assertThat(leftOver).isEmpty();
  }

  @Test
  void noTextIsWrittenTwiceSinceTheLastWouldHideTheOthers() throws IOException {
    List<String> keys =
        Files.readAllLines(Path.of("assets/texts/window.properties")).stream()
            .filter(line -> line.matches("[A-Za-z][A-Za-z_.]* = .*"))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    assertThat(keys).hasSizeGreaterThan(400).doesNotHaveDuplicates();
  }

  /** The log and mistakes of programmers speak English in every language. */
  @Test
  void noSentenceStandsInThePanesThemselves() throws IOException {
    Pattern sentence = Pattern.compile("\"[^\"]*[a-z]{2,} [a-z]{2,}[^\"]*\"");
    Pattern forOthers = Pattern.compile("LOG\\.|Exception\\(|-fx-|FirstFrame|\"first frame\"");
    List<String> written =
        sources().stream()
            .flatMap(String::lines)
            .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
            .filter(line -> sentence.matcher(line).find() && !forOthers.matcher(line).find())
            .map(String::strip)
            .toList();
    assertThat(written).isEmpty();
  }

  @Test
  void everyCheckSaysWhyItMatters() {
    assertThat(CheckCode.values()).allMatch(code -> KEYS.contains("check." + code.name()));
  }

  @Test
  void numbersAreWrittenAsInEnglishAndPluralsFit() {
    assertThat(Texts.of("figures.rows", 41_907L)).isEqualTo("41,907 rows");
    assertThat(Texts.of("figures.rows", 1)).isEqualTo("1 row");
    assertThat(Texts.of("work.undecided", 2)).isEqualTo("2 undecided tables");
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }
}
