package dev.shardwright.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardwright.model.Product;
import dev.shardwright.model.TableName;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DialectTest {
  private final Dialect postgres = Dialect.of(Product.POSTGRESQL);
  private final Dialect mysql = Dialect.of(Product.MYSQL);
  private final Dialect mariadb = Dialect.of(Product.MARIADB);

  @Test
  void everyProductHasItsDialect() {
    for (Product product : Product.values()) {
      assertThat(Dialect.of(product).product()).isEqualTo(product);
    }
  }

  @Test
  void postgresQuotesOnlyWhatItMust() {
    assertThat(postgres.quote("clients")).isEqualTo("clients");
    assertThat(postgres.quote("_x1")).isEqualTo("_x1");
    assertThat(postgres.quote("order")).isEqualTo("\"order\"");
    assertThat(postgres.quote("Clients")).isEqualTo("\"Clients\"");
    assertThat(postgres.quote("naïve")).isEqualTo("\"naïve\"");
    assertThat(postgres.quote("1st")).isEqualTo("\"1st\"");
    assertThat(postgres.quote("a$b")).isEqualTo("\"a$b\"");
    assertThat(postgres.quote("say \"hi\".now")).isEqualTo("\"say \"\"hi\"\".now\"");
    assertThat(postgres.qualified(new TableName("public", "user"))).isEqualTo("public.\"user\"");
  }

  @Test
  void mysqlFamilyQuotesAlways() {
    assertThat(mysql.quote("clients")).isEqualTo("`clients`");
    assertThat(mariadb.quote("a`b\"c")).isEqualTo("`a``b\"c`");
    assertThat(mysql.qualified(new TableName("shop", "order"))).isEqualTo("`shop`.`order`");
  }

  @Test
  void literalsSurviveQuotesAndBackslashes() {
    assertThat(postgres.literal("it's")).isEqualTo("'it''s'");
    assertThat(postgres.literal("App\\Post")).isEqualTo("E'App\\\\Post'");
    assertThat(postgres.literal("two\nlines")).isEqualTo("E'two\\nlines'");
    assertThat(mysql.literal("it's App\\Post\nnext")).isEqualTo("'it''s App\\\\Post\\nnext'");
  }

  @Test
  void comparisonsKnowNull() {
    assertThat(mysql.nullSafeDifferent("a.x", "b.x")).isEqualTo("NOT (a.x <=> b.x)");
    assertThat(postgres.nullSafeDifferent("a.x", "b.x")).isEqualTo("a.x IS DISTINCT FROM b.x");
    assertThat(postgres.nullSafeEqual("a.x", "b.x")).isEqualTo("a.x IS NOT DISTINCT FROM b.x");
  }

  @Test
  void integerTypesTellTheirBounds() {
    IntegerType medium = mysql.integerType("MEDIUMINT(8) unsigned").orElseThrow();
    assertThat(medium.bits()).isEqualTo(24);
    assertThat(medium.max()).isEqualTo(BigInteger.valueOf(16_777_215));
    assertThat(medium.min()).isZero();
    assertThat(mysql.integerType("bigint unsigned").orElseThrow().max())
        .isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(mysql.integerType("int zerofill").orElseThrow().unsigned()).isTrue();
    assertThat(postgres.integerType("smallint").orElseThrow().min()).isEqualTo(-32768);
    assertThat(mysql.integerType("decimal(10,0)")).isEmpty();
    assertThat(mysql.integerType("year")).isEmpty();
    assertThat(postgres.integerType("integer[]")).isEmpty();
  }

  @Test
  void widenedKeysKeepTheirPadding() {
    assertThat(mysql.widened("int(11)", false)).isEqualTo("bigint unsigned");
    assertThat(mysql.widened("smallint", true)).isEqualTo("bigint");
    assertThat(mariadb.widened("int(5) unsigned zerofill", false))
        .isEqualTo("bigint(5) unsigned zerofill");
    assertThat(postgres.widened("integer", false)).isEqualTo("bigint");
    assertThatThrownBy(() -> postgres.widened("uuid", false)).hasMessageContaining("uuid");
  }

  @Test
  void namesAreCutBetweenCharacters() {
    String crabs = "🦀".repeat(70);
    assertThat(mysql.identifierLimit().shorten(crabs).codePointCount(0, 128)).isEqualTo(64);
    assertThat(postgres.identifierLimit().shorten(crabs)).isEqualTo("🦀".repeat(15));
    assertThat(postgres.identifierLimit().fits("x".repeat(63))).isTrue();
    assertThat(postgres.identifierLimit().fits("x".repeat(64))).isFalse();
  }
}
