package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.model.Column;
import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VolatileDefaultTest {
  private static final CheckCode CHECK = CheckCode.VOLATILE_DEFAULT;

  @Test
  void aColumnThatEveryUpdateSetsIsTold() {
    var schema =
        Tables.changed(
            Schemas.parse("c(id, changed:timestamp)"),
            "c",
            t -> t.withColumns(t.columns().stream().map(VolatileDefaultTest::onUpdate).toList()));

    assertThat(Plans.shortly(Plans.of(schema, "c"), CHECK)).containsExactly("info c");
  }

  private static Column onUpdate(Column c) {
    Optional<String> now =
        c.name().equals("changed") ? Optional.of("CURRENT_TIMESTAMP") : Optional.empty();
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.defaultSql(),
        c.generated(),
        c.identity(),
        now,
        c.collation(),
        c.comment());
  }
}
