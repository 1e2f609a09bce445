package dev.shardwright.risk;

import dev.shardwright.model.Figures;
import java.util.List;

/** Says in one sentence what a check could not settle. */
final class Open {
  private Open() {}

  /** Found or clear where nothing is open, else unknown with what was found all the same. */
  static CheckOutcome outcome(List<Finding> findings, List<String> reasons, int of) {
    return reasons.isEmpty()
        ? CheckOutcome.of(findings)
        : new CheckOutcome.Unknown(sentence(reasons, of), findings);
  }

  /**
   * The sentence.
   *
   * @param reasons {@code place: reason}, one per open question
   */
  private static String sentence(List<String> reasons, int of) {
    // Servers end their sentences; one full stop is enough.
    String first = reasons.getFirst().replaceFirst("\\.$", "");
    String reason = first.substring(first.indexOf(": ") + 2);
    boolean same =
        reasons.stream().allMatch(r -> r.replaceFirst("\\.$", "").endsWith(": " + reason));
    String open = Figures.exact(reasons.size()) + " of " + Figures.exact(of) + " places are open";
    return same ? open + ": " + reason + "." : open + ", the first is " + first + ".";
  }
}
