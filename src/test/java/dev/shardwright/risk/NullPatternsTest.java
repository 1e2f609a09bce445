package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Check;
import dev.shardwright.model.Table;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullPatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a IS NULL) <> (b IS NULL)",
        "((a IS NULL) <> (b IS NULL))",
        "(`a` is null) <> (`b` is null)",
        "num_nonnulls(a, b) = 1",
        "(num_nonnulls(a, b, c) <= 1)",
        "a IS NULL OR b IS NULL",
        "((a IS NOT NULL) AND (b IS NULL)) OR ((a IS NULL) AND (b IS NOT NULL))",
        "(((a IS NOT NULL))::integer + ((b IS NOT NULL))::integer) = 1",
        "(CASE WHEN (a IS NULL) THEN 0 ELSE 1 END + CASE WHEN (b IS NULL) THEN 0 ELSE 1 END) = 1",
        "NOT (a IS NOT NULL AND b IS NOT NULL)",
        "a IS NULL XOR b IS NULL",
        "(isnull(`a`) + isnull(`b`)) = 1",
        "if(a is null, 0, 1) + if(b is null, 0, 1) <= 1",
        "c > 5 AND (a IS NULL OR b IS NULL)"
      })
  void theseForbidBothColumnsAtOnce(String expression) {
    assertThat(forbids(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a IS NOT NULL OR b IS NOT NULL",
        "num_nonnulls(a, b) >= 1",
        "num_nonnulls(a, c) = 1",
        "a > 0 AND b > 0",
        "c IS NULL OR a IS NULL",
        "a <> b",
        "kind = 'a IS NULL OR b IS NULL'",
        "check_owner(a, b)",
        "a IS NULL OR",
        "",
        "((a IS NULL"
      })
  void theseDoNot(String expression) {
    assertThat(forbids(expression)).isFalse();
  }

  private static boolean forbids(String expression) {
    Table plain = Schemas.parse("t(id, a, b, c)").tables().getFirst();
    Check check = new Check("one", false, expression, expression, true, true);
    return NullPatterns.forbids(plain.withChecks(List.of(check)), Set.of("a", "b"));
  }
}
