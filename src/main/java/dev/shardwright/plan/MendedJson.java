package dev.shardwright.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can still be read of a damaged file in the manner of {@link LinewiseJson}: each line stands
 * for itself, and its indentation says where it belongs.
 */
final class MendedJson {
  private static final Pattern OPENING = Pattern.compile("(?:(\".*\"): )?([{\\[])");
  private static final Pattern CLOSING = Pattern.compile("[}\\]]");

  private final Deque<JsonNode> open = new ArrayDeque<>();
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final List<Integer> lost = new ArrayList<>();

  private MendedJson() {}

  /**
   * A mended document.
   *
   * @param lostLines numbers of the lines that could not be read, from 1
   */
  record Mended(ObjectNode json, List<Integer> lostLines) {}

  static Mended of(String text) {
    MendedJson mended = new MendedJson();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !mended.take(line)) {
        mended.lost.add(number);
      }
    }
    return new Mended(mended.root, List.copyOf(mended.lost));
  }

  private boolean take(String line) {
    int level = line.length() - line.stripLeading().length();
    String content = line.strip().replaceFirst(",$", "");
    if (level == 0) {
      open.clear();
      open.push(root);
      return content.equals("{") || content.equals("}");
    }
    while (open.size() > level) {
      open.pop();
    }
    if (open.size() < level) {
      // What it belongs to could not be read.
      return false;
    }
    if (CLOSING.matcher(content).matches()) {
      return true;
    }
    Matcher opening = OPENING.matcher(content);
    return opening.matches() ? opens(opening) : leaf(content);
  }

  private boolean opens(Matcher opening) {
    JsonNode child =
        opening.group(2).equals("{")
            ? JsonNodeFactory.instance.objectNode()
            : JsonNodeFactory.instance.arrayNode();
    boolean placed = open.getFirst() instanceof ObjectNode ? named(opening, child) : listed(child);
    if (placed) {
      open.push(child);
    }
    return placed;
  }

  private boolean named(Matcher opening, JsonNode child) {
    try {
      String name = SchemaCodec.MAPPER.readTree(String.valueOf(opening.group(1))).asString();
      return open.getFirst() instanceof ObjectNode parent && parent.set(name, child) != null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private boolean listed(JsonNode child) {
    return open.getFirst() instanceof ArrayNode parent && parent.add(child) != null;
  }

  private boolean leaf(String content) {
    try {
      switch (open.getFirst()) {
        case ObjectNode parent -> {
          JsonNode one = SchemaCodec.MAPPER.readTree("{" + content + "}");
          one.properties().forEach(p -> parent.set(p.getKey(), p.getValue()));
        }
        case ArrayNode parent ->
            SchemaCodec.MAPPER.readTree("[" + content + "]").forEach(parent::add);
        default -> throw new IllegalStateException("neither object nor list is open");
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }
}
