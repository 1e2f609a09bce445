package dev.shardwright.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.dialect.KeyWidening.Wishes;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyWideningTest {

  @Test
  void bothEndsOfAKeyBecomeWide() {
    Table clients = table("clients", List.of("id"), "id int unsigned", "name varchar(60)");
    Table rentals = table("rentals", List.of("id"), "id int", "client_id int unsigned", "cost int");
    KeyWidening wide = widening(key(rentals, "client_id", clients, "id"), clients, rentals);
    assertThat(wide.changes().keySet())
        .extracting(ColumnRef::toString)
        .containsExactly("db.clients.id", "db.rentals.client_id", "db.rentals.id");
    assertThat(wide.typeOf(ref(rentals, "client_id"), "int unsigned")).isEqualTo("bigint unsigned");
    assertThat(wide.typeOf(ref(rentals, "cost"), "int")).isEqualTo("int");
  }

  @Test
  void oneNegativeColumnKeepsTheSignOfItsWholeGroup() {
    Table plans = table("plans", List.of("id"), "id int");
    Table users = table("users", List.of("id"), "id int", "plan_id int = '-1'");
    KeyWidening wide = widening(key(users, "plan_id", plans, "id"), plans, users);
    assertThat(wide.typeOf(ref(plans, "id"), "int")).isEqualTo("bigint");
    assertThat(wide.typeOf(ref(users, "plan_id"), "int")).isEqualTo("bigint");
    assertThat(wide.typeOf(ref(users, "id"), "int")).isEqualTo("bigint unsigned");
    assertThat(wide.signed()).containsOnlyKeys(ref(plans, "id"), ref(users, "plan_id"));
  }

  @Test
  void negativeDataKeepsTheSign() {
    Table plans = table("plans", List.of("id"), "id int");
    Wishes wishes = new Wishes(false, false, Set.of(), Set.of(ref(plans, "id")));
    KeyWidening wide = KeyWidening.of(schema(List.of(), plans), List.of(), _ -> true, wishes);
    assertThat(wide.typeOf(ref(plans, "id"), "int")).isEqualTo("bigint");
    assertThat(wide.signed().get(ref(plans, "id"))).contains("negative");
  }

  @Test
  void neutralTablesStayAsTheyAre() {
    Table clients = table("clients", List.of("id"), "id int");
    Table logs = table("logs", List.of("id"), "id int", "client_id int");
    List<Relation> keys = key(logs, "client_id", clients, "id");
    KeyWidening wide =
        KeyWidening.of(
            schema(keys, clients, logs), keys, t -> t.equals(clients.name()), Wishes.NONE);
    assertThat(wide.changes()).containsOnlyKeys(ref(clients, "id"));
  }

  @Test
  void smallPartsOfCompositeKeysCanBeLeftAlone() {
    Table lines =
        table("lines", List.of("order_id", "line_no"), "order_id int", "line_no smallint");
    Wishes surrogate = new Wishes(true, false, Set.of(), Set.of());
    assertThat(widening(List.of(), lines).changes()).hasSize(2);
    assertThat(KeyWidening.of(schema(List.of(), lines), List.of(), _ -> true, surrogate).changes())
        .isEmpty();
  }

  @Test
  void flagsAndWholeDecimalsAreNotTouched() {
    Table odd = table("odd", List.of("big", "flag"), "big decimal(20,0)", "flag tinyint(1)");
    KeyWidening wide = widening(List.of(), odd);
    assertThat(wide.changes()).isEmpty();
    assertThat(wide.reported()).containsOnlyKeys(ref(odd, "big"));
  }

  @Test
  void aPlainIdGrowsWithTheIdsItHolds() {
    Table clients = table("clients", List.of("id"), "id bigint unsigned", "referred_by int");
    Wishes wishes = new Wishes(false, false, Set.of(ref(clients, "referred_by")), Set.of());
    KeyWidening wide = KeyWidening.of(schema(List.of(), clients), List.of(), _ -> true, wishes);
    assertThat(wide.changes()).containsOnlyKeys(ref(clients, "referred_by"));
  }

  private static KeyWidening widening(List<Relation> relations, Table... tables) {
    return KeyWidening.of(schema(relations, tables), relations, _ -> true, Wishes.NONE);
  }

  private static Schema schema(List<Relation> relations, Table... tables) {
    Provenance origin =
        new Provenance(Product.MYSQL, "9.7.4", "test", List.of("db"), 0, 0, List.of());
    return Schema.of(origin, List.of(tables), relations);
  }

  /** Columns are written {@code name type [= default]}. */
  private static Table table(String name, List<String> key, String... columns) {
    return Table.of(
        new TableName("db", name),
        Arrays.stream(columns).map(KeyWideningTest::column).toList(),
        List.of(UniqueKey.of("PRIMARY", UniqueKey.Kind.PRIMARY, key)));
  }

  private static Column column(String text) {
    String[] parts = text.split(" = ", 2);
    String[] words = parts[0].split(" ", 2);
    TypeFamily family = words[1].startsWith("decimal") ? TypeFamily.DECIMAL : TypeFamily.INTEGER;
    return new Column(
        words[0],
        new ColumnType(words[1], family),
        false,
        parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(),
        Optional.empty(),
        Column.Identity.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Relation> key(Table child, String column, Table parent, String parentColumn) {
    return List.of(
        Relation.declared(
            child.name(),
            column + "_fk",
            List.of(column),
            parent.name(),
            List.of(parentColumn),
            false));
  }

  private static ColumnRef ref(Table table, String column) {
    return new ColumnRef(table.name(), column);
  }
}
