package dev.shardwright.report;

import dev.shardwright.export.Consequences;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.TableName;
import dev.shardwright.report.chapter.Subject;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Report;
import dev.shardwright.report.content.Section;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The plan's JSON and, under {@code report}, what only the report works out. */
final class ReportJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Chapters whose content stands in the plan's own JSON already. */
  private static final Set<String> IN_PLAN = Set.of("diagram", "findings", "tables", "checks");

  private ReportJson() {}

  static ObjectNode of(Subject subject, Report report, String programVersion) {
    ObjectNode document = PlanJson.of(subject.plan(), programVersion);
    ObjectNode json = document.putObject("report");
    json.put("title", report.title()).put("date", report.date().toString());
    json.set("consequences", consequences(subject.consequences()));
    ArrayNode sections = json.putArray("sections");
    report.sections().stream()
        .filter(s -> !IN_PLAN.contains(s.id()))
        .forEach(s -> sections.add(section(s)));
    return document;
  }

  private static ObjectNode consequences(Consequences consequences) {
    ObjectNode json = JSON.objectNode();
    ArrayNode widening = json.putArray("widening");
    consequences
        .widening()
        .changes()
        .forEach((ref, change) ->
            widening
                .addObject()
                .put("table", ref.table().toString())
                .put("column", ref.column())
                .put("from", change.from())
                .put("to", change.to()));
    ArrayNode kept = json.putArray("keptNarrow");
    consequences.widening().reported().forEach((ref, why) -> kept(kept, ref, why));
    consequences.widening().signed().forEach((ref, why) -> kept(kept, ref, why));
    ArrayNode narrow = json.putArray("narrow");
    consequences
        .narrow()
        .forEach((object, places) ->
            narrow.addObject().put("object", object).set("places", PlanJson.words(places)));
    ArrayNode lookups = json.putArray("dispatchKeys");
    for (Consequences.Lookup lookup : consequences.lookups()) {
      ObjectNode each = lookups.addObject().put("table", lookup.table().toString());
      each.set("columns", PlanJson.words(lookup.columns()));
      each.put("why", lookup.why());
    }
    ArrayNode leftOut = json.putArray("leftOut");
    consequences
        .leftOut()
        .forEach(o ->
            leftOut.addObject().put("file", o.file()).put("what", o.what()).put("why", o.why()));
    ArrayNode readers = json.putArray("oneShard");
    for (Consequences.Reader reader : consequences.oneShard()) {
      List<String> tables = reader.clientTables().stream().map(TableName::toString).toList();
      readers.addObject().put("object", reader.title()).set("tables", PlanJson.words(tables));
    }
    return json;
  }

  private static void kept(ArrayNode kept, ColumnRef ref, String why) {
    kept.addObject()
        .put("table", ref.table().toString())
        .put("column", ref.column())
        .put("why", why);
  }

  private static ObjectNode section(Section section) {
    ObjectNode json = JSON.objectNode().put("id", section.id()).put("title", section.title());
    ArrayNode blocks = json.putArray("blocks");
    section.blocks().forEach(b -> blocks.add(block(b)));
    return json;
  }

  private static ObjectNode block(Block block) {
    ObjectNode json = JSON.objectNode();
    switch (block) {
      case Block.Heading heading -> json.put("heading", heading.title());
      case Block.Prose prose -> json.put("text", prose.text().plain());
      case Block.Bullets bullets -> json.set("list", lines(bullets.items()));
      case Block.Facts facts -> json.set("facts", facts(facts.facts()));
      case Block.Details details -> json.set("facts", facts(details.facts()));
      case Block.Sql sql -> json.put("sql", sql.text()).put("title", sql.title());
      case Block.Grid grid -> json.set("table", grid(grid));
      case Block.Entry entry -> {
        json.put("id", entry.id()).put("title", entry.title().plain());
        ArrayNode blocks = json.putArray("blocks");
        entry.blocks().forEach(b -> blocks.add(block(b)));
      }
      case Block.Picture picture -> json.put("text", picture.description());
    }
    return json;
  }

  private static ArrayNode facts(List<Block.Fact> facts) {
    ArrayNode json = JSON.arrayNode();
    facts.forEach(f -> json.addObject().put("label", f.label()).put("value", f.value().plain()));
    return json;
  }

  private static ObjectNode grid(Block.Grid grid) {
    ObjectNode json = JSON.objectNode().put("caption", grid.caption());
    json.set("columns", PlanJson.words(grid.columns().stream().map(c -> c.title()).toList()));
    ArrayNode rows = json.putArray("rows");
    grid.rows().forEach(row -> rows.add(lines(row)));
    return json;
  }

  private static ArrayNode lines(List<Line> lines) {
    return PlanJson.words(lines.stream().map(Line::plain).toList());
  }
}
