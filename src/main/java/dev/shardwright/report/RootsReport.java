package dev.shardwright.report;

import dev.shardwright.model.RowCount;
import dev.shardwright.risk.RootCandidate;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ranked root candidates for programs and for a terminal. */
public final class RootsReport {
  private static final int LISTED_IN_TEXT = 10;

  private RootsReport() {}

  /** The whole document, best first. */
  public static ObjectNode json(List<RootCandidate> roots) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode array = document.putArray("roots");
    for (RootCandidate root : roots) {
      boolean known = root.rows().are() != RowCount.Exactness.UNKNOWN;
      array
          .addObject()
          .put("table", root.table().toString())
          .put("score", rounded(root.score()))
          .put("clientTables", root.clientTables())
          .put("contextTables", root.contextTables())
          .put("neutralTables", root.neutralTables())
          .put("undecidedTables", root.undecidedTables())
          .put("totalOwned", root.totalOwned())
          .put("blockers", root.blockers())
          .put("rows", known ? root.rows().rows() : null)
          .put("why", root.why());
    }
    return document;
  }

  /** The best candidates, two lines each. */
  public static String text(List<RootCandidate> roots) {
    StringBuilder text = new StringBuilder();
    for (RootCandidate root : roots.stream().limit(LISTED_IN_TEXT).toList()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.2f  %s: %,d client, %,d context, %,d neutral, %,d undecided%n      %s%n",
              root.score(),
              root.table(),
              root.clientTables(),
              root.contextTables(),
              root.neutralTables(),
              root.undecidedTables(),
              root.why()));
    }
    return text.isEmpty()
        ? "No table can be the root: none has a key of one column.\n"
        : text.toString();
  }

  /** Scores compare; more than three digits would feign what they do not know. */
  static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
