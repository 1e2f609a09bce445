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
}
