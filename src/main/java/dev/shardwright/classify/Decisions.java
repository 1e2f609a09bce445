package dev.shardwright.classify;

import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that the DBA said, in the order in which he said it: the second input of a plan.
 *
 * <p>A later decision about the same thing replaces the earlier one, so that undo is a list of
 * these.
 */
public record Decisions(List<Decision> all) {
  public static final Decisions NONE = new Decisions(List.of());

  public Decisions {
    all = List.copyOf(all);
  }

  /** Decisions that only name the root. */
  public static Decisions root(TableName table) {
    return NONE.with(new Decision.Root(table));
  }

  public Optional<TableName> root() {
    // Asked for in every loop of every check: no stream.
    for (Decision decision : all) {
      if (decision instanceof Decision.Root root) {
        return Optional.of(root.table());
      }
    }
    return Optional.empty();
  }

  /** The decisions of one sort, in order. */
  public <D extends Decision> Stream<D> of(Class<D> sort) {
    return all.stream().filter(sort::isInstance).map(sort::cast);
  }

  /** These and one more; what was said before about the same subject goes. */
  public Decisions with(Decision decision) {
    List<Decision> next = new ArrayList<>(without(decision).all);
    next.add(decision);
    return new Decisions(next);
  }

  /** These and several more, one after the other. */
  public Decisions withAll(List<? extends Decision> decisions) {
    Decisions next = this;
    for (Decision decision : decisions) {
      next = next.with(decision);
    }
    return next;
  }

  /** These without any decision about the same subject. */
  public Decisions without(Decision decision) {
    Object subject = subject(decision);
    return new Decisions(all.stream().filter(d -> !subject(d).equals(subject)).toList());
  }

  /** These without any decision about the subjects of several. */
  public Decisions withoutAll(List<? extends Decision> decisions) {
    Decisions next = this;
    for (Decision decision : decisions) {
      next = next.without(decision);
    }
    return next;
  }

  /** The same, with the day on all that was not said before; what has a day keeps it. */
  public Decisions dated(Decisions before, String day) {
    Map<Decision, Decision> known = new HashMap<>();
    before.all.forEach(d -> known.put(undated(d), d));
    return new Decisions(
        all.stream()
            .map(d -> d.when().isPresent() ? d : known.getOrDefault(d, d.with(d.note().on(day))))
            .toList());
  }

  private static Decision undated(Decision decision) {
    return decision.with(new Decision.Note(decision.why(), Optional.empty()));
  }

  /** The value of a setting, parsed, or the given default. */
  public <T> T setting(String name, Function<String, T> parse, T otherwise) {
    return of(Decision.Setting.class)
        .filter(s -> s.name().equals(name))
        .findFirst()
        .map(s -> parse.apply(s.value()))
        .orElse(otherwise);
  }

  private static Object subject(Decision decision) {
    return switch (decision) {
      case Decision.Root r -> Decision.Root.class;
      case Decision.Virtual v -> v.relationId();
      case Decision.Cut c -> List.of(Decision.Cut.class, c.relation());
      case Decision.KindOverride k -> List.of(Decision.KindOverride.class, k.table());
      case Decision.PlainId p -> List.of(Decision.PlainId.class, p.table(), p.columns());
      case Decision.Owner o -> List.of(Decision.Owner.class, o.table());
      case Decision.DispatchKey d -> List.of(Decision.DispatchKey.class, d.table(), d.columns());
      case Decision.FindingState f ->
          List.of(Decision.FindingState.class, f.check(), f.table(), f.relations(), f.objects());
      case Decision.Setting s -> List.of(Decision.Setting.class, s.name());
      case Decision.Question q -> List.of(Decision.Question.class, q.table(), q.text());
    };
  }
}
