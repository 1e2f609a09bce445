package dev.shardwright.report;

import dev.shardwright.risk.KeySuggestion;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Suggested keys for programs and for a terminal. */
public final class SuggestionsReport {
  private SuggestionsReport() {}

  /** The whole document, best first; nothing was counted in the data. */
  public static ObjectNode json(List<KeySuggestion> suggestions) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode array = document.putArray("relations");
    for (KeySuggestion suggestion : suggestions) {
      ObjectNode json = array.addObject().put("child", suggestion.child().toString());
      json.set("childColumns", PlanJson.words(suggestion.childColumns()));
      json.put("parent", suggestion.parent().toString());
      json.set("parentColumns", PlanJson.words(suggestion.parentColumns()));
      json.put("confidence", RootsReport.rounded(suggestion.confidence()));
      json.put("why", suggestion.why());
      ObjectNode evidence = json.putObject("evidence");
      evidence.putNull("nonNull").putNull("found").putNull("orphans");
      evidence.put("ran", false);
    }
    return document;
  }

  /** One line each. */
  public static String text(List<KeySuggestion> suggestions) {
    StringBuilder text = new StringBuilder();
    for (KeySuggestion suggestion : suggestions) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.2f  %s(%s) -> %s(%s)  %s%n",
              suggestion.confidence(),
              suggestion.child(),
              String.join(",", suggestion.childColumns()),
              suggestion.parent(),
              String.join(",", suggestion.parentColumns()),
              suggestion.why()));
    }
    return text.isEmpty() ? "No key is suggested.\n" : text.toString();
  }
}
