package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.LiteralPaths;
import dev.shardwright.classify.Ownership;
import dev.shardwright.graph.Chains;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Schemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must hold for any schema; a failure names the seed that repeats it. */
class PlanPropertiesTest {
  private static final int SCHEMAS = 1000;
  private static final TableName ROOT = Schemas.table("t0");

  @Test
  void coloursPartitionTheTablesAndKeepTheirPromises() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Plan plan = plan(schema(new Random(seed)));
      for (Relation r : plan.graph().relations()) {
        Kind child = plan.kind(r.child());
        Kind parent = plan.kind(r.parent());
        boolean fits =
            child == parent
                || (child == Kind.CLIENT && parent == Kind.CONTEXT)
                || (child == Kind.UNDECIDED && parent != Kind.CLIENT);
        assertThat(fits).as("seed %d: %s is %s, parent %s", seed, r.id(), child, parent).isTrue();
      }
      for (TableName context : plan.classification().tables(Kind.CONTEXT)) {
        assertThat(Chains.down(plan.graph(), List.of(context), r -> true).keySet())
            .as("seed %d: clients below %s", seed, context)
            .anyMatch(t -> plan.kind(t) == Kind.CLIENT);
      }
      assertThat(plan.classification().marks()).hasSize(plan.schema().tables().size());
    }
  }

  @Test
  void thePlanDoesNotDependOnTheOrderOfItsInput() {
    for (int seed = 0; seed < 300; seed++) {
      Schema schema = schema(new Random(seed));
      var tables = new ArrayList<>(schema.tables());
      var relations = new ArrayList<>(schema.relations());
      Collections.shuffle(tables, new Random(seed));
      Collections.shuffle(relations, new Random(seed));
      Plan plan = plan(schema);
      Plan shuffled = plan(Schema.of(schema.origin(), tables, relations));
      assertThat(shuffled.classification()).as("seed %d", seed).isEqualTo(plan.classification());
      assertThat(shuffled.findings()).as("seed %d", seed).isEqualTo(plan.findings());
    }
  }

  @Test
  void rowsCalledSafeAreNeitherLostNorShared() {
    int looked = 0;
    for (int seed = 0; seed < 3 * SCHEMAS; seed++) {
      Random random = new Random(seed);
      Schema schema = schema(random);
      Plan plan = plan(schema);
      RandomRows rows = RandomRows.of(schema, ROOT, 3, random);
      rows.reach(ROOT);
      for (TableName table : plan.classification().tables(Kind.CLIENT)) {
        Ownership status = plan.mark(table).ownership();
        if (status == Ownership.TOTAL || status == Ownership.SINGLE) {
          List<Relation> chain = plan.ownership().chainTo(table);
          for (RandomRows.Row row : rows.of(table)) {
            looked++;
            boolean found = RandomRows.up(row, chain).isPresent();
            assertThat(found)
                .as("seed %d: a row of %s (%s) is found by its chain", seed, table, status)
                .isEqualTo(row.reached);
            if (status == Ownership.TOTAL) {
              assertThat(found).as("seed %d: a row of %s has an owner", seed, table).isTrue();
            }
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(9_000);
  }

  @Test
  void cuttingARelationMakesNoTableClientAndIsAsIfItWereNotThere() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Schema schema = schema(new Random(seed));
      Plan plan = plan(schema);
      for (Relation r : schema.relations().stream().skip(seed % 5).limit(1).toList()) {
        Plan cut =
            Plan.of(
                schema,
                plan.decisions().with(new Decision.Cut(r.id(), Optional.empty())),
                Evidence.NONE);
        assertThat(plan.classification().tables(Kind.CLIENT))
            .as("seed %d without %s", seed, r.id())
            .containsAll(cut.classification().tables(Kind.CLIENT));
        Schema without =
            schema.with(
                schema.tables(), schema.relations().stream().filter(x -> !x.equals(r)).toList());
        assertThat(cut.classification())
            .as("seed %d without %s", seed, r.id())
            .isEqualTo(plan(without).classification());
      }
    }
  }

  @Test
  void addingARelationTakesNoTableFromTheClients() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      Schema schema = schema(random);
      Plan plan = plan(schema);
      TableName child = any(schema, random);
      TableName parent = any(schema, random);
      Decision drawn =
          new Decision.Virtual(
              child,
              List.of("id"),
              parent,
              List.of("id"),
              Optional.empty(),
              false,
              Optional.empty());
      Plan more = Plan.of(schema, plan.decisions().with(drawn), Evidence.NONE);
      assertThat(more.classification().tables(Kind.CLIENT))
          .as("seed %d with %s -> %s", seed, child, parent)
          .containsAll(plan.classification().tables(Kind.CLIENT));
      boolean owned = plan.kind(parent) == Kind.CLIENT;
      assertThat(!owned || more.kind(child) == Kind.CLIENT).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void theShardsOwnSchemaIsColouredAsBefore() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Plan plan = plan(schema(new Random(seed)));
      Set<TableName> shard = new HashSet<>(plan.classification().tables(Kind.CLIENT));
      shard.addAll(plan.classification().tables(Kind.CONTEXT));
      Schema schema = plan.schema();
      Plan again =
          plan(
              schema.with(
                  schema.tables().stream().filter(t -> shard.contains(t.name())).toList(),
                  schema.relations().stream()
                      .filter(r -> shard.contains(r.child()) && shard.contains(r.parent()))
                      .toList()));
      for (TableName table : shard) {
        assertThat(again.kind(table)).as("seed %d: %s", seed, table).isEqualTo(plan.kind(table));
      }
    }
  }

  private static TableName any(Schema schema, Random random) {
    return schema.tables().get(random.nextInt(schema.tables().size())).name();
  }

  @Test
  void theLiteralCountEqualsListingThePaths() {
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Plan plan = plan(schema(new Random(seed)));
      Set<TableName> clients = new HashSet<>(plan.classification().tables(Kind.CLIENT));
      LiteralPaths paths = LiteralPaths.of(plan.graph(), ROOT, clients);
      for (TableName table : clients) {
        if (!table.equals(ROOT)) {
          long listed = list(plan, table, ROOT, new HashSet<>(Set.of(ROOT)));
          assertThat(paths.several(table)).as("seed %d: %s", seed, table).isEqualTo(listed > 1);
        }
      }
    }
  }

  /** Simple paths, one by one: the slow way that the program must not go. */
  private static long list(Plan plan, TableName to, TableName at, Set<TableName> on) {
    if (at.equals(to)) {
      return 1;
    }
    long found = 0;
    for (Relation r : plan.graph().toChildren(at)) {
      if (on.add(r.child())) {
        found += list(plan, to, r.child(), on);
        on.remove(r.child());
      }
    }
    return found;
  }

  private static Plan plan(Schema schema) {
    return Plan.of(schema, Decisions.root(ROOT), Evidence.NONE);
  }

  /** Up to nine tables with keys of all sorts: parallel ones, loops, cycles. */
  private static Schema schema(Random random) {
    int tables = 3 + random.nextInt(7);
    List<StringBuilder> texts = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      texts.add(new StringBuilder("t" + i + "(id"));
    }
    int keys = random.nextInt(2 * tables + 1);
    for (int k = 0; k < keys; k++) {
      int child = random.nextInt(tables);
      int parent = random.nextInt(3) == 0 ? random.nextInt(tables) : random.nextInt(child + 1);
      String never = random.nextBoolean() ? "!" : "";
      texts.get(child).append(", k").append(k).append(" -> t").append(parent).append(never);
    }
    StringBuilder all = new StringBuilder();
    texts.forEach(t -> all.append(t).append(") "));
    return Schemas.parse(all.toString());
  }
}
