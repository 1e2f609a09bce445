package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's model at work, without a toolkit. */
class PlannerModelTest {
  private static final Schema CAR_RENTAL =
      Schemas.parse(
          """
          clients(id, city_id -> cities!)
          cities(id, name:text!)
          cars(id)
          rentals(id, client_id -> clients!, car_id -> cars!)
          fx_rates(id, rate:numeric)
          """);
  private static final TableName CLIENTS = new TableName("public", "clients");
  private static final TableName RENTALS = new TableName("public", "rentals");
  private static final TableName CARS = new TableName("public", "cars");

  @TempDir private Path folder;
  private final PlannerModel model = new PlannerModel(Background.direct());

  @BeforeEach
  void openThePlanOfTheCarRental() {
    Path file = folder.resolve("rental.shardplan");
    PlanFile.of(Plan.of(CAR_RENTAL, Decisions.root(CLIENTS), Evidence.NONE)).write(file);
    model.openPlanFile(file);
  }

  @Test
  void anOpenedPlanFileShowsItsColoursAndNeedsNoConnection() {
    assertThat(kind(RENTALS)).isEqualTo(Kind.CLIENT);
    assertThat(kind(CARS)).isEqualTo(Kind.CONTEXT);
    assertThat(model.sourceProperty().get()).isEmpty();
    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(model.journal().canUndoProperty().get()).isFalse();
  }

  @Test
  void aPlanThatWasReadWhileTheWindowWasBuiltOpensLikeAnyOther() {
    PlannerModel starting = new PlannerModel(Background.direct());
    starting.openPlanFile(ReadAhead.of(folder.resolve("rental.shardplan"), starting.background()));
    assertThat(starting.plan().map(p -> p.kind(RENTALS))).contains(Kind.CLIENT);
    assertThat(starting.planFileProperty().get()).isPresent();
  }

  @Test
  void aPlanThatCouldNotBeReadAheadIsASentenceOnceTheWindowIsThere() {
    PlannerModel starting = new PlannerModel(Background.direct());
    starting.openPlanFile(ReadAhead.of(folder.resolve("gone.shardplan"), starting.background()));
    assertThat(starting.notices().failureProperty().get().map(Failure::sentence).orElse(""))
        .contains("gone.shardplan");
  }

  @Test
  void anOverrideIsPlannedAtOnceAndUndoTakesItBackAndRedoBringsItAgain() {
    model.decide(override(CARS, Kind.NEUTRAL));
    assertThat(kind(CARS)).isEqualTo(Kind.NEUTRAL);
    assertThat(model.dirtyProperty().get()).isTrue();
    model.undo();
    assertThat(kind(CARS)).isEqualTo(Kind.CONTEXT);
    assertThat(model.dirtyProperty().get()).isFalse();
    model.redo();
    assertThat(kind(CARS)).isEqualTo(Kind.NEUTRAL);
  }

  @Test
  void sayingTheSameTwiceIsOneStep() {
    model.decide(override(CARS, Kind.NEUTRAL));
    model.decide(override(CARS, Kind.NEUTRAL));
    model.undo();
    assertThat(model.journal().canUndoProperty().get()).isFalse();
  }

  @Test
  void aDecisionCarriesItsDayAndSayingItAgainLaterKeepsTheFirst() {
    String today = LocalDate.now(ZoneId.systemDefault()).toString();
    model.decide(override(CARS, Kind.NEUTRAL));
    model.decide(new Decision.PlainId(RENTALS, List.of("car_id"), Optional.empty()));
    model.decide(override(CARS, Kind.NEUTRAL));
    assertThat(model.journal().historyProperty().get().now().all())
        .filteredOn(d -> !(d instanceof Decision.Root))
        .hasSize(2)
        .allMatch(d -> d.when().equals(Optional.of(today)));
    assertThat(model.journal().historyProperty().get().steps()).hasSize(2);
  }

  @Test
  void anOpenQuestionStandsInTheWorkListUntilItIsAnsweredAndUndoOpensItAgain() {
    Decision.Question question =
        new Decision.Question(Optional.of(CARS), "who buys the cars?", Decision.Note.NONE);
    model.decide(question);
    assertThat(WorkList.of(model.plan().orElseThrow()).doubts()).contains("1 open question");
    Path file = folder.resolve("asked.shardplan");
    model.saveAs(file);
    model.openPlanFile(file);
    model.decide(Reasons.with(question, "the fleet department"));
    assertThat(WorkList.of(model.plan().orElseThrow()).doubts()).doesNotContain("1 open question");
    model.undo();
    assertThat(WorkList.of(model.plan().orElseThrow()).doubts()).contains("1 open question");
  }

