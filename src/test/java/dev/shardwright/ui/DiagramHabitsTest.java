package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Detail;
import dev.shardwright.diagram.Link;
import dev.shardwright.diagram.RelationFilter;
import dev.shardwright.model.UserFolders;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.ui.diagram.DiagramPane;
import dev.shardwright.ui.diagram.View;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DiagramHabitsTest {
  private static final Plan LARGE =
      Plan.of(GeneratedSchemas.of(120, 3), Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);

  @TempDir private Path folder;
  private final ObjectProperty<Optional<Plan>> plan = new SimpleObjectProperty<>(Optional.empty());

  @Test
  void theNextWindowShowsDiagramsAsTheLastOneDid() {
    onWindow(() -> {
      DiagramPane last = pane();
      last.viewProperty().set(View.PLAN);
      last.detailProperty().set(Detail.NAMES);
      last.relationsProperty().set(new RelationFilter(Set.of(Link.Sort.CUT), true));
      last.dimsProperty().set(true);

      DiagramPane next = pane();
      assertThat(next.viewProperty().get()).isEqualTo(View.PLAN);
      assertThat(next.detailProperty().get()).isEqualTo(Detail.NAMES);
      assertThat(next.relationsProperty().get())
          .isEqualTo(new RelationFilter(Set.of(Link.Sort.CUT), true));
      assertThat(next.dimsProperty().get()).isTrue();
    });
  }

  @Test
  void aViewOfOneTableAndADetailThatTheProgramChoseAreNotKept() {
    onWindow(() -> {
      DiagramPane last = pane();
      plan.set(Optional.of(LARGE));
      assertThat(last.detailProperty().get()).isEqualTo(Detail.KEYS);
      last.viewProperty().set(View.FOCUS);
      plan.set(Optional.empty());

      DiagramPane next = pane();
      assertThat(next.viewProperty().get()).isEqualTo(View.ATLAS);
      assertThat(next.detailChosen()).isFalse();
    });
  }

  private DiagramPane pane() {
    DiagramPane pane =
        new DiagramPane(
            Background.direct(),
            plan,
            new SimpleObjectProperty<>(Set.of()),
            new SimpleBooleanProperty());
    UserFolders folders = new UserFolders(folder, folder);
    DiagramHabits.follow(pane, Preferences.of(Optional.of(folders)));
    return pane;
  }

  private static void onWindow(Runnable story) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, story);
  }
}
