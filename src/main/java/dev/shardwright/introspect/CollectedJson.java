package dev.shardwright.introspect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What psql printed: one JSON object a line, a question's name after its rows. */
final class CollectedJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CollectedJson() {}

  static Map<String, List<KeptRow>> answers(String text) throws SQLException {
    Map<String, List<KeptRow>> answers = new LinkedHashMap<>();
    List<KeptRow> rows = new ArrayList<>();
    KeptRow.@Nullable Places places = null;
    for (String line : text.lines().filter(line -> line.startsWith("{")).toList()) {
      JsonNode object = object(line);
      if (object.size() == 1 && object.has("asking")) {
        rows = new ArrayList<>();
        places = null;
      } else if (object.size() == 1 && object.has("question")) {
        answers.put(object.get("question").asString(), rows);
      } else {
        places = places == null ? KeptRow.Places.of(List.copyOf(object.propertyNames())) : places;
        rows.add(row(object, places));
      }
    }
    return answers;
  }

  private static JsonNode object(String line) throws SQLException {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new SQLException("one of its lines is cut", e);
    }
  }

  private static KeptRow row(JsonNode object, KeptRow.Places places) {
    List<@Nullable String> values = new ArrayList<>();
    for (String column : places.columns()) {
      JsonNode value = object.path(column);
      values.add(
          value.isNull() || value.isMissingNode()
              ? null
              : value.isContainer() ? value.toString() : value.asString());
    }
    return new KeptRow(places, values);
  }
}
