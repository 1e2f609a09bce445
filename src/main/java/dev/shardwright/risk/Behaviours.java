package dev.shardwright.risk;

import dev.shardwright.model.Names;
import dev.shardwright.model.Product;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import dev.shardwright.sql.BodyEffects;
import dev.shardwright.sql.BodyEffects.Effect;
import dev.shardwright.sql.BodyNames;
import dev.shardwright.sql.KnownFunctions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the triggers, routines, events and views of a database do, closed over the routines that
 * they call and the views that they read.
 *
 * <p>What cannot be read is never taken for harmless: dynamic SQL, other languages, hidden texts,
 * calls of functions that neither the database nor the server's own list has.
 */
final class Behaviours {
  private static final Pattern AGGREGATES_PARTS =
      Pattern.compile("(?i)\\b(?:SFUNC|FINALFUNC|COMBINEFUNC)\\s*=\\s*([\\w.\"$]+)");

  private static final Pattern FOR_TRIGGERS =
      Pattern.compile("(?i)\\bRETURNS\\s+(?:event_)?trigger\\b");

  /** What holds names or code for others, and does nothing by itself. */
  private static final Set<Routine.Kind> DECLARED_ONLY =
      EnumSet.of(Routine.Kind.PACKAGE, Routine.Kind.LIBRARY);

  private static final Pattern ROW_PASSED = Pattern.compile("(?i)\\bCALL\\b[^;]*\\bNEW\\b");
  private static final Pattern GIVEN_BACK = Pattern.compile("(?i)\\b(?:INOUT|OUT)\\b");
  private static final Pattern WHEN =
      Pattern.compile("(?is)\\bWHEN\\s*(\\(.*\\))\\s*EXECUTE\\s+(?:FUNCTION|PROCEDURE)\\b");

  private final Schema schema;
  private final boolean mySqlFamily;
  private final KnownFunctions known;
  private final ReadBodies bodies;
  private final OwnOperators operators;
  private final Map<String, List<Routine>> routines = new HashMap<>();
  private final Map<TableName, View> views = new HashMap<>();

  private Behaviours(Schema schema) {
    this.schema = schema;
    Product product = schema.origin().product();
    mySqlFamily = product.isMySqlFamily();
    known = KnownFunctions.of(product);
    operators = OwnOperators.of(schema);
    schema.views().forEach(v -> views.put(v.name(), v));
    bodies =
        ReadBodies.of(
            product,
            Stream.concat(schema.tables().stream().map(Table::name), views.keySet().stream())
                .sorted()
                .toList());
    schema
        .routines()
        .forEach(r -> routines.computeIfAbsent(folded(r.name()), n -> new ArrayList<>()).add(r));
  }

  static Behaviours of(Situation situation) {
    return new Behaviours(situation.schema());
  }

  /** The routines that are called by name: those that only triggers run are the triggers' part. */
  List<Routine> callable() {
    Set<String> ofTriggers = new HashSet<>();
    schema.tables().stream()
        .flatMap(t -> t.triggers().stream())
        .flatMap(t -> t.function().stream())
        .forEach(ofTriggers::add);
    return schema.routines().stream()
        .filter(r -> !DECLARED_ONLY.contains(r.kind()))
        .filter(r -> !ofTriggers.contains(Names.join(r.schema(), r.name())))
        .filter(r -> !r.definition().map(d -> FOR_TRIGGERS.matcher(d).find()).orElse(false))
        .toList();
  }

  Behaviour of(Trigger trigger) {
    Sum sum = new Sum();
    String what = "the trigger " + trigger.name();
    sum.text(what, trigger.language(), trigger.body(), true);
    if (!mySqlFamily && !trigger.rule()) {
      condition(trigger).ifPresent(when -> sum.expression("the condition of " + what, when));
    }
    return sum.total();
  }

  Behaviour of(Routine routine) {
    Sum sum = new Sum();
    sum.seen.add(routine.key());
    sum.routine(routine, true);
    return sum.total();
  }

  Behaviour of(ScheduledEvent event) {
    Sum sum = new Sum();
    sum.text("the event " + event.name(), "sql", event.body().or(event::definition), true);
    return sum.total();
  }

  Behaviour of(View view) {
    Sum sum = new Sum();
    sum.view(view);
    return sum.total();
  }

