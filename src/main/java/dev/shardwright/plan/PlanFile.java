package dev.shardwright.plan;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.model.WholeFile;
import dev.shardwright.risk.Evidence;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan's inputs as one file ({@code *.shardplan}): opening it needs no database.
 *
 * <p>It is JSON with sorted keys and one table, decision or position a line, so that version
 * control shows a small difference for a small change. No password and no host's secret is in it.
 */
public record PlanFile(
    Schema schema, Decisions decisions, Evidence evidence, Layout layout, Notebook notebook) {
  /** The newest format that this program reads and the one that it writes. */
  public static final int FORMAT = 1;

  private static final String WAY_OUT =
      "Take an older copy of it, from version control say, or read the database again.";
  private static final String HIDDEN = "hidden";

  /** The inputs of a plan of which nobody knows how it came about. */
  public PlanFile(Schema schema, Decisions decisions, Evidence evidence, Layout layout) {
    this(
        schema,
        decisions,
        evidence,
        layout,
        new Notebook(History.startingWith(decisions), List.of()));
  }

  /** A plan file that is no whole document any more, or holds what it should not. */
  public static final class Damaged extends UserError {
    private static final long serialVersionUID = 1L;

    Damaged(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The inputs of a plan whose tables stand where the program put them. */
  public static PlanFile of(Plan plan) {
    return new PlanFile(plan.schema(), plan.decisions(), plan.evidence(), Layout.NONE);
  }

  /**
   * Reads a plan file.
   *
   * @throws UserError if it is missing, damaged, no plan file, or written by a newer program
   */
  public static PlanFile read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserError("There is no plan file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new Damaged(file + " is no plan file: it is not text.", e);
    } catch (IOException e) {
      throw new UserError("The plan file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Reads a plan file's text; {@code name} is what the sentences call it. */
  static PlanFile parse(String text, String name) {
    JsonNode json;
    try {
      json = SchemaCodec.MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new Damaged(
          "The plan file "
              + name
              + " is damaged: it is no whole JSON document (line "
              + e.getLocation().getLineNr()
              + "). "
              + WAY_OUT,
          e);
    }
    if (!json.path("format").isInt() || !json.has("schema")) {
      throw new UserError(name + " is no plan file of Shardwright.");
    }
    if (json.path("format").asInt() < 1) {
      throw new UserError(
          "The plan file "
              + name
              + " has format "
              + json.path("format").asInt()
              + ", which no"
              + " Shardwright wrote.");
    }
    if (json.path("format").asInt() > FORMAT) {
      throw new UserError(
          "The plan file "
              + name
              + " has format "
              + json.path("format").asInt()
              + "; this program reads formats up to "
              + FORMAT
              + ": open it with a newer Shardwright.");
    }
    try {
      Decisions decisions = DecisionJson.read(json.path("decisions"), SchemaCodec::tableName);
      return new PlanFile(
          SchemaCodec.schema(json.path("schema")),
          decisions,
          evidence(json.path("evidence")),
          layout(json.path("layout"), json.path(HIDDEN)),
          NotebookJson.read(json, decisions));
    } catch (JacksonException | IllegalArgumentException | NullPointerException | UserError e) {
      throw new Damaged(
          "The plan file " + name + " is damaged: " + firstLine(e) + ". " + WAY_OUT, e);
    }
  }

  private static String firstLine(Exception e) {
    String message = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
    String line = message == null ? "a part is missing" : message.lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static Evidence evidence(JsonNode json) {
    SortedMap<String, Evidence.Answer> answers = new TreeMap<>();
    json.properties()
        .forEach(e ->
            answers.put(
                e.getKey(), SchemaCodec.MAPPER.treeToValue(e.getValue(), Evidence.Answer.class)));
    return new Evidence(answers);
  }

  private static Layout layout(JsonNode json, JsonNode hidden) {
    SortedMap<TableName, Layout.Position> positions = new TreeMap<>();
    json.properties()
        .forEach(e ->
            positions.put(
                SchemaCodec.tableName(e.getKey()),
                new Layout.Position(
                    e.getValue().path(0).asDouble(), e.getValue().path(1).asDouble())));
    return new Layout(positions, hidden(hidden));
  }

  /** By table: {@code true} for all of it, or the names of columns. */
  private static Layout.Hidden hidden(JsonNode json) {
    Layout.Hidden hidden = Layout.Hidden.NOTHING;
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      TableName table = SchemaCodec.tableName(entry.getKey());
      JsonNode value = entry.getValue();
      hidden =
          value.isArray()
              ? hidden.with(table, value.valueStream().map(JsonNode::asString).toList())
              : hidden.plus(List.of(table));
    }
    return hidden;
  }

  private static void write(ObjectNode json, Layout.Hidden hidden) {
    if (hidden.nothing()) {
      return;
    }
    ObjectNode tables = json.putObject(HIDDEN);
    hidden
        .columns()
        .forEach((table, names) -> {
          ArrayNode array = tables.putArray(table.toString());
          names.forEach(array::add);
        });
    hidden.tables().forEach(table -> tables.put(table.toString(), true));
  }

  /** The file's whole text. */
  public String text() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.set("schema", SchemaCodec.json(schema));
    json.set("decisions", DecisionJson.toJson(decisions));
    ObjectNode answers = json.putObject("evidence");
    evidence.answers().forEach((sql, a) -> answers.set(sql, SchemaCodec.MAPPER.valueToTree(a)));
    ObjectNode positions = json.putObject("layout");
    layout
        .positions()
        .forEach((table, at) -> {
          ArrayNode pair = positions.putArray(table.toString());
          pair.add(at.x()).add(at.y());
        });
    write(json, layout.hidden());
    NotebookJson.write(json, notebook);
    return LinewiseJson.of(json);
  }

  /**
   * Writes the file: beside its place first, then moved into it, so that a crash leaves the old one
   * or the new one and never a half.
   *
   * @throws UserError if the folder is missing or may not be written
   */
  public void write(Path file) {
    WholeFile.writeThrough(file, text());
  }
}
