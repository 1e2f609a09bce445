package dev.shardwright.risk;

import dev.shardwright.classify.Kind;
import dev.shardwright.graph.TableOrder;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.sql.BodyEffects.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Triggers, and PostgreSQL's rules, that change data when a client is copied or deleted: the copy
 * would write rows twice or change what it writes.
 */
final class TriggerModifiesData implements RiskCheck {
  // The one idiom in which a function of several events returns OLD without swallowing a row.
  private static final Pattern OLD_OF_DELETE =
      Pattern.compile(
          "(?is)\\bTG_OP\\s*=\\s*'DELETE'\\s*\\)?\\s*THEN\\b(?:(?!\\bEND\\s+IF\\b|\\bELS).)*?\\bRETURN\\s+OLD\\b");
  private static final Pattern RETURN_OLD = Pattern.compile("(?i)\\bRETURN\\s+OLD\\b");

  @Override
  public CheckCode code() {
    return CheckCode.TRIGGER_MODIFIES_DATA;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    List<Table> copied =
        Stream.of(Kind.CLIENT, Kind.CONTEXT)
            .flatMap(kind -> situation.selected(kind).stream())
            .filter(t -> !t.triggers().isEmpty())
            .toList();
    List<Finding> findings = new ArrayList<>();
    if (!copied.isEmpty()) {
      Behaviours behaviours = Behaviours.of(situation);
      Set<TableName> updated = updatedLater(situation);
      for (Table table : copied) {
        for (Trigger trigger : table.triggers()) {
          finding(situation, trigger, behaviours.of(trigger), updated).ifPresent(findings::add);
        }
      }
    }
    Optional<String> hidden = Hidden.of(situation.schema(), "triggers");
    return hidden.isPresent()
        ? new CheckOutcome.Unknown(hidden.get(), findings)
        : CheckOutcome.of(findings);
  }

  /** Tables whose rows are written first and get their references afterwards. */
  private static Set<TableName> updatedLater(Situation situation) {
    Collection<Relation> relations = situation.graph().relations();
    List<TableName> tables =
        Stream.of(Kind.CLIENT, Kind.CONTEXT)
            .flatMap(kind -> situation.selected(kind).stream())
            .map(Table::name)
            .toList();
    Set<TableName> later =
        TableOrder.of(tables, relations).later().stream()
            .filter(Relation::nullable)
            .map(Relation::child)
            .collect(Collectors.toCollection(TreeSet::new));
    relations.stream()
        .filter(r -> r.selfLoop() && r.nullable())
        .map(Relation::child)
        .forEach(later::add);
    return later;
  }

  private Optional<Finding> finding(
      Situation situation, Trigger trigger, Behaviour does, Set<TableName> updated) {
    Set<Effect> effects = effects(trigger, does);
    Optional<Effect> worst = worst(effects);
    List<String> events = trigger.events().stream().filter(e -> !e.equals("SELECT")).toList();
    if (worst.isEmpty() || events.isEmpty()) {
      return Optional.empty();
    }
    boolean mySqlFamily = situation.product().isMySqlFamily();
    boolean idle = !trigger.enabled() || TriggerDdl.guarded(trigger, mySqlFamily);
    Severity severity =
        idle
            ? Severity.INFO
            : events.stream()
                .map(e -> severity(situation, trigger, e, worst.get(), does, updated))
                .min(Severity::compareTo)
                .orElseThrow();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("class", worst.get().name());
    figures.put("writes", does.writes().stream().map(TableName::toString).toList());
    return Optional.of(
        Finding.of(code(), severity, trigger.table(), message(trigger, worst.get(), does, idle))
            .subtype(worst.get().name())
            .objects(List.of(trigger.name()))
            .measured(Measured.bySchema(figures))
            .remedies(idle ? List.of() : remedies(situation, trigger)));
  }

  /** What remains of the effects where and when the trigger runs. */
  private static Set<Effect> effects(Trigger trigger, Behaviour does) {
    Set<Effect> effects = new LinkedHashSet<>(does.effects());
    boolean changesRow = trigger.perRow() && trigger.timing().equals("BEFORE");
    if (!changesRow) {
      effects.remove(Effect.ROW_CHANGE);
    } else if (swallows(trigger, does)) {
      effects.add(Effect.ROW_CHANGE);
    }
    if (trigger.rule() && trigger.timing().equals("INSTEAD")) {
      effects.add(Effect.ROW_CHANGE);
    }
    return effects;
  }

