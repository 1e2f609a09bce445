package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Layout;
import dev.shardwright.plan.Layout.Position;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovesTest {
  private static final TableName CARS = Schemas.table("cars");
  private static final Layout MOVED = Layout.of(Map.of(CARS, new Position(120, -40)));

  @TempDir private Path folder;
  private final PlannerModel model = new PlannerModel(Background.direct());

  @BeforeEach
  void open() {
    Plan plan =
        Plan.of(
            Schemas.parse("clients(id) cars(id, client_id -> clients!) fx(id)"),
            Decisions.root(Schemas.table("clients")),
            Evidence.NONE);
    Path file = folder.resolve("cars.shardplan");
    PlanFile.of(plan).write(file);
    model.openPlanFile(file);
  }

  @Test
  void aMoveIsWorthSavingAndComesBackFromTheFile() throws Exception {
    model.journal().place(MOVED);
    assertThat(model.dirtyProperty().get()).isTrue();

    Path file = folder.resolve("moved.shardplan");
    model.saveAs(file);

    assertThat(model.dirtyProperty().get()).isFalse();
    assertThat(Files.readString(file)).contains("\"public.cars\":[120.0,-40.0]".replace(":", ": "));
    PlannerModel other = new PlannerModel(Background.direct());
    other.openPlanFile(file);
    assertThat(other.journal().layoutProperty().get()).isEqualTo(MOVED);
  }

  @Test
  void undoTakesBackWhatWasLastAMoveOrADecision() {
    Decision neutral = new Decision.KindOverride(CARS, Kind.NEUTRAL, Optional.empty());
    model.journal().place(MOVED);
    model.decide(neutral);
    Layout further = Layout.of(Map.of(CARS, new Position(900, 900)));
    model.journal().place(further);

    model.undo();
    assertThat(model.journal().layoutProperty().get()).isEqualTo(MOVED);
    assertThat(model.plan().orElseThrow().kind(CARS)).isEqualTo(Kind.NEUTRAL);
    model.undo();
    assertThat(model.plan().orElseThrow().kind(CARS)).isEqualTo(Kind.CLIENT);
    assertThat(model.journal().layoutProperty().get()).isEqualTo(MOVED);
    model.undo();
    assertThat(model.journal().layoutProperty().get()).isEqualTo(Layout.NONE);
    assertThat(model.journal().canUndoProperty().get()).isFalse();

    model.redo();
    model.redo();
    model.redo();
    assertThat(model.journal().layoutProperty().get()).isEqualTo(further);
    assertThat(model.plan().orElseThrow().kind(CARS)).isEqualTo(Kind.NEUTRAL);
    assertThat(model.journal().canRedoProperty().get()).isFalse();
  }
}
