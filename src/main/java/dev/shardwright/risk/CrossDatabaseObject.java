package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Sequences;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import dev.shardwright.sql.BodyEffects.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Views, routines, triggers, events and sequences that use tables of the shards and of the neutral
 * database: after the split no database holds both.
 */
final class CrossDatabaseObject implements RiskCheck {
  @Override
  public CheckCode code() {
    return CheckCode.CROSS_DATABASE_OBJECT;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return new Survey(situation).outcome();
  }

  private final class Survey extends BodySurvey {

    Survey(Situation situation) {
      super(situation);
    }

    @Override
    void all() {
      noteHidden(List.of("triggers", "routines", "events"));
      for (Table table : situation.schema().tables()) {
        table.triggers().forEach(this::trigger);
        Behaviour does = behaviours.of(table);
        if (!does.uses().isEmpty() || does.has(Effect.UNKNOWN)) {
          look("table", table.name().toString(), List.of(table.name()), does);
        }
      }
      open.addAll(behaviours.unfollowed());
      for (View view : situation.schema().views()) {
        look("view", view.name().toString(), List.of(), behaviours.of(view));
      }
      programs((kind, name, does) -> look(kind, name, List.of(), does));
      sequences().forEach(this::sequence);
    }

    private void trigger(Trigger trigger) {
      look(
          trigger.rule() ? "rule" : "trigger",
          trigger.name(),
          List.of(trigger.table()),
          behaviours.of(trigger));
    }

    private void look(String kind, String name, List<TableName> home, Behaviour does) {
      if (does.has(Effect.UNKNOWN)) {
        open.addAll(does.unread());
      }
      List<TableName> used = new ArrayList<>(does.uses());
      used.addAll(home);
      Sides sides = Sides.of(situation, used);
      if (sides.parted()) {
        TableName place = home.isEmpty() ? sides.first() : home.getFirst();
        findings.add(finding(place, kind, name, sides));
      }
    }

    /** Sequences with the tables that take numbers from them, then the one they belong to. */
    private Map<Sequence, List<TableName>> sequences() {
      List<Sequence> all = situation.schema().sequences();
      Sequences sequences = Sequences.of(all);
      Map<Sequence, List<TableName>> users = new TreeMap<>(Comparator.comparing(Sequence::name));
      for (Table table : situation.schema().tables()) {
        for (Column column : table.columns()) {
          sequences
              .called(table.name(), column)
              .forEach(s -> users.computeIfAbsent(s, x -> new ArrayList<>()).add(table.name()));
        }
      }
      users.forEach((s, tables) -> s.owner().ifPresent(o -> tables.add(o.table())));
      return users;
    }

    private void sequence(Sequence sequence, List<TableName> users) {
      Sides sides = Sides.of(situation, users);
      if (sides.parted()) {
        findings.add(finding(sides.first(), "sequence", sequence.name().toString(), sides));
      }
    }

    private Finding finding(TableName place, String kind, String name, Sides sides) {
      List<TableName> shards = new ArrayList<>(sides.clients());
      shards.addAll(sides.context());
      String message =
          "The %s %s uses %s of the shards and %s of the neutral database; after the split no server has both."
              .formatted(kind, name, Names.some(shards), Names.some(sides.neutral()));
      return Finding.of(code(), Severity.ERROR, place, message)
          .objects(List.of(name))
          .remedies(remedies(kind, sides));
    }

    private List<Remedy> remedies(String kind, Sides sides) {
      List<Remedy> remedies = new ArrayList<>();
      remedies.add(
          Remedy.advice(
              kind.equals("sequence")
                  ? "Give each side a sequence of its own"
                  : "Split the "
                      + kind
                      + " in two, or move what it does to the application, which asks both"
                      + " databases"));
      for (TableName table : sides.neutral()) {
        remedies.add(
            Remedy.decide(
                "Keep " + table + " on the shards as context",
                new Decision.KindOverride(table, Kind.CONTEXT, Optional.empty())));
      }
      return remedies.subList(0, Math.min(4, remedies.size()));
    }
  }
}
