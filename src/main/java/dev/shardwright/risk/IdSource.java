package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ids that no server makes, or that a sequence makes in other steps than the slots need. */
final class IdSource implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.ID_SOURCE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    Sequences all = Sequences.of(situation.schema().sequences());
    situation
        .selected(Kind.CLIENT, Kind.CONTEXT)
        .forEach(t -> id(t).flatMap(c -> finding(situation, all, t, c)).ifPresent(findings::add));
    return CheckOutcome.of(findings);
  }

  /** The single whole-number primary key. */
  static Optional<Column> id(Table table) {
    return table
        .primaryKey()
        .map(UniqueKey::columns)
        .filter(c -> c.size() == 1)
        .flatMap(c -> table.column(c.getFirst()))
        .filter(c -> c.type().family() == TypeFamily.INTEGER);
  }

  private Optional<Finding> finding(Situation situation, Sequences all, Table table, Column id) {
    boolean reference =
        situation.graph().toParents(table.name()).stream()
            .anyMatch(r -> r.childColumns().contains(id.name()));
    Optional<Sequence> stepping =
        sequence(all, table, id).filter(s -> !s.increment().equals(BigInteger.ONE));
    if (stepping.isPresent()) {
      String message =
          "%s of %s comes from the sequence %s, which steps by %s: slots need blocks of that size."
              .formatted(
                  id.name(), table.name(), stepping.get().name(), stepping.get().increment());
      return Optional.of(
          made(table, id, Severity.BLOCKER, message)
              .objects(List.of(stepping.get().name().toString()))
              .remedies(
                  List.of(
                      Remedy.advice(
                          "Give every shard slots of whole blocks, as the id files of the export"
                              + " do"),
                      Remedy.advice(
                          "Accept it if the database plays the fake shard already, and name its"
                              + " slot to the export: the id files go on from there"))));
    }
    if (reference || id.identity() != Column.Identity.NONE || id.generated().isPresent()) {
      return Optional.empty();
    }
    String message =
        "No server makes %s of %s; its ids come from the application, and slots do not protect them."
            .formatted(id.name(), table.name());
    return Optional.of(
        made(table, id, Severity.WARNING, message)
            .remedies(
                List.of(Remedy.advice("See to it that the application never makes an id twice"))));
  }

  private Finding made(Table table, Column id, Severity severity, String message) {
    return Finding.of(code(), severity, table.name(), message).columns(List.of(id.name()));
  }

  /** The sequence that feeds the column, or the pool that object mappers name after it. */
  private static Optional<Sequence> sequence(Sequences all, Table table, Column id) {
    TableName name = table.name();
    return all.feeding(name, id)
        .or(() ->
            Stream.of(
                    name.name() + "_seq",
                    name.name() + "_" + id.name() + "_seq",
                    "seq_" + name.name())
                .flatMap(pool -> all.named(new TableName(name.schema(), pool)).stream())
                .findFirst());
  }
}
