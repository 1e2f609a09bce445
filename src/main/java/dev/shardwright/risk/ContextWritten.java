package dev.shardwright.risk;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Relation.Action;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.sql.BodyEffects.Effect;
import java.util.List;
import java.util.Optional;

/**
 * Work on client rows that changes context data, so that the shards' copies of it drift apart; and
 * keys that would delete client rows with a context row.
 */
final class ContextWritten implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.CONTEXT_WRITTEN;
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
      for (Table table : situation.selected(Kind.CLIENT)) {
        table.triggers().forEach(this::trigger);
      }
      programs(this::object);
      situation.graph().relations().stream().filter(this::erases).forEach(this::cascade);
    }

    private void trigger(Trigger trigger) {
      Behaviour does = behaviours.of(trigger);
      note(does);
      List<TableName> written = context(does.writes());
      if (!written.isEmpty()) {
        Ddl ddl = new Ddl(situation.dialect());
        findings.add(
            written(trigger.table(), trigger.rule() ? "rule" : "trigger", trigger.name(), written)
                .remedies(
                    List.of(
                        keep(written.getFirst()),
                        Remedy.run(
                            "Write it from the application, on all shards with the same ids, and"
                                + " drop it",
                            ddl,
                            List.of(new Change.DropTrigger(trigger))))));
      }
    }

    /** A routine that only keeps context up is run on all shards; one that knows clients is not. */
    private void object(String kind, String name, Behaviour does) {
      note(does);
      List<TableName> written = context(does.writes());
      List<TableName> clients = Sides.of(situation, does.uses()).clients();
      if (!written.isEmpty() && !clients.isEmpty()) {
        findings.add(
            written(clients.getFirst(), kind, name, written)
                .remedies(List.of(keep(written.getFirst()))));
      }
    }

    private void note(Behaviour does) {
      if (does.has(Effect.UNKNOWN)) {
        open.addAll(does.unread());
      }
    }

    private List<TableName> context(List<TableName> tables) {
      return Sides.of(situation, tables).context();
    }

    private Finding written(TableName place, String kind, String name, List<TableName> written) {
      String message =
          "The %s %s changes %s while it works on client rows: the shards' copies drift apart."
              .formatted(kind, name, dev.shardwright.risk.Names.some(written));
      return Finding.of(code(), Severity.ERROR, place, message).objects(List.of(name));
    }

    private Remedy keep(TableName context) {
      return Remedy.decide(
          "Make " + context + " client data: each shard then counts for itself",
          new Decision.KindOverride(context, Kind.CLIENT, Optional.empty()));
    }

    private boolean erases(Relation r) {
      return r.declared()
          && r.onDelete() == Action.CASCADE
          && situation.client(r.child())
          && situation.kind(r.parent()) == Kind.CONTEXT;
    }

    private void cascade(Relation r) {
      Ddl ddl = new Ddl(situation.dialect());
      String message =
          "Deleting a row of the context table %s erases rows of %s: bringing the shards' context in line would delete client data."
              .formatted(r.parent(), r.child());
      findings.add(
          Finding.of(code(), Severity.ERROR, r.child(), message)
              .about(List.of(r))
              .columns(r.childColumns())
              .remedies(
                  List.of(
                      Remedy.run(
                          "Let the key refuse the deletion instead",
                          ddl,
                          List.of(new Change.ReplaceKey(r, r.onDelete(Action.RESTRICT)))),
                      ddl.cut(r, "Cut the key"))));
    }
  }
}
