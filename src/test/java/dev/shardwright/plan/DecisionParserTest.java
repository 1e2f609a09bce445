package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UserError;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionParserTest {
  private static final Optional<String> NO_WHY = Optional.empty();
  private final Schema schema =
      Schemas.parse(
          "clients(id, login:text) rentals(id, client_id -> clients!, kind:text, other_id)"
              + " crm.users(id) app.users(id)");
  private final DecisionParser parser = new DecisionParser(schema);

  @Test
  void aBareNameIsEnoughWhereOneTableHasIt() {
    assertThat(parser.root("clients").table()).isEqualTo(Schemas.table("clients"));
    assertThat(parser.root("CLIENTS").table()).isEqualTo(Schemas.table("clients"));
    assertThat(parser.root("crm.users").table()).isEqualTo(Schemas.table("crm.users"));
    assertThat(parser.root("\"crm\".\"users\"").table()).isEqualTo(Schemas.table("crm.users"));
  }

  @Test
  void anAmbiguousNameIsRefusedWithTheCandidates() {
    assertThatThrownBy(() -> parser.root("users"))
        .isInstanceOf(UserError.class)
        .hasMessage("The table name users is ambiguous: it may be app.users or crm.users.");
  }

  @Test
  void anUnknownNameIsRefusedWithWhatComesNear() {
    assertThatThrownBy(() -> parser.root("client"))
        .hasMessage("There is no table client in text; did you mean public.clients?");
    assertThatThrownBy(() -> parser.root("\"CLIENTS\"")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> parser.root("\"clients"))
        .hasMessage("The name \"clients cannot be read: a quote is not closed.");
  }

  @Test
  void inMySqlCaseIsNoObstacleUnlessTwoTablesDifferByIt() {
    Schema mysql = Schemas.parse(Product.MYSQL, "shop.Users(id) shop.Orders(id) shop.orders(id)");
    DecisionParser names = new DecisionParser(mysql);

    assertThat(names.root("users").table()).isEqualTo(Schemas.table("shop.Users"));
    assertThat(names.root("orders").table()).isEqualTo(Schemas.table("shop.orders"));
    assertThatThrownBy(() -> names.root("ORDERS")).hasMessageContaining("ambiguous");
  }

  @Test
  void aRelationIsWrittenWithAnArrow() {
    Decision.Virtual drawn = parser.relation("rentals(other_id)->clients(id)", NO_WHY);

    assertThat(drawn.relationId()).isEqualTo("public.rentals(other_id)->public.clients(id)");
    assertThat(parser.relation("rentals(other_id) -> clients", NO_WHY)).isEqualTo(drawn);
  }

  @Test
  void aConditionInBracketsMakesATypeIdPair() {
    assertThat(
            parser
                .relation("rentals(other_id)->clients(id)[kind=App\\Client]", NO_WHY)
                .discriminator())
        .contains(new Relation.Discriminator("kind", "App\\Client"));
  }

  @Test
  void aCutIsNamedByConstraintOrByColumns() {
    String id = "public.rentals.rentals_client_id_fkey";
    assertThat(parser.cut("rentals.rentals_client_id_fkey", NO_WHY).relation()).isEqualTo(id);
    assertThat(parser.cut("rentals(client_id)->clients", NO_WHY).relation()).isEqualTo(id);
    assertThat(parser.cut(id, NO_WHY).relation()).isEqualTo(id);
    assertThatThrownBy(() -> parser.cut("rentals.nope", NO_WHY))
        .hasMessage("There is no relation rentals.nope; public.rentals has " + id + ".");
  }

  @Test
  void theOtherDecisionsAreReadAsWell() {
    assertThat(parser.kind("rentals=context", Optional.of("shared")))
        .isEqualTo(
            new Decision.KindOverride(
                Schemas.table("rentals"), Kind.CONTEXT, Optional.of("shared")));
    assertThat(parser.plain("rentals(other_id)", NO_WHY).columns()).containsExactly("other_id");
    assertThat(parser.owner("rentals=rentals_client_id_fkey", NO_WHY).relation())
        .isEqualTo("public.rentals.rentals_client_id_fkey");
    assertThat(parser.dispatchKey("clients.login").columns()).containsExactly("login");
    assertThatThrownBy(() -> parser.kind("rentals=blue", NO_WHY))
        .hasMessage("blue is no kind of table; write client, context, neutral or undecided.");
    assertThatThrownBy(() -> parser.plain("rentals(nope)", NO_WHY))
        .hasMessage("Table public.rentals has no column nope.");
  }

  @Test
  void hostileNamesAreQuoted() {
    TableName odd = new TableName("public", "a.b(c)->\"d\"");
    Column column = Column.of("x,y", new ColumnType("bigint", TypeFamily.INTEGER), true);
    Schema hostile =
        Schema.of(schema.origin(), List.of(Table.of(odd, List.of(column), List.of())), List.of());

    Decision.PlainId plain =
        new DecisionParser(hostile).plain("\"a.b(c)->\"\"d\"\"\"(\"x,y\")", NO_WHY);

    assertThat(plain.table()).isEqualTo(odd);
    assertThat(plain.columns()).containsExactly("x,y");
  }
}
