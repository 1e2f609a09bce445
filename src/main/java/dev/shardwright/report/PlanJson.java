package dev.shardwright.report;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.model.Relation;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.DecisionJson;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.Books;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Ledger;
import dev.shardwright.risk.Measured;
import dev.shardwright.risk.Remedy;
import dev.shardwright.risk.Severity;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as the JSON that other programs are written against; names and meanings are fixed by the
 * contract of the command line. Arrays are sorted, so that the same plan prints the same bytes.
 */
public final class PlanJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The format of the document; it grows by fields and never changes the meaning of one. */
  public static final int FORMAT = 1;

  private PlanJson() {}

  /** The whole document of a plan. */
  public static ObjectNode of(Plan plan, String programVersion) {
    ObjectNode document = JSON.objectNode();
    document.put("shardwright", programVersion).put("format", FORMAT);
    document.set("source", SourceJson.of(plan.schema().origin()));
    ArrayNode roots = document.putArray("roots");
    plan.root().ifPresent(root -> roots.add(root.toString()));
    document.set("summary", summary(plan));
    document.set("tables", tables(plan));
    document.set("relations", relations(plan));
    ArrayNode findings = document.putArray("findings");
    plan.findings().forEach(finding -> findings.add(finding(finding)));
    ArrayNode checks = document.putArray("checks");
    plan.checks().forEach(check -> checks.add(check(check)));
    ArrayNode pending = document.putArray("pending");
    plan.pending()
        .forEach(p ->
            pending
                .addObject()
                .put("why", p.why())
                .set("decision", DecisionJson.toJson(p.decision())));
    return document;
  }

  /** One finding as part of a document. */
  static ObjectNode finding(Finding finding) {
    ObjectNode json = JSON.objectNode();
    json.put("check", finding.check().name())
        .put("subtype", finding.subtype().orElse(null))
        .put("severity", finding.severity().word())
        .put("table", finding.table().toString());
    json.set("relations", words(finding.relations()));
    json.set("columns", words(finding.columns()));
    json.set("objects", words(finding.objects()));
    json.put("message", finding.message());
    json.set("evidence", evidence(finding.measured()));
    ArrayNode remedies = json.putArray("remedies");
    finding.remedies().forEach(remedy -> remedies.add(remedy(remedy)));
    return json.put("state", finding.state().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode summary(Plan plan) {
    ObjectNode summary = JSON.objectNode().put("tables", plan.schema().tables().size());
    for (Kind kind : Kind.values()) {
      summary.put(kind.word(), plan.count(kind));
    }
    ObjectNode findings = summary.putObject("findings");
    for (Severity severity : Severity.values()) {
      findings.put(severity.word(), plan.count(severity));
    }
    return summary;
  }

  private static ArrayNode tables(Plan plan) {
    Map<TableName, Optional<Table>> all = new TreeMap<>();
    plan.schema().outside().forEach(name -> all.put(name, Optional.empty()));
    plan.schema().tables().forEach(table -> all.put(table.name(), Optional.of(table)));
    Books books = plan.books();
    ArrayNode tables = JSON.arrayNode();
    all.forEach((name, table) -> {
      ObjectNode json = table(name, table, plan.mark(name));
      json.set("owned", owned(plan.kind(name), name, books));
      tables.add(table.isPresent() ? json : json.put("outside", true));
    });
    return tables;
  }

  private static ObjectNode table(TableName name, Optional<Table> table, Mark mark) {
    ObjectNode json = JSON.objectNode();
    json.put("name", name.toString()).put("schema", name.schema()).put("table", name.name());
    json.put("kind", mark.kind().word())
        .put("conflict", mark.conflict())
        .put("computedKind", mark.computed().word())
        .put("override", mark.override().map(Kind::word).orElse(null))
        .put("ownership", mark.ownership().word());
    json.set("why", words(mark.why().stream().map(Relation::id).toList()));
    RowCount rows = table.map(Table::rowCount).orElse(RowCount.UNKNOWN);
    boolean known = rows.are() != RowCount.Exactness.UNKNOWN;
    json.put("rows", known ? rows.rows() : null)
        .put("rowsAre", rows.are().name().toLowerCase(Locale.ROOT));
    json.put(
        "bytes",
        table.map(Table::bytes).filter(b -> b.isPresent()).map(b -> b.getAsLong()).orElse(null));
    return json;
  }

  /** The ownership ledger of a client table; nulls and the reason as long as nobody counted. */
  private static JsonNode owned(Kind kind, TableName name, Books books) {
    Optional<Ledger> counted = books.of(name);
    if (kind != Kind.CLIENT) {
      return JSON.nullNode();
    }
    return JSON.objectNode()
        .put("one", counted.map(Ledger::one).orElse(null))
        .put("none", counted.map(Ledger::none).orElse(null))
        .put("several", counted.map(Ledger::several).orElse(null))
        .put("ran", counted.isPresent())
        .put("why", books.whyNot(name).orElse(null));
  }

  private static ArrayNode relations(Plan plan) {
    ArrayNode relations = JSON.arrayNode();
    plan.relations().forEach(relation -> relations.add(relation(relation)));
    return relations;
  }

  private static ObjectNode relation(PlannedRelation planned) {
    Relation relation = planned.relation();
    ObjectNode json = JSON.objectNode();
    json.put("name", relation.id()).put("child", relation.child().toString());
    json.set("childColumns", words(relation.childColumns()));
    json.put("parent", relation.parent().toString());
    json.set("parentColumns", words(relation.parentColumns()));
    json.put("nullable", relation.nullable())
        .put("origin", relation.origin().name().toLowerCase(Locale.ROOT))
        .put("cut", planned.cut());
    relation
        .discriminator()
        .ifPresentOrElse(
            d -> json.putObject("discriminator").put("column", d.column()).put("value", d.value()),
            () -> json.putNull("discriminator"));
    return json;
  }

  private static ObjectNode check(CheckResult check) {
    return JSON.objectNode()
        .put("check", check.check().name())
        .put("outcome", check.outcome().name().toLowerCase(Locale.ROOT))
        .put("why", check.why().orElse(null));
  }

  private static ObjectNode evidence(Measured measured) {
    ObjectNode json = JSON.objectNode();
    measured.figures().forEach((name, figure) -> json.set(name, FigureJson.of(figure)));
    return json.put("sql", measured.sql().orElse(null)).put("ran", measured.ran());
  }

  private static ObjectNode remedy(Remedy remedy) {
    ObjectNode json = JSON.objectNode();
    json.put("title", remedy.title()).put("sql", remedy.sql().orElse(null));
    Optional<Decision> decision = remedy.decision();
    json.set(
        "decision", decision.isPresent() ? DecisionJson.toJson(decision.get()) : JSON.nullNode());
    return json;
  }

  /** Words as a JSON array. */
  public static ArrayNode words(Collection<String> words) {
    ArrayNode json = JSON.arrayNode();
    words.forEach(json::add);
    return json;
  }
}