  @Test
  void severalDecisionsAtOnceAreOneStep() {
    model.decideAll(List.of(override(CARS, Kind.CLIENT), override(RENTALS, Kind.NEUTRAL)));
    model.undo();
    assertThat(kind(CARS)).isEqualTo(Kind.CONTEXT);
    assertThat(kind(RENTALS)).isEqualTo(Kind.CLIENT);
  }

  @Test
  void anotherRootColoursTheTablesAnew() {
    model.chooseRoot(CARS);
    assertThat(kind(CARS)).isEqualTo(Kind.CLIENT);
    assertThat(kind(CLIENTS)).isEqualTo(Kind.CONTEXT);
  }

  @Test
  void whatIsTriedOutIsDrawnButNotDecided() {
    model.tryOut().start(override(CARS, Kind.NEUTRAL));
    assertThat(drawn(CARS)).isEqualTo(Kind.NEUTRAL);
    assertThat(kind(CARS)).isEqualTo(Kind.CONTEXT);
    model.tryOut().show(false);
    assertThat(drawn(CARS)).isEqualTo(Kind.CONTEXT);
    model.tryOut().end();
    assertThat(model.tryOut().trialProperty().get()).isEmpty();
    assertThat(model.journal().canUndoProperty().get()).isFalse();
  }

  @Test
  void aSavedPlanIsTheSamePlanWhenItIsOpenedAgain() throws IOException {
    Path file = folder.resolve("mine.shardplan");
    model.decide(override(CARS, Kind.NEUTRAL));
    model.saveAs(file);
    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(model.planFileProperty().get()).contains(file);
    PlannerModel again = new PlannerModel(Background.direct());
    again.openPlanFile(file);
    assertThat(again.plan().map(Plan::classification))
        .isEqualTo(model.plan().map(Plan::classification));
    again.saveAs(folder.resolve("again.shardplan"));
    assertThat(folder.resolve("again.shardplan")).hasSameBinaryContentAs(file);
    assertThat(Files.readString(file)).contains("neutral");
  }

  @Test
  void aDecisionAfterTheSaveIsUnsavedUntilItIsUndone() {
    model.saveAs(folder.resolve("mine.shardplan"));
    model.decide(override(CARS, Kind.NEUTRAL));
    assertThat(model.dirtyProperty().get()).isTrue();
    model.undo();
    assertThat(model.dirtyProperty().get()).isFalse();
  }

  @Test
  void aPlanFileThatIsNotThereIsASentenceAndThePlanStays() {
    model.openPlanFile(folder.resolve("gone.shardplan"));
    assertThat(model.notices().failureProperty().get().map(Failure::sentence).orElse(""))
        .contains("gone.shardplan");
    assertThat(kind(RENTALS)).isEqualTo(Kind.CLIENT);
    model.notices().dismissFailure();
    assertThat(model.notices().failureProperty().get()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereKeepsTheDecisionsUnsavedAndSaysSo() {
    model.decide(override(CARS, Kind.NEUTRAL));
    model.saveAs(folder.resolve("nowhere").resolve("mine.shardplan"));
    assertThat(model.notices().failureProperty().get()).isPresent();
    assertThat(model.dirtyProperty().get()).isTrue();
  }

  @Test
  void aSelectionThatTheNewPlanDoesNotHaveIsForgotten() {
    model.select(Selection.relation("public.nothing.here"));
    model.decide(override(CARS, Kind.NEUTRAL));
    assertThat(model.selection()).isEqualTo(Selection.nothing());
  }

  @Test
  void whatStandsBeforeTheExportIsNamed() {
    assertThat(model.plan().map(WorkList::of).map(WorkList::ready)).contains(true);
    PlannerModel rootless = new PlannerModel(Background.direct());
    Path file = folder.resolve("rootless.shardplan");
    PlanFile.of(Plan.of(CAR_RENTAL, Decisions.NONE, Evidence.NONE)).write(file);
    rootless.openPlanFile(file);
    assertThat(rootless.plan().map(WorkList::of).map(WorkList::line))
        .contains("no root table chosen → not ready to export");
  }

  private Kind kind(TableName table) {
    return model.plan().orElseThrow().kind(table);
  }

  private Kind drawn(TableName table) {
    return model.tryOut().shownProperty().get().orElseThrow().kind(table);
  }

  private static Decision override(TableName table, Kind kind) {
    return new Decision.KindOverride(table, kind, Optional.of("a test says so"));
  }
}
