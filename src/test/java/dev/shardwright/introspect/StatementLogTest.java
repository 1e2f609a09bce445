package dev.shardwright.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The statements that ran can be read and kept. */
class StatementLogTest {

  @Test
  void everyStatementStandsThereWithWhatItGave() {
    String text =
        StatementLog.text(
            "jdbc:postgresql://h/shop",
            List.of(
                new Ran("SELECT 1", 3, 1, Optional.empty()),
                new Ran("SELECT x", 1, 0, Optional.of("no column x\nhint"))));
    assertThat(text.lines())
        .containsExactly(
            "-- Shardwright on jdbc:postgresql://h/shop: 2 statements, 0 writes, 1 failed, 4 ms",
            "",
            "-- 3 ms, 1 row",
            "SELECT 1;",
            "",
            "-- 1 ms, failed: no column x",
            "SELECT x;");
  }
}
