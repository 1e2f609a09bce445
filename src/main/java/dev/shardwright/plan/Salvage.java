package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.UserError;
import dev.shardwright.risk.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan file opened as far as it can be read.
 *
 * @param lost a sentence for each part that could not be read; empty for a whole file
 */
public record Salvage(PlanFile file, List<String> lost) {

  public Salvage {
    lost = List.copyOf(lost);
  }

  /**
   * Reads a plan file, a damaged one as far as possible.
   *
   * @throws UserError if it is missing, no plan file, from a newer program, or so damaged that not
   *     even the source of its schema is left
   */
  public static Salvage of(Path file) {
    try {
      return new Salvage(PlanFile.read(file), List.of());
    } catch (PlanFile.Damaged damaged) {
      return mended(file, damaged);
    }
  }

  private static Salvage mended(Path file, PlanFile.Damaged damaged) {
    MendedJson.Mended mended = MendedJson.of(text(file, damaged));
    List<String> lost = new ArrayList<>();
    if (!mended.lostLines().isEmpty()) {
      lost.add(
          mended.lostLines().size() == 1
              ? "Line " + mended.lostLines().getFirst() + " cannot be read."
              : mended.lostLines().size()
                  + " lines cannot be read, the first is line "
                  + mended.lostLines().getFirst()
                  + ".");
    }
    try {
      ObjectNode json = mended.json();
      Schema schema = schema(json, lost);
      Decisions decisions = decisions(json.path("decisions"), lost);
      PlanFile read =
          new PlanFile(
              schema,
              decisions,
              evidence(json.path("evidence"), lost),
              Layout.NONE,
              new Notebook(History.startingWith(decisions), List.of()));
      return new Salvage(read, lost);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      damaged.addSuppressed(e);
      throw damaged;
    }
  }

  private static String text(Path file, PlanFile.Damaged damaged) {
    try {
      // Bytes that are no text become a sign that stands for them: their line alone is lost.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      damaged.addSuppressed(e);
      throw damaged;
    }
  }

  private static Schema schema(ObjectNode json, List<String> lost) {
    if (json.path("schema") instanceof ObjectNode schema) {
      keep(schema, "tables", Table.class, lost);
      keep(schema, "relations", Relation.class, lost);
    }
    Schema schema = SchemaCodec.schema(json.path("schema"));
    if (schema.tables().isEmpty()) {
      lost.add("No table can be read: compare the plan with its database to read them again.");
    }
    return schema;
  }

  /** Leaves out the entries that are not what they should be. */
  private static <T> void keep(ObjectNode in, String part, Class<T> type, List<String> lost) {
    ArrayNode kept = in.arrayNode();
    for (JsonNode entry : in.path(part)) {
      try {
        SchemaCodec.MAPPER.treeToValue(entry, type);
        kept.add(entry);
      } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
        lost.add("One of the " + part + " cannot be read: " + name(entry) + ".");
      }
    }
    in.set(part, kept);
  }

  private static String name(JsonNode entry) {
    return entry.path("name").asString("it has no name");
  }

  private static Decisions decisions(JsonNode json, List<String> lost) {
    Decisions decisions = Decisions.NONE;
    for (var part : json.properties()) {
      for (ObjectNode one : single(part.getKey(), part.getValue())) {
        try {
          one.set(DecisionJson.NOTES, json.path(DecisionJson.NOTES));
          for (Decision d : DecisionJson.read(one, SchemaCodec::tableName).all()) {
            decisions = decisions.with(d);
          }
        } catch (UserError | IllegalArgumentException e) {
          lost.add("A decision cannot be read: " + one + ".");
        }
      }
    }
    return decisions;
  }

  /** The entries of a part, each as decisions of its own. */
  private static List<ObjectNode> single(String part, JsonNode entries) {
    if (!entries.isArray()) {
      return List.of(SchemaCodec.MAPPER.createObjectNode().set(part, entries));
    }
    List<ObjectNode> all = new ArrayList<>();
    for (JsonNode entry : entries) {
      ObjectNode one = SchemaCodec.MAPPER.createObjectNode();
      one.putArray(part).add(entry);
      all.add(one);
    }
    return all;
  }

  private static Evidence evidence(JsonNode json, List<String> lost) {
    SortedMap<String, Evidence.Answer> answers = new TreeMap<>();
    int unread = 0;
    for (var entry : json.properties()) {
      try {
        answers.put(
            entry.getKey(),
            SchemaCodec.MAPPER.treeToValue(entry.getValue(), Evidence.Answer.class));
      } catch (JacksonException | NullPointerException e) {
        unread++;
      }
    }
    if (unread > 0) {
      lost.add(unread + " answers of the data cannot be read; they can be asked again.");
    }
    return new Evidence(answers);
  }
}