  /**
   * What runs with the rows of a table beside its triggers: functions in defaults, conditions,
   * generated columns, index expressions and policies. MySQL and MariaDB allow none there.
   */
  Behaviour of(Table table) {
    Sum sum = new Sum();
    if (!mySqlFamily) {
      TableExpressions.of(table).forEach(sum::expression);
    }
    return sum.total();
  }

  /**
   * PostgreSQL's own operators and casts whose function is not to be followed: it is not known or
   * not readable, or it touches tables and no text shows where it runs.
   */
  List<String> unfollowed() {
    return operators.all().stream().flatMap(own -> unfollowed(own).stream()).toList();
  }

  private Optional<String> unfollowed(OwnOperators.Own own) {
    if (own.function().isEmpty()) {
      return Optional.of("the " + own.what() + " runs a function that is not known");
    }
    Sum sum = new Sum();
    sum.call("the " + own.what(), own.function().get());
    Behaviour does = sum.total();
    if (does.has(Effect.UNKNOWN)) {
      return Optional.of(
          "the %s runs %s, of which not all can be read: %s"
              .formatted(own.what(), own.function().get(), does.unread().getFirst()));
    }
    boolean quiet = does.uses().isEmpty() && does.effects().isEmpty();
    return own.said() || quiet
        ? Optional.empty()
        : Optional.of(
            "the %s runs %s, which does more than compute, and no text shows where"
                .formatted(own.what(), own.function().get()));
  }

  private static Optional<String> condition(Trigger trigger) {
    return trigger.definition().map(WHEN::matcher).filter(Matcher::find).map(when -> when.group(1));
  }

  /** Routines by a name as it is written in a call. */
  private List<Routine> named(String call) {
    List<String> parts = Names.split(call);
    List<Routine> own = named(parts);
    return own.isEmpty() && parts.size() > 1
        ? named(parts.subList(0, parts.size() - 1)).stream()
            .filter(r -> r.kind() == Routine.Kind.PACKAGE_BODY)
            .toList()
        : own;
  }

  private List<Routine> named(List<String> parts) {
    List<Routine> same = routines.getOrDefault(folded(parts.getLast()), List.of());
    return parts.size() == 1
        ? same
        : same.stream()
            .filter(r -> folded(r.schema()).equals(folded(parts.get(parts.size() - 2))))
            .toList();
  }

