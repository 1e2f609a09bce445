package dev.shardwright.report;

import dev.shardwright.model.Provenance;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where a schema was read, as JSON. */
final class SourceJson {
  private SourceJson() {}

  static ObjectNode of(Provenance origin) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("product", origin.product().title()).put("version", origin.version());
    json.set("schemas", PlanJson.words(origin.schemas()));
    json.put("statementsRun", origin.statementsRun()).put("writes", origin.writes());
    json.put("described", origin.described());
    json.set("notes", PlanJson.words(origin.notes()));
    return json;
  }
}
