package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import dev.shardwright.testing.Schemas;
import dev.shardwright.testing.Tables;
import org.junit.jupiter.api.Test;

class InheritedTest {

  @Test
  void anInheritingTableLacksTheKeysOfItsParent() {
    var schema =
        Tables.changed(
            Schemas.parse("c(id) events(id, owner -> c!) web_events(id!, owner!, url:text)"),
            "web_events",
            t -> Tables.inheriting(t, Schemas.table("events")));

    assertThat(Plans.shortly(Plans.of(schema, "c"), CheckCode.MISSING_FK))
        .singleElement()
        .asString()
        .startsWith("error web_events");
  }
}