  private String folded(String name) {
    return mySqlFamily ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** Adds up what a text does, what its calls do, and so on, each routine once. */
  private final class Sum {
    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<Routine> waiting = new ArrayDeque<>();
    private final ArrayDeque<TableName> met = new ArrayDeque<>();
    private final Set<TableName> opened = new HashSet<>();
    private final Set<Effect> effects = new TreeSet<>();
    private final Set<TableName> writes = new TreeSet<>();
    private final Set<TableName> reads = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();
    private Set<String> returns = Set.of();
    private boolean ownChange;
    private boolean byMore;
    private boolean callsThatRead;

    Behaviour total() {
      while (!waiting.isEmpty() || !met.isEmpty()) {
        if (waiting.isEmpty()) {
          open(met.remove());
        } else {
          routine(waiting.remove(), false);
        }
      }
      if (!unread.isEmpty()) {
        effects.add(Effect.UNKNOWN);
      }
      // A routine that looks at tables may fill the row with what it found there.
      boolean more = byMore || (ownChange && callsThatRead);
      return new Behaviour(
          new TreeSet<>(effects),
          expanded(writes),
          expanded(reads),
          more,
          returns,
          List.copyOf(unread));
    }

    void text(String what, String language, Optional<String> text, boolean own) {
      if (text.isEmpty() || text.get().isBlank()) {
        unread.add(what + hidden());
        return;
      }
      BodyEffects found = bodies.read(language, text.get());
      if (own) {
        returns = found.returns();
        ownChange = found.effects().contains(Effect.ROW_CHANGE);
        byMore |= found.changesByMore();
        effects.addAll(found.effects());
      } else {
        callsThatRead |= !found.reads().isEmpty() || !found.calls().isEmpty();
        // A change of NEW in a routine that is called is a variable of its own.
        found.effects().stream().filter(e -> e != Effect.ROW_CHANGE).forEach(effects::add);
      }
      if (found.effects().contains(Effect.UNKNOWN)) {
        unread.add(what + " holds what its text does not tell" + why(language));
      }
      writes.addAll(found.writes());
      reads.addAll(found.reads());
      met.addAll(found.writes());
      met.addAll(found.reads());
      found.calls().forEach(call -> call(what, call));
      operators(what, text.get());
      if (own && ROW_PASSED.matcher(text.get()).find()) {
        boolean back = found.calls().stream().flatMap(c -> named(c).stream()).anyMatch(this::gives);
        ownChange |= back;
        byMore |= back;
        if (back) {
          effects.add(Effect.ROW_CHANGE);
        }
      }
    }

    /** A procedure may give back what it was given. */
    private boolean gives(Routine routine) {
      return routine.kind() == Routine.Kind.PROCEDURE
          && GIVEN_BACK.matcher(routine.signature() + routine.definition().orElse("")).find();
    }

    private String why(String language) {
      boolean readable =
          mySqlFamily || language.equalsIgnoreCase("sql") || language.equalsIgnoreCase("plpgsql");
      return readable
          ? ": statements put together at run time, or not to be parsed"
          : " (" + language + ")";
    }

    private void call(String what, String call) {
      List<Routine> called = named(call);
      if (called.isEmpty() && !known.harmless(call)) {
        unread.add(what + " calls " + call + ", which is not known");
      }
      called.stream().filter(r -> seen.add(r.key())).forEach(waiting::add);
    }

    void routine(Routine routine, boolean own) {
      String what = "the " + routine.kind().word() + " " + routine.name();
      if (routine.kind() == Routine.Kind.AGGREGATE) {
        Matcher parts = AGGREGATES_PARTS.matcher(routine.definition().orElse(""));
        while (parts.find()) {
          call(what, parts.group(1).replace("\"", ""));
        }
        return;
      }
      text(what, routine.language(), routine.body(), own);
    }

    void view(View view) {
      reads.add(view.name());
      met.add(view.name());
    }

    /** A view runs the functions in its text, and those of the views that it reads. */
    private void open(TableName name) {
      View view = views.get(name);
      if (view != null && opened.add(name)) {
        met.addAll(usedBy(view));
        view.definition().ifPresent(text -> calls("the view " + name, text));
      }
    }

    /** An expression or a query: it is read for what it looks at and for what it calls. */
    void expression(String what, String sql) {
      BodyEffects found = bodies.read("sql", "SELECT " + sql);
      reads.addAll(found.reads());
      met.addAll(found.reads());
      found.calls().forEach(call -> call(what, call));
      operators(what, sql);
    }

    /** Stored functions in MySQL's texts; what else stands before a bracket is its own. */
    private void calls(String what, String text) {
      if (mySqlFamily) {
        BodyNames.of(text, true).calls().stream()
            .map(parts -> String.join(".", parts))
            .filter(call -> !named(call).isEmpty())
            .forEach(call -> call(what, call));
      } else {
        bodies.read("sql", text).calls().forEach(call -> call(what, call));
        operators(what, text);
      }
    }

    /** Functions that an operator or a cast runs. */
    private void operators(String what, String text) {
      operators.calls(text).forEach(call -> call(what, call));
    }

    /** Tables, those behind views in the views' place. */
    private List<TableName> expanded(Set<TableName> names) {
      Set<TableName> tables = new TreeSet<>();
      Set<TableName> met = new HashSet<>();
      ArrayDeque<TableName> open = new ArrayDeque<>(names);
      while (!open.isEmpty()) {
        TableName name = open.remove();
        View view = views.get(name);
        if (view == null) {
          tables.add(name);
        } else if (met.add(name)) {
          open.addAll(usedBy(view));
        }
      }
      return List.copyOf(tables);
    }
  }

  private List<TableName> usedBy(View view) {
    if (!view.uses().isEmpty() || view.definition().isEmpty()) {
      return view.uses();
    }
    List<TableName> used = new ArrayList<>();
    BodyNames.of(view.definition().get(), mySqlFamily)
        .tables()
        .forEach(parts ->
            bodies.tables(parts).stream().filter(t -> !t.equals(view.name())).forEach(used::add));
    return used;
  }

  /** Which right shows a text that the server keeps back. */
  private String hidden() {
    String grant =
        switch (schema.origin().product()) {
          case MYSQL ->
              "; GRANT SHOW_ROUTINE ON *.* shows routines, GRANT TRIGGER and EVENT the rest";
          case MARIADB -> "; GRANT SHOW CREATE ROUTINE, TRIGGER and EVENT on the database shows it";
          case POSTGRESQL -> "";
        };
    return " has a text that the server does not show" + grant;
  }
}
