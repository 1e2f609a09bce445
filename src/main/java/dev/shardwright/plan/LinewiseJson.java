package dev.shardwright.plan;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON for version control: keys sorted, and one entry a line for the members of the second and
 * third level, whatever they hold.
 */
final class LinewiseJson {
  private static final int LINEWISE_LEVELS = 3;

  private final StringBuilder text = new StringBuilder();

  private LinewiseJson() {}

  static String of(ObjectNode json) {
    LinewiseJson writer = new LinewiseJson();
    writer.write(json, 1);
    return writer.text.append('\n').toString();
  }

  private void write(JsonNode node, int level) {
    boolean spread =
        level <= LINEWISE_LEVELS && node.isContainer() && !node.isEmpty() && worth(node, level);
    if (!spread) {
      text.append(SchemaCodec.MAPPER.writeValueAsString(node));
    } else if (node.isObject()) {
      members(node, level);
    } else {
      items(node, level);
    }
  }

  /** A table, decision or position is one line; only what holds many of them is spread. */
  private static boolean worth(JsonNode node, int level) {
    return level < LINEWISE_LEVELS || (node.isArray() && node.path(0).isObject());
  }

  private void members(JsonNode node, int level) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
    text.append('{');
    boolean first = true;
    for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
      next(level, first);
      first = false;
      text.append(SchemaCodec.MAPPER.writeValueAsString(entry.getKey())).append(": ");
      write(entry.getValue(), level + 1);
    }
    end(level, '}');
  }

  private void items(JsonNode node, int level) {
    text.append('[');
    boolean first = true;
    for (JsonNode item : node) {
      next(level, first);
      first = false;
      text.append(SchemaCodec.MAPPER.writeValueAsString(item));
    }
    end(level, ']');
  }

  private void next(int level, boolean first) {
    text.append(first ? "\n" : ",\n").append(" ".repeat(level));
  }

  private void end(int level, char bracket) {
    text.append('\n').append(" ".repeat(level - 1)).append(bracket);
  }
}
