package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Samples;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.SourceOptions;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Remedy;
import dev.shardwright.testing.AntiPattern;
import dev.shardwright.ui.parts.Titles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every anti-pattern, opened from its sample in the window: evidence, remedy, what if. */
@ExtendWith(ApplicationExtension.class)
class AntiPatternsTest {
  private Desk desk;

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.act(desk.model::close);
  }

  static Stream<String> samples() {
    return AntiPattern.ALL.stream().map(AntiPattern::sample).distinct();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isFoundCountedMendedAndForeseen(String sample, FxRobot robot) {
    desk.act(() -> desk.model.open(Source.parse("sample:" + sample, SourceOptions.DEFAULT)));
    List<AntiPattern> patterns =
        AntiPattern.ALL.stream().filter(p -> p.sample().equals(sample)).toList();
    desk.until(() ->
        desk.model.busy().isEmpty()
            && desk.model.plan().isPresent()
            && patterns.stream().allMatch(p -> finding(p).isPresent()));
    assertThat(desk.plan().root().orElseThrow().name()).isEqualTo(Samples.named(sample).root());
    patterns.forEach(p -> foundAndForeseen(p, robot));
  }

  private void foundAndForeseen(AntiPattern pattern, FxRobot robot) {
    Finding finding = finding(pattern).orElseThrow();
    desk.act(() -> desk.model.select(Selection.finding(finding)));
    String detail = desk.words(robot, "#finding-detail");
    assertThat(detail).as("%s", pattern).contains(pattern.table());
    for (AntiPattern.Figure figure : pattern.counted()) {
      assertThat(detail).as("%s", pattern).contains(asShown(figure));
    }
    Remedy remedy =
        finding.remedies().stream()
            .filter(r -> r.title().startsWith(pattern.remedy()))
            .findFirst()
            .orElseThrow();
    assertThat(remedy.sql().isPresent() || remedy.decision().isPresent())
        .as("%s", pattern)
        .isTrue();
    if (remedy.sql().isPresent()) {
      press(robot, remedy, Texts.of("findings.sql"));
      assertThat(robot.lookup("#finding-detail .quote").queryAll()).as("%s", pattern).isNotEmpty();
    }
    Plan before = desk.plan();
    press(robot, remedy, Texts.of("findings.whatIf"));
    desk.until(() -> desk.model.tryOut().trialProperty().get().isPresent());
    assertThat(desk.words(robot, "#what-if"))
        .as("%s", pattern)
        .containsPattern(difference(pattern));
    assertThat(desk.model.tryOut().shownProperty().get().orElseThrow()).isNotEqualTo(before);
    desk.act(() -> desk.model.tryOut().show(false));
    assertThat(desk.model.tryOut().shownProperty().get()).contains(before);
    desk.act(desk.model.tryOut()::end);
    assertThat(robot.lookup("#what-if").match(Node::isVisible).tryQuery()).isEmpty();
  }

  private Optional<Finding> finding(AntiPattern pattern) {
    return desk.plan().findings().stream()
        .filter(f -> f.check() == pattern.check() && f.subtype().equals(pattern.subtype()))
        .filter(f -> f.table().name().equals(pattern.table()))
        .filter(f ->
            pattern.counted().stream()
                .allMatch(c ->
                    String.valueOf(f.measured().figures().get(c.name()))
                        .equals(String.valueOf(c.value()))))
        .findFirst();
  }

  /** {@code violatingRows 1130} → {@code violating rows 1,130}. */
  private static String asShown(AntiPattern.Figure figure) {
    String words = figure.name().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words + " " + Texts.of("number", figure.value());
  }

  /** {@code 2 tables change colour; 1 finding goes (Self loop), none comes.} */
  private static String difference(AntiPattern p) {
    return told(p.recoloured(), "No table changes", "table changes", "tables change")
        + " colour; "
        + told(p.gone(), "no finding goes", "finding goes", "findings go")
        + "( \\(.+\\))?, "
        + told(p.come(), "none comes", "comes", "come");
  }

  private static String told(int count, String none, String one, String many) {
    return count == 0 ? none : count + " " + (count == 1 ? one : many);
  }

  /** Presses a button beside a remedy, as far down in the pane as it may be. */
  private void press(FxRobot robot, Remedy remedy, String button) {
    Label title =
        robot
            .lookup("#finding-detail .label")
            .match((Label l) -> l.getText().equals(Titles.sentence(desk.plan(), remedy.title())))
            .query();
    Parent line = title.getParent();
    Button pressed =
        line.lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(b -> b.getText().equals(button))
            .findFirst()
            .orElseThrow();
    desk.act(pressed::fire);
  }
}
