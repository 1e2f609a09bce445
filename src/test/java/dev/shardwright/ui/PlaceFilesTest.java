package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.diagram.Area;
import dev.shardwright.diagram.Placed;
import dev.shardwright.diagram.Places;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserFolders;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import dev.shardwright.ui.diagram.DiagramPane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PlaceFilesTest {
  @TempDir private Path folder;

  @Test
  void theNextRunShowsTablesWhereTheLastOneDidAlthoughATableCame() {
    for (int tables : new int[] {30, 150}) {
      Schema schema = GeneratedSchemas.of(tables, 9);
      Map<TableName, Placed> last = drawn(schema);
      TableName more = Schemas.table("aaa_new");
      Map<TableName, Placed> next = drawn(with(schema, more));

      assertThat(next).containsKey(more);
      long moved =
          last.keySet().stream().filter(t -> !place(last, t).equals(place(next, t))).count();
      // In an atlas the group that the table came into is laid out anew.
      assertThat(moved).isLessThanOrEqualTo(tables > 50 ? 36 : 0);
    }
  }

  @Test
  void aDamagedFileIsAsIfThereWereNone() throws IOException {
    PlaceFiles files = PlaceFiles.of(new UserFolders(folder, folder));
    assertThat(files.recall("a drawing")).isEqualTo(Places.NONE);
    Places places = new Places(List.of(), new TreeMap<>(), List.of());
    files.keep("a drawing", places);
    try (Stream<Path> kept = Files.list(folder.resolve("drawings"))) {
      Files.write(kept.findFirst().orElseThrow(), new byte[] {0, 0, 0, 1, 9});
    }

    assertThat(files.recall("a drawing")).isEqualTo(Places.NONE);
  }

  /** A window of its own, as after a new start. */
  private Map<TableName, Placed> drawn(Schema schema) {
    return WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          DiagramPane pane =
              new DiagramPane(
                  Background.direct(),
                  new SimpleObjectProperty<>(Optional.of(plan(schema))),
                  new SimpleObjectProperty<>(Set.of()),
                  new SimpleBooleanProperty(),
                  PlaceFiles.of(new UserFolders(folder, folder)));
          return pane.drawing().boxes();
        });
  }

  private static Plan plan(Schema schema) {
    return Plan.of(schema, Decisions.root(GeneratedSchemas.ROOT), Evidence.NONE);
  }

  private static Schema with(Schema schema, TableName more) {
    var tables = new ArrayList<>(schema.tables());
    tables.addAll(Schemas.parse(more.name() + "(id, name:text)").tables());
    return Schema.of(schema.origin(), tables, schema.relations());
  }

  private static Area place(Map<TableName, Placed> boxes, TableName table) {
    Area area = Optional.ofNullable(boxes.get(table)).orElseThrow().area();
    return new Area(area.x(), area.y(), 0, 0);
  }
}
