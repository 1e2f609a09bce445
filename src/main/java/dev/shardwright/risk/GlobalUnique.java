package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that are unique over all clients today: no shard can see the others' values. */
final class GlobalUnique implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.GLOBAL_UNIQUE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    Stream<Finding> unique =
        situation.selected(Kind.CLIENT).stream()
            .flatMap(t ->
                t.keys().stream()
                    .filter(k -> global(situation, t, k))
                    .map(k -> finding(situation, t, k)));
    return CheckOutcome.of(Stream.concat(unique, forgotten(situation)).toList());
  }

  /** The question that nobody should forget: how is a client found who comes with his login? */
  private Stream<Finding> forgotten(Situation situation) {
    return situation.selected(Kind.CLIENT).stream()
        .filter(t -> situation.decisions().root().filter(t.name()::equals).isPresent())
        .flatMap(root ->
            ClientNames.of(root).stream()
                .filter(column -> !known(situation, root, column))
                .map(column -> forgotten(root, column)));
  }

  private static boolean known(Situation situation, Table root, String column) {
    return chosen(situation, root, List.of(column))
        || root.keys().stream()
            .anyMatch(key -> key.parts().stream().anyMatch(part -> part.text().contains(column)));
  }

  private Finding forgotten(Table root, String column) {
    String message =
        "%s of %s looks like a value by which clients are found, but nothing makes it unique and it"
                .formatted(column, root.name())
            + " is no dispatch key: who comes with it cannot be led to his shard.";
    return Finding.of(code(), Severity.INFO, root.name(), message)
        .columns(List.of(column))
        .remedies(
            List.of(
                Remedy.decide(
                    "Dispatch keeps it unique and finds clients by it",
                    new Decision.DispatchKey(root.name(), List.of(column))),
                Remedy.advice("Waive it: no client is ever found by it")));
  }

  private static boolean chosen(Situation situation, Table table, List<String> columns) {
    return situation
        .decisions()
        .of(Decision.DispatchKey.class)
        .anyMatch(d -> d.table().equals(table.name()) && d.columns().equals(columns));
  }

  private static boolean global(Situation situation, Table table, UniqueKey key) {
    boolean surrogate = key.kind() == UniqueKey.Kind.PRIMARY && surrogate(table, key);
    return !surrogate && !local(situation, table, key);
  }

  private static boolean surrogate(Table table, UniqueKey key) {
    Optional<Column> only =
        key.parts().size() == 1 ? table.column(key.parts().getFirst().text()) : Optional.empty();
    return only.filter(c ->
            c.identity() != Column.Identity.NONE
                || c.type().family() == TypeFamily.INTEGER
                || c.type().family() == TypeFamily.UUID)
        .isPresent();
  }

  /**
   * A key that holds an owner that is never NULL is unique within one client; also where a
   * composite key only carries the owner: {@code (account_id, id)} below {@code (account_id,
   * project_id)}.
   */
  private static boolean local(Situation situation, Table table, UniqueKey key) {
    Set<String> columns = Set.copyOf(key.columns());
    List<Relation> owners =
        situation.ownership().ownersOf(table.name()).stream().filter(r -> !r.nullable()).toList();
    return owners.stream().map(Relation::childColumns).anyMatch(columns::containsAll)
        || situation.anchors().of(table.name()).entrySet().stream()
            .filter(e -> !Collections.disjoint(e.getValue(), owners))
            .filter(e -> situation.client(e.getKey().above()))
            .anyMatch(e -> columns.containsAll(e.getKey().columns()));
  }

  private Finding finding(Situation situation, Table table, UniqueKey key) {
    String text = key.parts().stream().map(KeyPart::text).collect(Collectors.joining(", "));
    String message =
        "%s of %s is unique over all clients; shards cannot enforce that, dispatch or nobody can."
            .formatted(text, table.name());
    boolean plain = key.parts().stream().noneMatch(KeyPart::expression);
    boolean chosen = chosen(situation, table, key.columns());
    List<Remedy> remedies =
        plain && !chosen
            ? List.of(
                Remedy.decide(
                    "Dispatch keeps it unique and finds clients by it",
                    new Decision.DispatchKey(table.name(), key.columns())),
                Remedy.advice("Accept that it is unique per shard only"))
            : List.of(Remedy.advice("Accept that it is unique per shard only"));
    return Finding.of(code(), Severity.INFO, table.name(), message)
        .columns(key.columns())
        .objects(List.of(key.name()))
        .remedies(remedies);
  }
}
