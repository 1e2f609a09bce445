package dev.shardwright.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TableOrderTest {

  @Test
  void theOrderOfTheThirtyFixturesLastCaseIsTheGuidesToolsOrder() {
    // planner.md 9.3 on c30: t1 | t2, t6, t9 | t3, t4 | t5; t7 and t8 hold each other
    TableOrder order =
        order("t2 t1", "t3 t1", "t3 t2", "t4? t1", "t4 t2", "t5 t4", "t6 t1", "t6 t6", "t9? t1");
    assertThat(names(order)).isEqualTo("t1 t2 t6 t9 t3 t4 t5");
    assertThat(order.later()).isEmpty();
  }

  @Test
  void aCycleOpensAtItsNullableRelation() {
    TableOrder order = order("shops clients", "clients? shops", "orders shops");
    assertThat(names(order)).isEqualTo("clients shops orders");
    assertThat(order.later()).extracting(Relation::name).containsExactly("clients_shops");
    assertThat(order.unbreakable()).isEmpty();
  }

  @Test
  void onlyTheRelationsThatPointForwardAreLeftForLater() {
    TableOrder order = order("b? a", "c b", "a? c");
    assertThat(order.later()).hasSizeLessThan(2);
    assertThat(order.unbreakable()).isEmpty();
  }

  @Test
  void aDeferrableRelationOpensACycleOfNotNullKeys() {
    TableOrder order = order("b a", "a! b");
    assertThat(names(order)).isEqualTo("a b");
    assertThat(order.later()).extracting(Relation::name).containsExactly("a_b");
  }

  @Test
  void aCycleThatNothingOpensIsPrinted() {
    TableOrder order = order("b a", "c b", "a c", "d c");
    assertThat(order.unbreakableCycle()).contains("s.a → s.b → s.c → s.a");
    assertThat(names(order)).isEqualTo("a b c d");
  }

  @Test
  void theOrderDoesNotDependOnTheOrderOfTheInput() {
    List<String> keys = new ArrayList<>(List.of("d b", "d c", "b a", "c a", "a? d", "x d"));
    String first = names(order(keys.toArray(String[]::new)));
    assertThat(names(order(keys.reversed().toArray(String[]::new)))).isEqualTo(first);
  }

  /** Relations are written {@code child parent}; child? is nullable, child! deferrable. */
  private static TableOrder order(String... keys) {
    TreeSet<TableName> tables = new TreeSet<>();
    List<Relation> relations = new ArrayList<>();
    for (String key : keys) {
      String[] ends = key.split(" ", 2);
      Relation relation = relation(ends[0], ends[1]);
      relations.add(relation);
      tables.add(relation.child());
      tables.add(relation.parent());
    }
    return TableOrder.of(tables, relations);
  }

  private static Relation relation(String markedChild, String parent) {
    String child = markedChild.replaceAll("[?!]", "");
    Relation relation =
        Relation.declared(
            new TableName("s", child),
            child + "_" + parent,
            List.of("x"),
            new TableName("s", parent),
            List.of("id"),
            markedChild.endsWith("?"));
    return markedChild.endsWith("!")
        ? relation.deferral(Relation.Deferral.INITIALLY_DEFERRED)
        : relation;
  }

  private static String names(TableOrder order) {
    return String.join(" ", order.tables().stream().map(TableName::name).toList());
  }
}
