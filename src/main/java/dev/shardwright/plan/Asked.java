package dev.shardwright.plan;

import dev.shardwright.risk.BiggestClients;
import dev.shardwright.risk.OwnershipLedger;
import dev.shardwright.risk.Probe;
import dev.shardwright.risk.RiskCheck;
import dev.shardwright.risk.RiskChecks;
import dev.shardwright.risk.Situation;
import dev.shardwright.risk.SuggestedKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks, the ledger and the list of the biggest clients would ask, each text once. The
 * texts are compared as they come and let go: together they can take hundreds of megabytes.
 */
final class Asked {
  private final List<Probe> all = new ArrayList<>();
  private final Map<Integer, List<Probe>> alike = new HashMap<>();

  private Asked() {}

  static List<Probe> of(Situation situation) {
    Asked asked = new Asked();
    if (situation.decisions().root().isEmpty()) {
      // Before colours are told, the data can only say which keys are missing.
      SuggestedKeys.probes(situation).forEach(asked::add);
    } else {
      for (RiskCheck check : RiskChecks.ALL) {
        check.probes(situation).forEach(asked::add);
      }
      OwnershipLedger.probes(situation).forEach(asked::add);
      BiggestClients.probes(situation).forEach(asked::add);
    }
    return List.copyOf(asked.all);
  }

  private void add(Probe probe) {
    String sql = probe.sql();
    List<Probe> same = alike.computeIfAbsent(sql.hashCode(), hash -> new ArrayList<>(1));
    if (same.stream().noneMatch(other -> other.sql().equals(sql))) {
      same.add(probe);
      all.add(probe);
    }
  }
}
