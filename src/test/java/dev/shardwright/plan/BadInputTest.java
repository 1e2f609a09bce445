package dev.shardwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Product;
import dev.shardwright.model.Schema;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Evidence;
import dev.shardwright.risk.Finding;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Stored;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is larger or stranger than any guide draws still gets a plan. */
class BadInputTest {
  /** A recursion over thousands of tables would not fit into this. */
  private static final long SMALL_STACK = 192 * 1024;

  private static final int MANY = 3_000;

  @Test
  void aTableOfAThousandColumnsIsPlanned() throws Exception {
    String columns =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "c" + i + "_id:bigint")
            .collect(Collectors.joining(", "));
    Plan plan = plan("clients(id) wide(id, client_id -> clients!, " + columns + ")");
    assertThat(plan.kind(Schemas.table("wide"))).isEqualTo(Kind.CLIENT);
    assertThat(plan.probes()).isNotEmpty();
  }

  @Test
  void aKeyOfTwentyColumnsCarriesTheOwner() throws Exception {
    String names = IntStream.range(0, 19).mapToObj(i -> "k" + i).collect(Collectors.joining(" "));
    String columns = names.replaceAll("(k\\d+)", "$1!").replace(" ", ", ");
    Plan plan =
        plan(
            """
            clients(id)
            a(id, client_id -> clients!, %2$s, unique[client_id %1$s])
            b(id, client_id -> clients!, %2$s, [client_id %1$s] -> a[client_id %1$s])
            """
                .formatted(names, columns));
    assertThat(plan.kind(Schemas.table("b"))).isEqualTo(Kind.CLIENT);
    assertThat(plan.findings())
        .extracting(Finding::check)
        .doesNotContain(CheckCode.CLIENT_CONNECTION, CheckCode.FK_TO_NON_UNIQUE);
    assertThat(plan.probes()).isNotEmpty();
  }

  @Test
  void aCycleOfThousandsOfTablesIsOneFinding() throws Exception {
    StringBuilder text = new StringBuilder("clients(id) t0(id, client_id -> clients, a -> t");
    text.append(MANY - 1).append("!) ");
    for (int i = 1; i < MANY; i++) {
      text.append("t%d(id, a -> t%d!) ".formatted(i, i - 1));
    }
    Plan plan = plan(text.toString());
    assertThat(plan.count(Kind.CLIENT)).isEqualTo(MANY + 1);
    assertThat(plan.findings())
        .filteredOn(f -> f.check() == CheckCode.TABLE_CYCLE)
        .singleElement()
        .satisfies(f -> assertThat(f.relations()).hasSize(MANY))
        .satisfies(f -> assertThat(f.message().length()).isLessThan(500));
    assertThat(plan.probes()).isNotEmpty();
  }

  @Test
  void aChainOfThousandsOfTablesIsFollowedToItsEnd() throws Exception {
    StringBuilder text = new StringBuilder("clients(id) t0(id, a -> clients!) ");
    for (int i = 1; i < MANY; i++) {
      text.append("t%d(id, a -> t%d!) ".formatted(i, i - 1));
    }
    Plan plan = plan(text.toString());
    assertThat(plan.ownership().chainTo(Schemas.table("t" + (MANY - 1)))).hasSize(MANY);
  }

  @Test
  void tablesThatAllReferenceEachOtherAreTold() throws Exception {
    int all = 15;
    StringBuilder text = new StringBuilder("clients(id, first -> t0) ");
    for (int i = 0; i < all; i++) {
      text.append("t%d(id, client_id -> clients".formatted(i));
      for (int k = 0; k < all; k++) {
        text.append(", k%d -> t%d".formatted(k, k));
      }
      text.append(") ");
    }
    Plan plan = plan(text.toString());
    assertThat(plan.count(Kind.CLIENT)).isEqualTo(all + 1);
    assertThat(plan.findings()).filteredOn(f -> f.check() == CheckCode.TABLE_CYCLE).hasSize(1);
  }

  @Test
  void aBodyThatDoesNotParseIsNamed() throws Exception {
    assertThat(unread(Product.MYSQL, "BEGIN FROB THE KNOB; END"))
        .contains("the trigger t", "not to be parsed");
  }

  @Test
  void aBodyThatIsHiddenNamesTheGrant() throws Exception {
    assertThat(unread(Product.MYSQL, "")).contains("the trigger t", "GRANT TRIGGER");
    assertThat(unread(Product.MARIADB, "")).contains("the trigger t", "TRIGGER and EVENT");
  }

  @Test
  void aFunctionOfAnotherLanguageIsNamed() throws Exception {
    Schema schema = Schemas.parse("clients(id) posts(id, client_id -> clients!)");
    schema = Stored.routine(schema, "guess", "plpython3u", "return 1");
    schema =
        Stored.trigger(
            schema, "posts", "t", "AFTER", "INSERT", "BEGIN PERFORM guess(); RETURN NULL; END");
    assertThat(told(plan(schema))).contains("the function guess", "(plpython3u)");
  }

  private static String unread(Product product, String body) throws Exception {
    Schema schema = Schemas.parse(product, "clients(id) posts(id, client_id -> clients!)");
    return told(plan(Stored.trigger(schema, "posts", "t", "AFTER", "INSERT", body)));
  }

  private static String told(Plan plan) {
    return plan.findings().stream()
        .filter(f -> f.check() == CheckCode.TRIGGER_MODIFIES_DATA)
        .filter(f -> f.subtype().filter("UNKNOWN"::equals).isPresent())
        .map(Finding::message)
        .collect(Collectors.joining("\n"));
  }

  private static Plan plan(String text) throws Exception {
    return plan(Schemas.parse(text));
  }

  /** On a small stack. */
  private static Plan plan(Schema schema) throws Exception {
    FutureTask<Plan> planning =
        new FutureTask<>(() -> {
          Plan plan = Plan.of(schema, Decisions.root(Schemas.table("clients")), Evidence.NONE);
          plan.probes().forEach(p -> assertThat(p.sql()).isNotBlank());
          return plan;
        });
    Thread small = new Thread(null, planning, "small stack", SMALL_STACK);
    small.start();
    return planning.get();
  }
}
