package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class CopyTableTest {
  private static final CheckCode CHECK = CheckCode.COPY_TABLE;

  @Test
  void namesOfBackupsAndArchivesAreTold() {
    var plan =
        Plans.of("c(id) users_bak(id) tmp_import(id) log_2023_01(id) golden(id) fold(id)", "c");

    assertThat(Plans.shortly(plan, CHECK))
        .containsExactly("info log_2023_01", "info tmp_import", "info users_bak");
  }

  @Test
  void aYearTellsACopyOnlyBesideTheTableOfThatName() {
    var plan = Plans.of("c(id) orders(id) orders_2019(id) season_2019(id) orders2020(id)", "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("info orders2020", "info orders_2019");
  }
}
