package dev.shardwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.introspect.Samples;
import dev.shardwright.testing.AntiPattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every anti-pattern, from its sample on the command line: evidence, remedy, what if. */
class AntiPatternsCommandTest {

  static Stream<String> samples() {
    return AntiPattern.ALL.stream().map(AntiPattern::sample).distinct();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isFoundCountedMendedAndForeseen(String sample) {
    String root = Samples.named(sample).root();
    Shell plan =
        Shell.run(
            "plan",
            "sample:" + sample,
            "--root",
            root,
            "--format",
            "json",
            "--what-if",
            "--fail-on",
            "none");
    assertThat(plan.status()).as(plan.err()).isZero();
    JsonNode findings = plan.json().path("findings");
    AntiPattern.ALL.stream()
        .filter(p -> p.sample().equals(sample))
        .forEach(p -> foundAndForeseen(p, findings));
  }

  private static void foundAndForeseen(AntiPattern pattern, JsonNode findings) {
    JsonNode finding =
        findings
            .valueStream()
            .filter(f -> isOf(pattern, f))
            .findFirst()
            .orElseThrow(() -> new AssertionError(pattern + " was not found"));
    JsonNode remedy =
        finding
            .path("remedies")
            .valueStream()
            .filter(r -> r.path("title").asString().startsWith(pattern.remedy()))
            .findFirst()
            .orElseThrow();
    assertThat(remedy.path("sql").isNull() && remedy.path("decision").isNull())
        .as("%s", pattern)
        .isFalse();
    JsonNode after = remedy.path("after");
    assertThat(after.path("kinds")).as("%s", pattern).hasSize(pattern.recoloured());
    assertThat(after.at("/findings/gone")).as("%s", pattern).hasSize(pattern.gone());
    assertThat(after.at("/findings/new")).as("%s", pattern).hasSize(pattern.come());
  }

  private static boolean isOf(AntiPattern pattern, JsonNode finding) {
    JsonNode evidence = finding.path("evidence");
    return finding.path("check").asString().equals(pattern.check().name())
        && finding.path("subtype").asString("").equals(pattern.subtype().orElse(""))
        && finding.path("table").asString().endsWith("." + pattern.table())
        && (pattern.counted().isEmpty() || evidence.path("ran").asBoolean())
        && pattern.counted().stream()
            .allMatch(c -> evidence.path(c.name()).asLong(-1) == c.value());
  }
}
