package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.util.List;

/** Columns that the server itself changes while rows are copied. */
final class VolatileDefault implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.VOLATILE_DEFAULT;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.selected(Kind.CLIENT).stream()
            .flatMap(
                t -> t.columns().stream().filter(VolatileDefault::changes).map(c -> finding(t, c)))
            .toList());
  }

  /** ON UPDATE, and a zero date that strict servers refuse. */
  private static boolean changes(Column column) {
    return column.onUpdateSql().isPresent()
        || column.defaultSql().filter(d -> d.contains("0000-00-00")).isPresent();
  }

  private Finding finding(Table table, Column column) {
    String message =
        column
            .onUpdateSql()
            .map(u ->
                "%s of %s is set anew (%s) whenever a copy updates a row."
                    .formatted(column.name(), table.name(), u))
            .orElse(
                "%s of %s has a zero date as default, which strict servers refuse."
                    .formatted(column.name(), table.name()));
    return Finding.of(code(), Severity.INFO, table.name(), message).columns(List.of(column.name()));
  }
}
