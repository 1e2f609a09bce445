package dev.shardwright.report;

import dev.shardwright.plan.PlanDiff;
import dev.shardwright.risk.Finding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What changed between a plan and its database, as the JSON of {@code check --against}. */
public final class DriftJson {
  private DriftJson() {}

  /** The whole document. */
  public static ObjectNode of(PlanDiff drift) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode json = document.putObject("drift");
    json.set("tables", changes(drift.tables()));
    json.set("relations", changes(drift.relations()));
    ArrayNode kinds = json.putArray("kinds");
    drift
        .kinds()
        .forEach(k ->
            kinds
                .addObject()
                .put("table", k.table().toString())
                .put("was", k.was().word())
                .put("is", k.is().word()));
    ObjectNode findings = json.putObject("findings");
    findings.set("new", findings(drift.found()));
    findings.set("gone", findings(drift.gone()));
    return document;
  }

  private static ObjectNode changes(PlanDiff.Changes changes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("added", PlanJson.words(changes.added()));
    json.set("removed", PlanJson.words(changes.removed()));
    json.set("changed", PlanJson.words(changes.changed()));
    return json;
  }

  private static ArrayNode findings(List<Finding> findings) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    findings.forEach(finding -> json.add(PlanJson.finding(finding)));
    return json;
  }
}
