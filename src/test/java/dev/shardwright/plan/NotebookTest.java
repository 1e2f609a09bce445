package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The history and the branches survive the file, and a history that does not fit says so. */
class NotebookTest {
  private static final Schema BLOG =
      Schemas.parse(
          """
          clients(id, city_id -> cities!)
          cities(id)
          posts(id, client_id -> clients!)
          """);
  private static final TableName CITIES = new TableName("public", "cities");

  @Test
  void theStepsAreTheSameAfterAVisitToTheFile() {
    PlanFile file = file(threeSteps());
    PlanFile again = PlanFile.parse(file.text(), "again");
    assertThat(again.text()).isEqualTo(file.text());
    History history = again.notebook().history();
    assertThat(history.at()).isEqualTo(3);
    assertThat(history.now()).isEqualTo(again.decisions());
    assertThat(history.change(1).said()).containsExactly(kind(Kind.NEUTRAL));
    assertThat(history.change(2).takenBack()).containsExactly(kind(Kind.NEUTRAL));
    assertThat(history.undone().now().all()).contains(kind(Kind.NEUTRAL));
    assertThat(history.steps().getFirst().when()).isEqualTo("2026-11-26T10:00");
  }

  @Test
  void aStepIsALineOfItsOwn() {
    String two = file(threeSteps().undone()).text();
    List<String> more = file(threeSteps()).text().lines().toList();
    List<String> before = two.lines().toList();
    assertThat(more.stream().filter(l -> !before.contains(l)).filter(l -> l.contains("takenBack")))
        .hasSize(1);
  }

  @Test
  void aChangeByHandBecomesAStep() {
    String text = file(threeSteps().undone()).text();
    String changed = text.replaceFirst("\"kind\":\"neutral\"", "\"kind\":\"client\"");
    assertThat(changed).isNotEqualTo(text);
    History history = PlanFile.parse(changed, "changed").notebook().history();
    assertThat(history.at()).isEqualTo(3);
    assertThat(history.now().all()).contains(kind(Kind.CLIENT));
    assertThat(history.steps().getLast().when()).isEmpty();
  }

  @Test
  void aFileWithoutAPastHasNone() {
    String text = PlanFile.of(Plan.of(BLOG, root(), Evidence.NONE)).text();
    assertThat(text).doesNotContain("history", "branches");
    assertThat(PlanFile.parse(text, "plain").notebook().history().canUndo()).isFalse();
  }

  @Test
  void branchesAreKept() {
    Branch branch = new Branch("cut it", "2026-11-26T11:00", root().with(kind(Kind.NEUTRAL)));
    Notebook notebook = new Notebook(History.startingWith(root()), List.of(branch));
    PlanFile file = new PlanFile(BLOG, root(), Evidence.NONE, Layout.NONE, notebook);
    assertThat(PlanFile.parse(file.text(), "x").notebook().branches()).containsExactly(branch);
  }

  @Test
  void aThousandDecisionsUndoneAndRedoneGiveTheSameBytes() {
    History history = History.startingWith(root());
    for (int i = 0; i < 1000; i++) {
      Decision next = new Decision.PlainId(CITIES, List.of("c" + i), Optional.of("reason " + i));
      history = history.then(history.now().with(next), "2026-11-26T10:00");
    }
    String all = file(history).text();
    while (history.canUndo()) {
      history = history.undone();
    }
    assertThat(history.now()).isEqualTo(root());
    while (history.canRedo()) {
      history = history.redone();
    }
    assertThat(file(history).text()).isEqualTo(all);
    assertThat(PlanFile.parse(all, "all").text()).isEqualTo(all);
  }

  private static PlanFile file(History history) {
    return new PlanFile(
        BLOG,
        history.now(),
        new Evidence(new TreeMap<>()),
        Layout.NONE,
        new Notebook(history, List.of()));
  }

  private static History threeSteps() {
    return History.startingWith(Decisions.NONE)
        .then(root(), "2026-11-26T10:00")
        .then(root().with(kind(Kind.NEUTRAL)), "2026-11-26T10:01")
        .then(root(), "2026-11-26T10:02");
  }

  private static Decisions root() {
    return Decisions.root(new TableName("public", "clients"));
  }

  private static Decision kind(Kind kind) {
    return new Decision.KindOverride(CITIES, kind, Optional.of("because"));
  }
}
