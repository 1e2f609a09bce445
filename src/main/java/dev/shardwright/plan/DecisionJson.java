package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decisions as JSON, in the shape that plan files, {@code --decisions} files and remedies share:
 * one array per sort, every part may be absent.
 */
public final class DecisionJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String QUESTIONS = "questions";

  /** Reasons and days of the root and of settings: {@code {"about":"root","when":…}}. */
  static final String NOTES = "notes";

  private DecisionJson() {}

  /** One decision as an object with one entry. */
  public static ObjectNode toJson(Decision decision) {
    return toJson(new Decisions(List.of(decision)));
  }

  /** All decisions, grouped by sort; within a sort in the order in which they were made. */
  public static ObjectNode toJson(Decisions decisions) {
    ObjectNode json = JSON.objectNode();
    decisions.all().forEach(decision -> add(json, decision));
    return json;
  }

  private static void add(ObjectNode json, Decision decision) {
    switch (decision) {
      case Decision.Root d -> {
        json.put("root", d.table().toString());
        noteOn(json, "root", d);
      }
      case Decision.Virtual d -> list(json, "relations").add(virtual(d));
      case Decision.Cut d ->
          note(list(json, "cuts").addObject().put("relation", d.relation()), "why", d);
      case Decision.KindOverride d -> {
        ObjectNode kind = about(list(json, "kinds"), d.table());
        note(kind.put("kind", d.kind().word()), "why", d);
      }
      case Decision.PlainId d ->
          note(columns(list(json, "plain"), d.table(), d.columns()), "why", d);
      case Decision.Owner d -> {
        ObjectNode owner = about(list(json, "owners"), d.table());
        note(owner.put("relation", d.relation()), "why", d);
      }
      case Decision.DispatchKey d ->
          note(columns(list(json, "dispatchKeys"), d.table(), d.columns()), "why", d);
      case Decision.FindingState d -> list(json, "findings").add(state(d));
      case Decision.Setting d -> {
        settings(json).put(d.name(), d.value());
        noteOn(json, "settings." + d.name(), d);
      }
      case Decision.Question d -> {
        ObjectNode question = list(json, QUESTIONS).addObject();
        d.table().ifPresent(t -> question.put("table", t.toString()));
        note(question.put("question", d.text()), "answer", d);
      }
    }
  }

  private static ObjectNode about(ArrayNode list, TableName table) {
    return list.addObject().put("table", table.toString());
  }

  private static ObjectNode columns(ArrayNode list, TableName table, List<String> columns) {
    ObjectNode json = about(list, table);
    json.set("columns", words(columns));
    return json;
  }

  private static void note(ObjectNode json, String reason, Decision decision) {
    decision.why().ifPresent(why -> json.put(reason, why));
    decision.when().ifPresent(when -> json.put("when", when));
  }

  /** The root and the settings are written as words, which have no room for a note. */
  private static void noteOn(ObjectNode json, String about, Decision decision) {
    if (!decision.note().equals(Decision.Note.NONE)) {
      note(list(json, NOTES).addObject().put("about", about), "why", decision);
    }
  }

  private static ObjectNode virtual(Decision.Virtual d) {
    ObjectNode json = JSON.objectNode().put("child", d.child().toString());
    json.set("childColumns", words(d.childColumns()));
    json.put("parent", d.parent().toString());
    json.set("parentColumns", words(d.parentColumns()));
    d.discriminator()
        .ifPresent(
            x -> json.putObject("discriminator").put("column", x.column()).put("value", x.value()));
    if (d.inferred()) {
      json.put("inferred", true);
    }
    note(json, "why", d);
    return json;
  }

  private static ObjectNode state(Decision.FindingState d) {
    ObjectNode json = JSON.objectNode().put("check", d.check()).put("table", d.table().toString());
    json.set("relations", words(d.relations()));
    if (!d.objects().isEmpty()) {
      json.set("objects", words(d.objects()));
    }
    json.put("state", d.state().name().toLowerCase(Locale.ROOT));
    note(json, "why", d);
    d.until().ifPresent(until -> json.put("until", until));
    return json;
  }

  /**
   * Reads the decisions of a file about a schema; tables may be named as people name them.
   *
   * @throws UserError if the file cannot be read or a part of it is not what it should be
   */
  public static Decisions read(Path file, Schema schema) {
    try {
      JsonNode json = SchemaCodec.MAPPER.readTree(Files.readString(file));
      // A whole plan file serves as well: its decisions are meant.
      JsonNode part = json.has("format") ? json.path("decisions") : json;
      return read(part, new TableNames(schema)::find);
    } catch (JacksonException e) {
      throw new UserError(
          "The decisions in " + file + " are damaged: they are no JSON document.", e);
    } catch (IOException e) {
      throw new UserError("The decisions in " + file + " cannot be read.", e);
    }
  }

  /**
   * Reads decisions.
   *
   * @param names finds the table that a name means
   * @throws UserError if a part is not what it should be; the sentence names the part
   */
  public static Decisions read(JsonNode json, Function<String, TableName> names) {
    if (!json.isObject()) {
      throw new UserError("The decisions are no JSON object.");
    }
    Reader reader = new Reader(names);
    Decisions decisions = Decisions.NONE;
    for (Decision decision : reader.all(json)) {
      decisions = decisions.with(decision);
    }
    return decisions;
  }

  private record Reader(Function<String, TableName> names) {

    List<Decision> all(JsonNode json) {
      List<Decision> all = new ArrayList<>();
      Map<String, Decision.Note> notes = new HashMap<>();
      json.path(NOTES).forEach(n -> notes.put(n.path("about").asString(""), note(n, "why")));
      text(json, "root")
          .map(names)
          .map(t -> new Decision.Root(t, notes.getOrDefault("root", Decision.Note.NONE)))
          .ifPresent(all::add);
      each(json, "relations", all, this::virtual);
      each(json, "cuts", all, n -> new Decision.Cut(needed(n, "relation"), note(n, "why")));
      each(
          json,
          "kinds",
          all,
          n ->
              new Decision.KindOverride(
                  table(n, "table"), kind(needed(n, "kind")), note(n, "why")));
      each(
          json,
          "plain",
          all,
          n -> new Decision.PlainId(table(n, "table"), words(n, "columns"), note(n, "why")));
      each(
          json,
          "owners",
          all,
          n -> new Decision.Owner(table(n, "table"), needed(n, "relation"), note(n, "why")));
      each(
          json,
          "dispatchKeys",
          all,
          n -> new Decision.DispatchKey(table(n, "table"), words(n, "columns"), note(n, "why")));
      each(json, "findings", all, this::state);
      for (var setting : json.path("settings").properties()) {
        Decision.Note note = notes.getOrDefault("settings." + setting.getKey(), Decision.Note.NONE);
        all.add(new Decision.Setting(setting.getKey(), setting.getValue().asString(), note));
      }
      each(
          json,
          QUESTIONS,
          all,
          n ->
              new Decision.Question(
                  text(n, "table").map(names), needed(n, "question"), note(n, "answer")));
      return all;
    }

    private static Decision.Note note(JsonNode n, String reason) {
      return new Decision.Note(text(n, reason), text(n, "when"));
    }

    private Decision virtual(JsonNode n) {
      JsonNode d = n.path("discriminator");
      return new Decision.Virtual(
          table(n, "child"),
          words(n, "childColumns"),
          table(n, "parent"),
          words(n, "parentColumns"),
          d.isObject()
              ? Optional.of(new Relation.Discriminator(needed(d, "column"), needed(d, "value")))
              : Optional.empty(),
          n.path("inferred").asBoolean(false),
          note(n, "why"));
    }

    private Decision state(JsonNode n) {
      return new Decision.FindingState(
          needed(n, "check"),
          table(n, "table"),
          words(n, "relations"),
          words(n, "objects"),
          stateWord(needed(n, "state")),
          text(n, "until"),
          note(n, "why"));
    }

    private TableName table(JsonNode n, String field) {
      return names.apply(needed(n, field));
    }

    private static void each(
        JsonNode json, String part, List<Decision> all, Function<JsonNode, Decision> read) {
      JsonNode entries = json.path(part);
      if (!entries.isMissingNode() && !entries.isArray()) {
        throw new UserError("The decisions' part \"" + part + "\" is no list.");
      }
      entries.forEach(entry -> all.add(read.apply(entry)));
    }
  }

  private static Kind kind(String word) {
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new UserError("\"" + word + "\" is no kind: client, context, neutral or undecided.");
  }

  private static Decision.FindingState.State stateWord(String word) {
    for (Decision.FindingState.State state : Decision.FindingState.State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
        return state;
      }
    }
    throw new UserError("\"" + word + "\" is no state of a finding: open, accepted or waived.");
  }

  private static String needed(JsonNode node, String field) {
    return text(node, field)
        .orElseThrow(() -> new UserError("A decision lacks its \"" + field + "\": " + node + "."));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }

  private static List<String> words(JsonNode node, String field) {
    List<String> words = new ArrayList<>();
    node.path(field).forEach(word -> words.add(word.asString()));
    return words;
  }

  private static ArrayNode words(List<String> words) {
    ArrayNode json = JSON.arrayNode();
    words.forEach(json::add);
    return json;
  }

  private static ArrayNode list(ObjectNode json, String part) {
    return json.get(part) instanceof ArrayNode there ? there : json.putArray(part);
  }

  private static ObjectNode settings(ObjectNode json) {
    return json.get("settings") instanceof ObjectNode there ? there : json.putObject("settings");
  }
}
