package dev.shardwright.report;

import dev.shardwright.model.Figures;
import dev.shardwright.risk.KeySuggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Suggested keys for programs and for a terminal. */
public final class SuggestionsReport {
  private SuggestionsReport() {}

  /** The whole document, best first. */
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
      evidence(json.putObject("evidence"), suggestion.counted());
    }
    return document;
  }

  private static void evidence(ObjectNode json, Optional<KeySuggestion.Counted> counted) {
    json.put("nonNull", counted.map(KeySuggestion.Counted::nonNull).orElse(null));
    json.put("found", counted.map(KeySuggestion.Counted::found).orElse(null));
    json.put("orphans", counted.map(KeySuggestion.Counted::orphans).orElse(null));
    json.put("ran", counted.isPresent());
  }

  /** One line each. */
  public static String text(List<KeySuggestion> suggestions) {
    StringBuilder text = new StringBuilder();
    for (KeySuggestion suggestion : suggestions) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.2f  %s(%s) -> %s(%s)  %s%s%n",
              suggestion.confidence(),
              suggestion.child(),
              String.join(",", suggestion.childColumns()),
              suggestion.parent(),
              String.join(",", suggestion.parentColumns()),
              suggestion.why(),
              suggestion.counted().map(SuggestionsReport::counted).orElse("")));
    }
    return text.isEmpty() ? "No key is suggested.\n" : text.toString();
  }

  private static String counted(KeySuggestion.Counted counted) {
    return "; %s of %s found"
        .formatted(Figures.exact(counted.found()), Figures.count(counted.nonNull(), "value"));
  }
}
