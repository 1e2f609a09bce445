package dev.shardwright.risk;

import dev.shardwright.model.Column;
import dev.shardwright.model.Names;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.View;
import dev.shardwright.sql.BodyEffects.Effect;
import dev.shardwright.sql.BoundColumns;
import dev.shardwright.sql.ShownColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Views, routines and events that read the rows of all clients: on a shard they silently give that
 * shard's share.
 */
final class GlobalQueryObject implements RiskCheck {

  @Override
  public CheckCode code() {
    return CheckCode.GLOBAL_QUERY_OBJECT;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return new Survey(situation).outcome();
  }

  private final class Survey extends BodySurvey {
    private final Set<String> columns = new HashSet<>();

    Survey(Situation situation) {
      super(situation);
      for (Table table : situation.schema().tables()) {
        table.columns().stream().map(Column::name).map(Survey::small).forEach(columns::add);
      }
    }

    private static String small(String name) {
      return name.toLowerCase(Locale.ROOT);
    }

    @Override
    void all() {
      noteHidden(List.of("routines", "events"));
      for (View view : situation.schema().views()) {
        if (view.definition().filter(d -> filterable(d, behaviours.of(view))).isPresent()) {
          continue;
        }
        String kind = view.materialized() ? "materialized view" : "view";
        look(kind, view.name().toString(), view.definition(), behaviours.of(view));
      }
      for (Routine r : behaviours.callable()) {
        look(r.kind().word(), r.id(), r.body(), behaviours.of(r));
      }
      for (ScheduledEvent e : situation.schema().events()) {
        String name = Names.join(e.schema(), e.name());
        look("event", name, e.body().or(e::definition), behaviours.of(e));
      }
    }

    private void look(String kind, String name, Optional<String> text, Behaviour does) {
      if (does.has(Effect.UNKNOWN)) {
        open.addAll(does.unread());
      }
      List<TableName> read = Sides.of(situation, does.reads()).clients();
      if (read.isEmpty() || (text.isPresent() && bound(text.get(), read))) {
        return;
      }
      String message =
          "The %s %s reads %s of all clients; on a shard it silently gives only that shard's share."
              .formatted(kind, name, dev.shardwright.risk.Names.some(read));
      findings.add(
          Finding.of(code(), Severity.WARNING, read.getFirst(), message)
              .objects(List.of(name))
              .remedies(
                  List.of(
                      Remedy.advice(
                          "Ask all shards and put the answers together in the application"),
                      Remedy.advice("Give it the client as a condition, then one shard answers"))));
    }

    /** True if the view shows who owns its rows, so that whoever asks it can name the client. */
    private boolean filterable(String definition, Behaviour does) {
      Set<String> shown = ShownColumns.of(definition, situation.product().isMySqlFamily());
      return shown.contains("*")
          || Sides.of(situation, does.reads()).clients().stream()
              .flatMap(t -> owning(t).stream())
              .anyMatch(shown::contains);
    }

    private Set<String> owning(TableName table) {
      if (table.equals(situation.root())) {
        return telling(table);
      }
      Set<String> owning = new HashSet<>();
      for (Relation r : situation.clientParents(table)) {
        r.childColumns().forEach(c -> owning.add(small(c)));
      }
      return owning;
    }

    /** True if some column that tells the client, or one row of him, is given a value. */
    private boolean bound(String text, List<TableName> read) {
      Set<String> given =
          BoundColumns.of(text, situation.product().isMySqlFamily(), columns::contains);
      return read.stream().flatMap(t -> telling(t).stream()).anyMatch(given::contains);
    }

    private Set<String> telling(TableName table) {
      Set<String> telling = new HashSet<>();
      situation
          .table(table)
          .flatMap(Table::rowIdentity)
          .map(UniqueKey::columns)
          .filter(key -> key.size() == 1)
          .ifPresent(key -> telling.add(small(key.getFirst())));
      if (!table.equals(situation.root())) {
        telling.addAll(owning(table));
      }
      return telling;
    }
  }
}
