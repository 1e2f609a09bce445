package dev.shardwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Progress;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.GeneratedSchemas;
import dev.shardwright.testing.Schemas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables keep their places while the schema changes a little. */
class StabilityTest {
  /** The tables of the group that changed, and of one that had to make room. */
  private static final int MOST_MOVED = 72;

  @ParameterizedTest
  @CsvSource({"300, 12, 1", "1000, 6, 2"})
  void aTableOrAKeyMoreOrLessMovesNothingOutsideItsGroup(
      int tables, int changes, long seed, TestReporter reporter) {
    Random random = new Random(seed);
    Schema schema = GeneratedSchemas.of(tables, 7);
    Drawing drawing = Pictures.draw(plan(schema), DiagramOptions.atlas(tables));
    List<Long> moved = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      schema = changed(schema, i, random);
      Drawing next = after(drawing, schema);
      long now = moved(drawing, next);
      moved.add(now);
      assertThat(now).as("moved by change " + i).isLessThanOrEqualTo(MOST_MOVED);
      assertThat(next.boxes()).hasSize(schema.tables().size());
      drawing = next;
    }
    reporter.publishEntry("tables moved by each change of " + tables, moved.toString());
    assertThat(Neat.overlaps(drawing)).isEmpty();
    assertThat(Neat.crossed(drawing)).isEmpty();
  }

  /** Small drawings are one graph without frames. */
  @ParameterizedTest
  @CsvSource({"12, 3", "25, 4", "45, 5", "45, 6"})
  void inASmallDrawingAChangeMovesNothingElse(int tables, long seed, TestReporter reporter) {
    Random random = new Random(seed);
    Schema schema = GeneratedSchemas.of(tables, seed);
    Drawing drawing = Pictures.draw(plan(schema), DiagramOptions.atlas(tables));
    List<Long> moved = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      schema = changed(schema, i, random);
      Drawing next = after(drawing, schema);
      moved.add(moved(drawing, next));
      assertThat(next.boxes()).hasSize(schema.tables().size());
      assertThat(Neat.overlaps(next)).isEmpty();
      assertThat(Neat.crossed(next)).isEmpty();
      drawing = next;
    }
    reporter.publishEntry("tables moved by each change of " + tables, moved.toString());
    assertThat(moved.stream().filter(m -> m > 2).count()).as("new drawings").isLessThan(3);
  }

  @Test
  void placesThatWereStoredKeepADrawingFromOneRunToTheNext() throws IOException {
    for (int tables : new int[] {30, 300}) {
      Schema schema = GeneratedSchemas.of(tables, 7);
      Drawing before = Pictures.draw(plan(schema), DiagramOptions.atlas(tables));
      Schema changed = changed(schema, 0, new Random(1));
      ByteArrayOutputStream stored = new ByteArrayOutputStream();
      Places.of(before).write(new DataOutputStream(stored));
      Places read =
          Places.read(new DataInputStream(new ByteArrayInputStream(stored.toByteArray())));

      assertThat(read).isEqualTo(Places.of(before));
      Diagram diagram = Diagram.of(plan(changed), DiagramOptions.atlas(tables));
      Drawing after = Layout.after(read, diagram, Layout.PAGE, Progress.SILENT);
      assertThat(after).isEqualTo(after(before, changed));
    }
  }

  @Test
  void theSameSchemaIsDrawnAtTheSamePlacesAgain() {
    for (int tables : new int[] {12, 45, 300}) {
      Schema schema = GeneratedSchemas.of(tables, 7);
      Drawing before = Pictures.draw(plan(schema), DiagramOptions.atlas(tables));
      assertThat(after(before, schema)).isEqualTo(before);
    }
  }

  @Test
  void whatIsTriedOutAndTakenBackLeavesNoTrace() {
    Schema schema = GeneratedSchemas.of(300, 7);
    Drawing before = Pictures.draw(plan(schema), DiagramOptions.atlas(300));
    Drawing tried = after(before, changed(schema, 2, new Random(5)));
    assertThat(moved(before, after(tried, schema))).isZero();
  }

  @Test
  void anotherDatabaseIsDrawnAnew() {
    Drawing before = Pictures.draw(plan(GeneratedSchemas.of(300, 7)), DiagramOptions.atlas(300));
    Schema other = GeneratedSchemas.of(600, 9);
    assertThat(after(before, other)).isEqualTo(after(Drawing.EMPTY, other));
  }

  /** In turn: a table more, a table less, a key less, a key more. */
  private static Schema changed(Schema schema, int turn, Random random) {
    List<Table> tables = new ArrayList<>(schema.tables());
    List<Relation> relations = new ArrayList<>(schema.relations());
    Table any = tables.get(5 + random.nextInt(tables.size() - 5));
    switch (turn % 4) {
      case 0 -> {
        String name = "new_" + turn + "_" + any.name().name();
        Table more = Schemas.parse(name + "(id, name:text)").tables().getFirst();
        tables.add(more);
        relations.add(key(more.name(), any.name()));
      }
      case 1 -> {
        tables.remove(any);
        relations.removeIf(r -> r.child().equals(any.name()) || r.parent().equals(any.name()));
      }
      case 2 -> relations.remove(random.nextInt(relations.size()));
      default -> relations.add(key(any.name(), tables.get(10).name()));
    }
    return Schema.of(schema.origin(), tables, relations);
  }

  private static Relation key(TableName child, TableName parent) {
    String name = child.name() + "_more_fkey";
    return Relation.declared(child, name, List.of("id"), parent, List.of("id"), false);
  }

  private static Drawing after(Drawing before, Schema schema) {
    DiagramOptions options = DiagramOptions.atlas(schema.tables().size());
    Diagram diagram = Diagram.of(plan(schema), options);
    return Layout.after(Places.of(before), diagram, Layout.PAGE, Progress.SILENT);
  }

  private static Plan plan(Schema schema) {
    return Pictures.plan(schema, GeneratedSchemas.ROOT);
  }

  private static long moved(Drawing before, Drawing after) {
    return before.boxes().values().stream()
        .filter(b -> after.box(b.table()).filter(a -> away(a.area(), b.area()) > 0.5).isPresent())
        .count();
  }

  private static double away(Area one, Area other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }
}
