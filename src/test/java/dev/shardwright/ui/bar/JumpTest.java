package dev.shardwright.ui.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.PlanFile;
import dev.shardwright.testing.Plans;
import dev.shardwright.ui.Action;
import dev.shardwright.ui.Background;
import dev.shardwright.ui.PlannerModel;
import dev.shardwright.ui.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jump field finds whatever has a name: tables, columns, findings, decisions, actions. */
class JumpTest {
  private static final TableName CARS = new TableName("public", "cars");

  @TempDir private Path folder;
  private final PlannerModel model = new PlannerModel(Background.direct());
  private boolean historyShown;

  @BeforeEach
  void openAPlanWithDecisions() {
    Path file = folder.resolve("a.shardplan");
    PlanFile.of(
            Plans.of(
                "clients(id)  cars(id, vin:text)  rentals(id, client_id -> clients!, car_id ->"
                    + " cars)",
                "clients",
                new Decision.KindOverride(CARS, Kind.NEUTRAL, Optional.of("bought elsewhere")),
                new Decision.Cut("public.rentals.rentals_car_id_fkey", Optional.empty()),
                new Decision.Setting("slots", "1000")))
        .write(file);
    model.openPlanFile(file);
  }

  @Test
  void aDecisionLeadsToItsTableAndTellsItsReason() {
    Jump jump = first("cars is neutral");
    assertThat(jump.what()).isEqualTo(Jump.Sort.DECISION);
    assertThat(jump.extra()).contains("bought elsewhere");
    jump.go().run();
    assertThat(model.selection()).isEqualTo(Selection.table(CARS));
  }

  @Test
  void aDecisionAboutNoTableLeadsToTheHistory() {
    first("slots").go().run();
    assertThat(historyShown).isTrue();
  }

  @Test
  void tablesColumnsAndActionsAreFoundByTheirNames() {
    assertThat(first("cars").what()).isEqualTo(Jump.Sort.TABLE);
    assertThat(first("vin").what()).isEqualTo(Jump.Sort.COLUMN);
    assertThat(first("history").what()).isEqualTo(Jump.Sort.ACTION);
  }

  private Jump first(String typed) {
    Action history =
        new Action("history", "", () -> historyShown = true, new SimpleBooleanProperty(true));
    return Jump.matches(Jump.all(model, List.of(history)), typed).getFirst();
  }
}
