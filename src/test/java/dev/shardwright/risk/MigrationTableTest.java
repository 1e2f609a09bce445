package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class MigrationTableTest {
  private static final CheckCode CHECK = CheckCode.MIGRATION_TABLE;

  @Test
  void theNotesOfMigrationToolsAreTold() {
    assertThat(Plans.shortly(Plans.of("c(id) schema_migrations(version:text!)", "c"), CHECK))
        .containsExactly("info schema_migrations");
  }
}
