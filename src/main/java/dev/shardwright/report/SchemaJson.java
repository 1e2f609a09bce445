package dev.shardwright.report;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Names;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.View;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a database is, as the JSON of {@code inspect}. */
public final class SchemaJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SchemaJson() {}

  /** The whole document of a schema. */
  public static ObjectNode of(Schema schema) {
    ObjectNode document = JSON.objectNode();
    document.set("source", SourceJson.of(schema.origin()));
    document.set("tables", list(schema.tables(), SchemaJson::table));
    document.set("relations", list(schema.relations(), SchemaJson::relation));
    document.set("views", list(schema.views(), SchemaJson::view));
    document.set("routines", list(schema.routines(), SchemaJson::routine));
    document.set("sequences", list(schema.sequences(), SchemaJson::sequence));
    document.set("events", list(schema.events(), SchemaJson::event));
    document.set("extensions", PlanJson.words(schema.extensions()));
    document.set(
        "types",
        list(
            schema.types(),
            t ->
                JSON.objectNode()
                    .put("name", t.name().toString())
                    .put("kind", word(t.kind()))
                    .put("definition", t.definition())));
    document.set(
        "minorObjects",
        list(
            schema.minors(),
            m ->
                JSON.objectNode()
                    .put("name", m.title())
                    .put("kind", word(m.kind()))
                    .put("definition", m.text())));
    document.set(
        "skipped",
        list(
            schema.skipped(),
            s -> JSON.objectNode().put("statement", s.statement()).put("why", s.why())));
    return document;
  }

  private static ObjectNode table(Table table) {
    ObjectNode json = JSON.objectNode();
    json.put("name", table.name().toString())
        .put("schema", table.name().schema())
        .put("table", table.name().name());
    json.set("columns", list(table.columns(), SchemaJson::column));
    json.set(
        "primaryKey", table.primaryKey().<JsonNode>map(SchemaJson::key).orElse(JSON.nullNode()));
    json.set(
        "uniqueKeys",
        list(
            table.keys().stream().filter(k -> k.kind() != UniqueKey.Kind.PRIMARY).toList(),
            SchemaJson::key));
    json.set("indexes", list(table.indexes(), SchemaJson::index));
    json.set("checks", list(table.checks(), SchemaJson::check));
    json.set("triggers", list(table.triggers(), SchemaJson::trigger));
    json.set(
        "partitions",
        table.partitioning().<JsonNode>map(SchemaJson::partitions).orElse(JSON.nullNode()));
    json.set(
        "inherits", PlanJson.words(table.inherits().stream().map(TableName::toString).toList()));
    RowCount rows = table.rowCount();
    boolean known = rows.are() != RowCount.Exactness.UNKNOWN;
    return json.put("engine", table.engine().orElse(null))
        .put("comment", table.comment().orElse(null))
        .put("rows", known ? rows.rows() : null)
        .put("rowsAre", word(rows.are()))
        .put("bytes", table.bytes().isPresent() ? table.bytes().getAsLong() : null);
  }

  private static ObjectNode column(Column column) {
    ObjectNode json = JSON.objectNode();
    json.put("name", column.name())
        .put("type", column.type().sql())
        .put("nullable", column.nullable())
        .put("default", column.defaultSql().orElse(null))
        .put("generated", column.generated().map(Column.Generated::expression).orElse(null));
    boolean none = column.identity() == Column.Identity.NONE;
    return json.put("identity", none ? null : word(column.identity()))
        .put("onUpdate", column.onUpdateSql().orElse(null))
        .put("collation", column.collation().orElse(null))
        .put("comment", column.comment().orElse(null));
  }

  private static ObjectNode key(UniqueKey key) {
    ObjectNode json = JSON.objectNode().put("name", key.name());
    json.set("columns", parts(key.parts()));
    return json.put("kind", word(key.kind()))
        .put("total", key.total())
        .put("nullsNotDistinct", key.nullsNotDistinct())
        .put("predicate", key.predicate().orElse(null))
        .put("valid", key.valid());
  }

  private static ObjectNode index(Index index) {
    ObjectNode json = JSON.objectNode().put("name", index.name());
    json.set("columns", parts(index.parts()));
    return json.put("method", index.method()).put("predicate", index.predicate().orElse(null));
  }

  private static ArrayNode parts(List<KeyPart> parts) {
    return PlanJson.words(
        parts.stream()
            .map(p ->
                p.text()
                    + (p.prefixLength().isPresent() ? "(" + p.prefixLength().getAsInt() + ")" : ""))
            .toList());
  }

  private static ObjectNode check(Check check) {
    return JSON.objectNode()
        .put("name", check.name())
        .put("expression", check.expression())
        .put("exclusion", check.exclusion())
        .put("enforced", check.enforced())
        .put("validated", check.validated());
  }

  private static ObjectNode trigger(Trigger trigger) {
    ObjectNode json = JSON.objectNode();
    json.put("name", trigger.name()).put("rule", trigger.rule()).put("timing", trigger.timing());
    json.set("events", PlanJson.words(trigger.events()));
    return json.put("perRow", trigger.perRow())
        .put("enabled", trigger.enabled())
        .put("function", trigger.function().orElse(null))
        .put("language", trigger.language())
        .put("body", trigger.body().orElse(null));
  }

  private static ArrayNode partitions(Partitioning partitioning) {
    return list(
        partitioning.partitions(),
        p ->
            JSON.objectNode()
                .put("name", p.name().toString())
                .put("by", partitioning.key())
                .put("bound", p.bound()));
  }

  private static ObjectNode relation(Relation relation) {
    ObjectNode json = JSON.objectNode();
    json.put("name", relation.id()).put("child", relation.child().toString());
    json.set("childColumns", PlanJson.words(relation.childColumns()));
    json.put("parent", relation.parent().toString());
    json.set("parentColumns", PlanJson.words(relation.parentColumns()));
    return json.put("nullable", relation.nullable())
        .put("onDelete", word(relation.onDelete()))
        .put("onUpdate", word(relation.onUpdate()))
        .put("match", word(relation.match()))
        .put("deferral", word(relation.deferral()))
        .put("validated", relation.validated())
        .put("enforced", relation.enforced());
  }

  private static ObjectNode view(View view) {
    ObjectNode json = JSON.objectNode();
    json.put("name", view.name().toString()).put("materialized", view.materialized());
    json.set("uses", PlanJson.words(view.uses().stream().map(TableName::toString).toList()));
    return json.put("definition", view.definition().orElse(null));
  }

  private static ObjectNode routine(Routine routine) {
    return JSON.objectNode()
        .put("name", routine.id())
        .put("kind", word(routine.kind()))
        .put("language", routine.language())
        .put("body", routine.body().orElse(null));
  }

  private static ObjectNode sequence(Sequence sequence) {
    return JSON.objectNode()
        .put("name", sequence.name().toString())
        .put("type", sequence.type())
        .put("start", sequence.start())
        .put("increment", sequence.increment())
        .put("min", sequence.min())
        .put("max", sequence.max())
        .put("owner", sequence.owner().map(Object::toString).orElse(null))
        .put("identity", sequence.identity());
  }

  private static ObjectNode event(ScheduledEvent event) {
    return JSON.objectNode()
        .put("name", Names.join(event.schema(), event.name()))
        .put("enabled", event.enabled())
        .put("body", event.body().orElse(null));
  }

  private static <T> ArrayNode list(List<T> items, Function<T, ObjectNode> json) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(item -> array.add(json.apply(item)));
    return array;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
