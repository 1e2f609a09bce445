package dev.shardwright.ui;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Names;
import dev.shardwright.model.TableName;
import java.util.Optional;

/** The reason that a decision carries, and the table it is about. */
public final class Reasons {
  private Reasons() {}

  /** The decision with a reason; nothing typed is no reason. Roots and settings carry none. */
  public static Decision with(Decision decision, String typed) {
    Optional<String> why = typed.isBlank() ? Optional.empty() : Optional.of(typed.strip());
    return switch (decision) {
      case Decision.Virtual v ->
          new Decision.Virtual(
              v.child(),
              v.childColumns(),
              v.parent(),
              v.parentColumns(),
              v.discriminator(),
              v.inferred(),
              why,
              v.when());
      case Decision.Cut c -> new Decision.Cut(c.relation(), why);
      case Decision.KindOverride k -> new Decision.KindOverride(k.table(), k.kind(), why);
      case Decision.PlainId p -> new Decision.PlainId(p.table(), p.columns(), why);
      case Decision.Owner o -> new Decision.Owner(o.table(), o.relation(), why);
      case Decision.FindingState f ->
          new Decision.FindingState(
              f.check(), f.table(), f.relations(), f.objects(), f.state(), why, f.until());
      case Decision.Root r -> r;
      case Decision.DispatchKey d -> d;
      case Decision.Setting s -> s;
    };
  }

  public static Optional<String> of(Decision decision) {
    return switch (decision) {
      case Decision.Virtual v -> v.why();
      case Decision.Cut c -> c.why();
      case Decision.KindOverride k -> k.why();
      case Decision.PlainId p -> p.why();
      case Decision.Owner o -> o.why();
      case Decision.FindingState f -> f.why();
      case Decision.Root r -> Optional.empty();
      case Decision.DispatchKey d -> Optional.empty();
      case Decision.Setting s -> Optional.empty();
    };
  }

  /** True if the decision names the table or one of its own keys. */
  public static boolean about(Decision decision, TableName table) {
    return switch (decision) {
      case Decision.Root r -> r.table().equals(table);
      case Decision.Virtual v -> v.child().equals(table) || v.parent().equals(table);
      case Decision.Cut c -> keyOf(c.relation(), table);
      case Decision.KindOverride k -> k.table().equals(table);
      case Decision.PlainId p -> p.table().equals(table);
      case Decision.Owner o -> o.table().equals(table);
      case Decision.DispatchKey d -> d.table().equals(table);
      case Decision.FindingState f -> f.table().equals(table);
      case Decision.Setting s -> false;
    };
  }

  /**
   * A relation's id starts with its child: {@code schema.table.name}, {@code schema.table(…)->…}.
   */
  private static boolean keyOf(String relation, TableName table) {
    String child = Names.join(table.schema(), table.name());
    return relation.startsWith(child + ".") || relation.startsWith(child + "(");
  }
}
