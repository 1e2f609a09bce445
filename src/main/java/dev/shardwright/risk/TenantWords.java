package dev.shardwright.risk;

import java.util.List;
import java.util.Map;

/** How much a table's name sounds like the one that a service has per client. */
final class TenantWords {
  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("tenant", 1.0),
          Map.entry("client", 1.0),
          Map.entry("customer", 1.0),
          Map.entry("organization", 0.95),
          Map.entry("organisation", 0.95),
          Map.entry("company", 0.95),
          Map.entry("workspace", 0.95),
          Map.entry("account", 0.9),
          Map.entry("user", 0.9),
          Map.entry("shop", 0.85),
          Map.entry("store", 0.8),
          Map.entry("merchant", 0.85),
          Map.entry("member", 0.75),
          Map.entry("team", 0.7),
          Map.entry("site", 0.6),
          Map.entry("project", 0.5));

  private TenantWords() {}

  /** 0 to 1; the whole name counts more than a word of it. */
  static double weight(String table) {
    List<String> words = NameWords.of(table);
    String whole = NameWords.joined(NameWords.singular(words));
    Double known = WORDS.get(whole);
    if (known != null) {
      return known;
    }
    double best = 0;
    for (String word : words) {
      best = Math.max(best, WORDS.getOrDefault(NameWords.singular(word), 0.0));
    }
    boolean starts = WORDS.keySet().stream().anyMatch(w -> w.length() > 3 && whole.startsWith(w));
    return Math.max(best, starts ? 0.5 : 0) * 0.4;
  }

  /** True for names of organisations that stand above people. */
  static boolean organisation(String table) {
    List<String> words = NameWords.singular(NameWords.of(table));
    return words.size() == 1
        && List.of(
                "tenant",
                "organization",
                "organisation",
                "company",
                "workspace",
                "shop",
                "store",
                "merchant",
                "account",
                "team")
            .contains(words.getFirst());
  }
}
