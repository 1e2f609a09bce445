package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.IntegerType;
import dev.shardwright.model.Column;
import dev.shardwright.model.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ids that run out once they are handed out in steps of all slots, while the old database still has
 * its small types.
 */
final class KeyOverflow implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.KEY_OVERFLOW;
  }

  /** An id column that may run out. */
  private record Id(Table table, Column column, IntegerType type) {}

  @Override
  public List<Probe> probes(Situation situation) {
    return ids(situation).stream().map(i -> probe(situation, i)).toList();
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<Id> ids = ids(situation);
    for (Id id : ids) {
      Probe probe = probe(situation, id);
      situation.whyNot(probe).ifPresent(why -> open.add(id.table().name() + ": " + why));
      situation
          .answer(probe)
          .flatMap(a -> finding(situation, id, probe, a))
          .ifPresent(findings::add);
    }
    return open.isEmpty()
        ? CheckOutcome.of(findings)
        : new CheckOutcome.Unknown(Open.sentence(open, ids.size()), findings);
  }

  private static List<Id> ids(Situation situation) {
    List<Id> ids = new ArrayList<>();
    Stream.concat(
            situation.selected(Kind.CLIENT).stream(), situation.selected(Kind.CONTEXT).stream())
        .forEach(t ->
            IdSource.id(t)
                .filter(c -> c.identity() != Column.Identity.NONE)
                .ifPresent(c ->
                    situation
                        .dialect()
                        .integerType(c.type().sql())
                        .filter(i -> i.bits() < 64)
                        .ifPresent(i -> ids.add(new Id(t, c, i)))));
    return ids;
  }

  private Optional<Finding> finding(
      Situation situation, Id id, Probe probe, Evidence.Answer answer) {
    long slots = (long) Setting.SLOTS.number(situation.decisions());
    BigInteger max = id.type().max();
    // The last slot gets its first id so much later than the next plain one.
    BigInteger next = BigInteger.valueOf(answer.number("largest")).add(BigInteger.valueOf(slots));
    BigInteger capacity =
        next.compareTo(max) > 0
            ? BigInteger.ZERO
            : max.subtract(next).divide(BigInteger.valueOf(slots)).add(BigInteger.ONE);
    double needed =
        Setting.INSERTS_PER_DAY.number(situation.decisions())
            * Setting.MIGRATION_DAYS.number(situation.decisions())
            * 3;
    boolean none = capacity.signum() == 0;
    if (!none && capacity.doubleValue() >= needed) {
      return Optional.empty();
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("next", next);
    figures.put("max", max);
    figures.put("capacity", capacity);
    String message =
        "%s of %s holds up to %s; in steps of %d it has room for %s more rows."
            .formatted(id.column().name(), id.table().name(), max, slots, capacity);
    String wide = situation.dialect().widened(id.column().type().sql(), false);
    return Optional.of(
        Finding.of(code(), none ? Severity.BLOCKER : Severity.ERROR, id.table().name(), message)
            .columns(List.of(id.column().name()))
            .measured(Measured.counted(probe, figures))
            .remedies(
                List.of(
                    Remedy.advice(
                        "Widen it and the columns that refer to it to "
                            + wide
                            + " before the ids"
                            + " are slotted"))));
  }

  private Probe probe(Situation situation, Id id) {
    Sql sql = Sql.of(situation);
    return Probe.of(
        code(),
        "What is the largest " + id.column().name() + " of " + id.table().name() + "?",
        "SELECT COALESCE(MAX(%s), 0) AS largest\nFROM %s t"
            .formatted(sql.column("t", id.column().name()), sql.table(id.table().name())));
  }
}
