package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window stays alive while a large schema comes in. */
@ExtendWith(ApplicationExtension.class)
class StallTest {
  private static final int TABLES = 3000;
  private static final long SEED = 20_261_123;

  /** Longer than this, and the window feels stuck. */
  private static final double STALL_CPU_MILLIS = 100;

  @TempDir private static Path folder;
  private Desk desk;
  private Stalls stalls;

  @Start
  void open(Stage stage) {
    desk = new Desk(stage);
    stalls = new Stalls();
  }

  @Test
  void threeThousandTablesDoNotHoldTheWindowUp(FxRobot robot, TestReporter reporter) {
    // A first plan loads the classes and styles of the window, as the sample does at its start.
    open(Schemas.parse("clients(id) rentals(id, client_id -> clients!)"));
    desk.act(stalls::reset);
    open(large());
    desk.until(() -> desk.words(robot, "#table-list").contains("t100"));
    desk.act(stalls::close);
    reporter.publishEntry(
        "longest stall of the window's thread",
        String.format(
            Locale.ROOT,
            "%.0f ms of CPU, %.0f ms between two frames, seed %d",
            stalls.longestMillis(),
            stalls.longestFrameMillis(),
            SEED));
    assertThat(stalls.longestMillis()).isLessThan(STALL_CPU_MILLIS);
  }

  private void open(Schema schema) {
    Path file = folder.resolve(schema.tables().size() + ".shardplan");
    Decisions root = Decisions.root(new TableName("public", "clients"));
    PlanFile.of(Plan.of(schema, root, Evidence.NONE)).write(file);
    desk.act(() -> desk.model.openPlanFile(file));
    desk.until(() ->
        desk.model.plan().map(p -> p.schema().tables().size()).orElse(0) == schema.tables().size()
            && desk.model.busy().isEmpty());
  }

  private static Schema large() {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("clients(id, name:text!)\n");
    for (int i = 0; i < TABLES; i++) {
      String parent = i < 20 ? "clients" : "t" + random.nextInt(i);
      text.append("t").append(i).append("(id, a:text, b:text!, p_id -> ").append(parent);
      text.append(random.nextInt(3) == 0 ? ")\n" : "!)\n");
    }
    return Schemas.parse(text.toString());
  }
}
