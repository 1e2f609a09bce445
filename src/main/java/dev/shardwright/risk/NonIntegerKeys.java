package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.List;
import java.util.Optional;

/** Keys that need no id slots; natural ones may still collide between shards. */
final class NonIntegerKeys implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.NON_INTEGER_KEYS;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.selected(Kind.CLIENT).stream()
            .flatMap(t -> key(t).map(c -> finding(t, c)).stream())
            .toList());
  }

  private static Optional<Column> key(Table table) {
    return table
        .primaryKey()
        .map(UniqueKey::columns)
        .filter(c -> c.size() == 1)
        .flatMap(c -> table.column(c.getFirst()))
        .filter(c ->
            c.type().family() != TypeFamily.INTEGER && c.type().family() != TypeFamily.DECIMAL);
  }

  private Finding finding(Table table, Column key) {
    boolean uuid = key.type().family() == TypeFamily.UUID;
    String message =
        uuid
            ? "%s of %s is a uuid: it needs no id slots.".formatted(key.name(), table.name())
            : "%s of %s is no number: it needs no id slots, but two clients on two shards may choose the same."
                .formatted(key.name(), table.name());
    return Finding.of(code(), Severity.INFO, table.name(), message).columns(List.of(key.name()));
  }
}
