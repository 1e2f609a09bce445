package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolymorphicAssociationTest {
  private static final CheckCode CHECK = CheckCode.POLYMORPHIC_ASSOCIATION;

  private static final String LIKES =
      "clients(id) posts(id, c -> clients!) photos(id, c -> clients!) tags(id)"
          + " likes(id, likeable_type:text!, likeable_id!)";

  @Test
  void aTypeIdPairIsFoundByItsNames() {
    assertThat(Plans.shortly(Plans.of(LIKES, "clients"), CHECK)).containsExactly("warning likes");
  }

  @Test
  void everyTypeIsResolvedToItsTableAndCounted() {
    var types =
        Plans.answered(
            Plans.of(LIKES, "clients"), CHECK, Map.of("type_value", "App\\Post", "row_count", "2"));
    var counted =
        Plans.answered(
            types, CHECK, Map.of("type_value", "App\\Post", "row_count", "2", "found", "1"));

    assertThat(Plans.findings(counted, CHECK).getFirst().measured().figures())
        .isEqualTo(
            Map.of(
                "pairs",
                List.of(
                    Map.of(
                        "value", "App\\Post", "table", "public.posts", "rows", 2L, "found", 1L))));
  }

  @Test
  void acceptingATypeDrawsTheRelationForItsRows() {
    var types =
        Plans.answered(
            Plans.of(LIKES, "clients"), CHECK, Map.of("type_value", "Post", "row_count", "2"));
    Remedy accept = Plans.findings(types, CHECK).getFirst().remedies().getFirst();

    var plan = Plans.of(LIKES, "clients", accept.decision().orElseThrow());

    assertThat(plan.kind(dev.shardwright.testing.Schemas.table("likes")))
        .isEqualTo(dev.shardwright.classify.Kind.CLIENT);
  }
}
