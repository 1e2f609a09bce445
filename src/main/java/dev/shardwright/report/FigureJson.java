package dev.shardwright.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A measured figure as JSON: a number stays a number, lists and maps keep their order. */
final class FigureJson {
  private FigureJson() {}

  static JsonNode of(Object figure) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (figure) {
      case Integer number -> json.numberNode(number);
      case Long number -> json.numberNode(number);
      case BigInteger number -> json.numberNode(number);
      case Double number -> json.numberNode(number);
      case Boolean flag -> json.booleanNode(flag);
      case List<?> list -> {
        ArrayNode array = json.arrayNode();
        list.forEach(item -> array.add(of(item)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = json.objectNode();
        map.forEach((name, value) -> object.set(name.toString(), of(value)));
        yield object;
      }
      default -> json.stringNode(figure.toString());
    };
  }
}