  /** PostgreSQL: a row trigger that may return another row than the new one, or none. */
  private static boolean swallows(Trigger trigger, Behaviour does) {
    String body = trigger.body().orElse("");
    boolean onlyDelete = trigger.events().equals(List.of("DELETE"));
    Set<String> returns = new TreeSet<>(does.returns());
    if (onlyDelete) {
      return returns.contains("NULL") || returns.contains("NEW");
    }
    if (count(OLD_OF_DELETE, body) == count(RETURN_OLD, body)) {
      returns.remove("OLD");
    }
    returns.remove("NEW");
    return !returns.isEmpty();
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  /** What is proven to change tables counts before what may. */
  private static Optional<Effect> worst(Set<Effect> effects) {
    return Stream.of(Effect.DML, Effect.UNKNOWN, Effect.ROW_CHANGE, Effect.SIDE_EFFECT)
        .filter(effects::contains)
        .findFirst();
  }

  private static Severity severity(
      Situation situation,
      Trigger trigger,
      String event,
      Effect effect,
      Behaviour does,
      Set<TableName> updated) {
    boolean runs =
        situation.client(trigger.table())
            && (event.equals("INSERT")
                || (event.equals("UPDATE") && updated.contains(trigger.table())));
    boolean normalises =
        effect == Effect.ROW_CHANGE
            && !does.changesByMore()
            && !trigger.rule()
            && !swallows(trigger, does);
    return runs && effect != Effect.SIDE_EFFECT && !normalises ? Severity.ERROR : Severity.WARNING;
  }

  private static String message(Trigger trigger, Effect effect, Behaviour does, boolean idle) {
    String what =
        switch (effect) {
          case DML ->
              does.writes().isEmpty()
                  ? "writes a table or a file"
                  : "writes " + Names.some(does.writes());
          case UNKNOWN -> "may do anything: " + String.join("; ", does.unread());
          case ROW_CHANGE ->
              trigger.rule() || swallows(trigger, does)
                  ? "can put another row in the place of the one that is written, or none"
                  : does.changesByMore()
                      ? "changes the row by more than its own values"
                      : "changes the row by its own values";
          case SIDE_EFFECT -> "does something outside of tables: a lock, a message, a variable";
        };
    String events = String.join(", ", trigger.events());
    String more =
        effect != Effect.UNKNOWN && does.has(Effect.UNKNOWN)
            ? " It may do more: " + String.join("; ", does.unread()) + "."
            : "";
    String off =
        !idle
            ? ""
            : trigger.enabled()
                ? " It stands aside while clients are copied."
                : " It is switched off.";
    return "The %s %s of %s (%s) %s.%s%s"
        .formatted(
            trigger.rule() ? "rule" : "trigger",
            trigger.name(),
            trigger.table(),
            events,
            what,
            more,
            off);
  }

  private static List<Remedy> remedies(Situation situation, Trigger trigger) {
    Ddl ddl = new Ddl(situation.dialect());
    List<Remedy> remedies = new ArrayList<>();
    boolean mySqlFamily = situation.product().isMySqlFamily();
    TriggerDdl.guard(trigger, mySqlFamily)
        .ifPresent(by ->
            remedies.add(
                Remedy.run(
                    mySqlFamily
                        ? "Let it stand aside where @shardwright_copy is set"
                        : "Let it stand aside where shardwright.copy is 'on'",
                    ddl,
                    List.of(new Change.ReplaceTrigger(trigger, by)))));
    if (!mySqlFamily) {
      remedies.add(
          Remedy.run(
              "Switch it off while clients are copied, and on afterwards; keys stay checked",
              ddl,
              List.of(new Change.ReplaceTrigger(trigger, trigger.off()))));
    }
    remedies.add(
        Remedy.run(
            "Port it to the application and drop it",
            ddl,
            List.of(new Change.DropTrigger(trigger))));
    return remedies;
  }
}
