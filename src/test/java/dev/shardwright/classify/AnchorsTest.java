package dev.shardwright.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.graph.SchemaGraph;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases that were measured on real engines: which diamonds are proven to have one owner. */
class AnchorsTest {
  private static final String CLIENTS = "clients(id) ";

  @Test
  void twoPlainKeysProveNothing() {
    assertThat(
            classes(
                "posts(id, c -> clients!) comments(id, p -> posts!, c -> clients!)", "comments"))
        .isEqualTo(2);
  }

  @Test
  void aCompositeKeyOverTheSameOwnerColumnIsProof() {
    assertThat(
            classes(
                "k(id, c -> clients!, unique[c id]) p(id, c -> clients!, k!, [c k] -> k[c id])",
                "p"))
        .isEqualTo(1);
  }

  @Test
  void aCompositeKeyOverAnotherColumnIsNone() {
    assertThat(
            classes(
                "k(id, c -> clients!, unique[c id])"
                    + " p(id, c -> clients!, x!, k!, [x k] -> k[c id])",
                "p"))
        .isEqualTo(2);
  }

  @Test
  void anAnchorBelowTheRootIsEnough() {
    assertThat(
            classes(
                "orders(id, c -> clients!) lines(id, o -> orders!, unique[o id])"
                    + " notes(id, o -> orders!, l!, [o l] -> lines[o id])",
                "notes"))
        .isEqualTo(1);
  }

  @Test
  void twoLegsAreUnproven() {
    assertThat(classes("a(id, c -> clients!) b(id, c -> clients!) t(id, a -> a!, b -> b!)", "t"))
        .isEqualTo(2);
  }

  @Test
  void parallelKeysOnTheSameColumnAreOne() {
    assertThat(classes("t(id, c -> clients!, [c] -> clients[id])", "t")).isEqualTo(1);
  }

  @Test
  void aSharedOneToOneKeyIsProof() {
    assertThat(
            classes("profiles(c -> clients!, pk[c]) t(id, c -> clients!, [c] -> profiles[c])", "t"))
        .isEqualTo(1);
  }

  @Test
  void theHierarchyNeedsTheOwnerColumn() {
    assertThat(classes("albums(id, c -> clients!) tree(p -> albums!, k -> albums!)", "tree"))
        .isEqualTo(2);
    assertThat(
            classes(
                "albums(id, c -> clients!, unique[c id])"
                    + " tree(c!, p!, k!, [c p] -> albums[c id], [c k] -> albums[c id])",
                "tree"))
        .isEqualTo(1);
  }

  @Test
  void aLoopThatCarriesTheOwnerIsProof() {
    assertThat(classes("a(id, c -> clients!, up, unique[c id], [c up] -> a[c id])", "a"))
        .isEqualTo(1);
  }

  private static int classes(String tables, String table) {
    Schema schema = Schemas.parse(CLIENTS + tables);
    TableName name = Schemas.table(table);
    SchemaGraph graph = Plans.of(schema, "clients").graph();
    Anchors anchors = Anchors.of(graph, graph.tables(), schema.byName(), r -> true);
    List<Relation> all = List.copyOf(graph.toParents(name));
    return anchors.classes(name, all).size();
  }
}
