package dev.shardwright.risk;

import dev.shardwright.classify.Decision.FindingState;
import dev.shardwright.classify.Decisions;
import dev.shardwright.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the DBA said about findings. */
public final class Verdicts {
  private final Map<Place, FindingState> said = new HashMap<>();

  /** What a decision about a finding names. */
  private record Place(
      String check, TableName table, List<String> relations, List<String> objects) {}

  private Verdicts() {}

  public static Verdicts of(Decisions decisions) {
    Verdicts verdicts = new Verdicts();
    decisions
        .of(FindingState.class)
        .forEach(
            s -> verdicts.said.put(new Place(s.check(), s.table(), s.relations(), s.objects()), s));
    return verdicts;
  }

  /**
   * The decision that holds for a finding, be it ended or not: the one that names the finding's
   * objects or columns, else the one that names none and so means all findings of its place.
   */
  public Optional<FindingState> on(Finding finding) {
    return Optional.ofNullable(said.get(place(finding, finding.named())))
        .or(() -> Optional.ofNullable(said.get(place(finding, List.of()))));
  }

  private static Place place(Finding finding, List<String> objects) {
    return new Place(finding.check().name(), finding.table(), finding.relations(), objects);
  }
}
