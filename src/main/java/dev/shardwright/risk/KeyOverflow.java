package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.Dialect;
import dev.shardwright.dialect.IntegerType;
import dev.shardwright.model.Column;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ids that run out once they are handed out in steps of all slots, while the old database still has
 * its small types.
 */
final class KeyOverflow implements RiskCheck {
  private static final int WIDEST = 64;

  @Override
  public CheckCode code() {
    return CheckCode.KEY_OVERFLOW;
  }

  /**
   * An id and where its numbers are kept: its own column and those that refer to it.
   *
   * @param holders those of them that are smaller than the widest type
   */
  private record Id(Table table, Column column, List<Holder> holders) {}

  private record Holder(Table table, Column column, IntegerType type) {}

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
      Optional<Evidence.Answer> answer = situation.answer(probe);
      for (Holder holder : id.holders()) {
        answer.flatMap(a -> finding(situation, id, holder, probe, a)).ifPresent(findings::add);
      }
    }
    return Open.outcome(findings, open, ids.size());
  }

  private static List<Id> ids(Situation situation) {
    List<Id> ids = new ArrayList<>();
    situation
        .selected(Kind.CLIENT, Kind.CONTEXT)
        .forEach(t ->
            IdSource.id(t)
                .filter(c -> c.identity() != Column.Identity.NONE)
                .map(c -> new Id(t, c, holders(situation, t, c)))
                .filter(id -> !id.holders().isEmpty())
                .ifPresent(ids::add));
    return ids;
  }

  private static List<Holder> holders(Situation situation, Table table, Column id) {
    List<Holder> holders = new ArrayList<>();
    Optional<IntegerType> own = situation.dialect().integerType(id.type().sql());
    own.filter(i -> i.bits() < WIDEST).ifPresent(i -> holders.add(new Holder(table, id, i)));
    for (Relation r : situation.graph().toChildren(table.name())) {
      int at = r.parentColumns().indexOf(id.name());
      if (at >= 0 && own.isPresent()) {
        situation
            .table(r.child())
            .flatMap(t ->
                t.column(r.childColumns().get(at))
                    .flatMap(c ->
                        situation
                            .dialect()
                            .integerType(c.type().sql())
                            .filter(i -> i.max().compareTo(own.get().max()) < 0)
                            .map(i -> new Holder(t, c, i))))
            .ifPresent(holders::add);
      }
    }
    return holders;
  }

  private Optional<Finding> finding(
      Situation situation, Id id, Holder holder, Probe probe, Evidence.Answer answer) {
    long slots = (long) Setting.SLOTS.number(situation.decisions());
    BigInteger counter = answer.whole("max_value");
    BigInteger max = counter.signum() > 0 ? counter.min(holder.type().max()) : holder.type().max();
    // The next plain id is A; the slot that comes last of all gets A + n - 1.
    BigInteger next = answer.whole("next_id").add(BigInteger.valueOf(slots - 1));
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
        "%s of %s holds ids%s up to %s; in steps of %s it has room for %s more."
            .formatted(
                holder.column().name(),
                holder.table().name(),
                holder.table().equals(id.table()) ? "" : " of " + id.table().name(),
                Figures.exact(max),
                Figures.exact(slots),
                Figures.exact(capacity));
    return Optional.of(
        Finding.of(code(), none ? Severity.BLOCKER : Severity.ERROR, holder.table().name(), message)
            .columns(List.of(holder.column().name()))
            .measured(Measured.counted(probe, figures))
            .remedies(List.of(WiderKey.remedy(situation, id.table(), id.column()))));
  }

  /** The counter as the server keeps it; rows that were brought along may already lie beyond it. */
  private Probe probe(Situation situation, Id id) {
    Sql sql = Sql.of(situation);
    TableName name = id.table().name();
    // in decimals: one more than the largest integer is none
    String largest =
        "CAST(COALESCE((SELECT MAX(%s) FROM %s t), 0) AS decimal(30)) + 1"
            .formatted(sql.column("t", id.column().name()), sql.table(name));
    return Probe.of(
        code(),
        () -> "Which id comes next in " + name + "?",
        () ->
            situation.product().isMySqlFamily()
                ? mySql(situation.dialect(), name, largest)
                : postgres(situation.dialect(), name, id.column().name(), largest));
  }

  // MySQL keeps the counter in its statistics, which may be a day old (MySQL 8.4 manual,
  // information_schema_stats_expiry): the rows tell if it is.
  private static String mySql(Dialect dialect, TableName table, String largest) {
    return """
    SELECT GREATEST(COALESCE((
      SELECT s.AUTO_INCREMENT FROM information_schema.TABLES s
      WHERE s.TABLE_SCHEMA = %s AND s.TABLE_NAME = %s
    ), 1), %s) AS next_id\
    """
        .formatted(dialect.literal(table.schema()), dialect.literal(table.name()), largest);
  }

  private static String postgres(Dialect dialect, TableName table, String column, String largest) {
    String sequence =
        "FROM pg_catalog.pg_sequence s\n  WHERE s.seqrelid = CAST(pg_catalog.pg_get_serial_sequence(%s, %s) AS regclass)"
            .formatted(dialect.literal(dialect.qualified(table)), dialect.literal(column));
    return """
    SELECT GREATEST(COALESCE((
      SELECT COALESCE(CAST(pg_catalog.pg_sequence_last_value(s.seqrelid) AS decimal) + s.seqincrement, s.seqstart)
      %1$s
    ), 1), %2$s) AS next_id, (
      SELECT s.seqmax
      %1$s
    ) AS max_value\
    """
        .formatted(sequence, largest);
  }
}
