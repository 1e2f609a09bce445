package dev.shardwright.plan;

import dev.shardwright.risk.BiggestClients;
import dev.shardwright.risk.OwnershipLedger;
import dev.shardwright.risk.Probe;
import dev.shardwright.risk.RiskCheck;
import dev.shardwright.risk.RiskChecks;
import dev.shardwright.risk.Situation;
import dev.shardwright.risk.SuggestedKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the checks, the ledger and the list of the biggest clients would ask, each once. */
final class Asked {
  private Asked() {}

  static List<Probe> of(Situation situation) {
    Map<String, Probe> bySql = new LinkedHashMap<>();
    if (situation.decisions().root().isEmpty()) {
      // Before colours are told, the data can only say which keys are missing.
      SuggestedKeys.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
    } else {
      for (RiskCheck check : RiskChecks.ALL) {
        check.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
      }
      OwnershipLedger.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
      BiggestClients.probes(situation).forEach(p -> bySql.putIfAbsent(p.sql(), p));
    }
    return List.copyOf(bySql.values());
  }
}
