package dev.shardwright.export;

import dev.shardwright.model.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;

/** What the head of the dispatch file tells of its operation, and of values it does not guard. */
final class DispatchNotes {
  private final DispatchKeys keys;
  private final Script script;

  DispatchNotes(DispatchKeys keys, Script script) {
    this.keys = keys;
    this.script = script;
  }

  void write() {
    operation();
    suggested();
    partial();
  }

  private void operation() {
    script
        .gap()
        .comment("Operation:")
        .bullets(
            List.of(
                "Every request asks here first. Keep the database so small that it stays in memory,"
                    + " allow many connections, cache what you read, replicate it.",
                "It can be built again from the shards: each shard knows its own clients.",
                "A new client: insert it here first, with the values that must be unique, then on"
                    + " its shard.",
                "state = locked is the semaphore of a move: the application asks the client to wait"
                    + " and touches none of his rows.",
                "A move: active → locked → moving → copy and verify → shard_no = the new shard,"
                    + " previous_shard_no = the old one, state = moved → delete the old rows →"
                    + " active."));
  }

  private void suggested() {
    if (!keys.suggested().isEmpty()) {
      script.comment(
          "These columns of "
              + keys.root().name()
              + " look as if a client were found by them, but they are neither unique nor chosen: "
              + String.join(", ", keys.suggested())
              + ". Choose them with --dispatch-key "
              + keys.root().name().name()
              + "."
              + keys.suggested().getFirst()
              + ", or nobody who logs in with them is found.");
    }
  }

  private void partial() {
    List<String> told = keys.lookups().stream().flatMap(l -> l.expression().stream()).toList();
    String partial =
        keys.root().keys().stream()
            .filter(key -> !key.total())
            .filter(key -> key.parts().stream().noneMatch(p -> told.contains(p.text())))
            .map(UniqueKey::name)
            .collect(Collectors.joining(", "));
    if (!partial.isEmpty()) {
      script.comment(
          "Unique over expressions, prefixes or a part of the rows, so on one shard only: "
              + partial
              + ".");
    }
  }
}
