package dev.shardwright.testing;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Schemas with triggers, routines, views and events, for tests without a server. */
public final class Stored {
  private Stored() {}

  /** A trigger for each row, e.g. {@code BEFORE}, {@code INSERT,UPDATE}. */
  public static Schema trigger(
      Schema schema, String table, String name, String timing, String events, String body) {
    boolean mySqlFamily = schema.origin().product().isMySqlFamily();
    String definition =
        "CREATE TRIGGER %s %s %s ON %s FOR EACH ROW EXECUTE FUNCTION public.f_%s()"
            .formatted(name, timing, events.replace(",", " OR "), table, name);
    return trigger(
        schema,
        table,
        new Trigger(
            Schemas.table(table),
            name,
            false,
            timing,
            List.of(events.split(",", -1)),
            true,
            true,
            mySqlFamily ? Optional.empty() : Optional.of("public.f_" + name),
            mySqlFamily ? "sql" : "plpgsql",
            Optional.of(body),
            mySqlFamily ? Optional.empty() : Optional.of(definition),
            Set.of(),
            Optional.empty(),
            Optional.empty()));
  }

  public static Schema trigger(Schema schema, String table, Trigger trigger) {
    return Tables.changed(
        schema,
        table,
        t -> {
          List<Trigger> all = new ArrayList<>(t.triggers());
          all.add(trigger);
          return t.withTriggers(all);
        });
  }

  /** PostgreSQL's rule. */
  public static Schema rule(
      Schema schema, String table, String name, boolean instead, String event, String definition) {
    return trigger(
        schema,
        table,
        new Trigger(
            Schemas.table(table),
            name,
            true,
            instead ? "INSTEAD" : "ALSO",
            List.of(event),
            false,
            true,
            Optional.empty(),
            "sql",
            Optional.of(definition),
            Optional.of(definition),
            Set.of(),
            Optional.empty(),
            Optional.empty()));
  }

  /** A routine in {@code public}; an empty body is one that the server hides. */
  public static Schema routine(Schema schema, String name, String language, String body) {
    List<Routine> routines = new ArrayList<>(schema.routines());
    routines.add(
        new Routine(
            "public",
            name,
            "()",
            Routine.Kind.FUNCTION,
            language,
            Optional.of(body).filter(b -> !b.isEmpty()),
            Optional.empty(),
            Optional.empty()));
    return with(schema, schema.views(), routines, schema.events(), schema.skipped());
  }

  public static Schema view(Schema schema, String name, String query) {
    List<View> views = new ArrayList<>(schema.views());
    views.add(
        new View(
            Schemas.table(name),
            false,
            List.of(),
            Optional.of("CREATE VIEW " + name + " AS " + query),
            Optional.empty()));
    return with(schema, views, schema.routines(), schema.events(), schema.skipped());
  }

  public static Schema event(Schema schema, String name, String body) {
    List<ScheduledEvent> events = new ArrayList<>(schema.events());
    events.add(new ScheduledEvent("public", name, true, Optional.of(body), Optional.empty()));
    return with(schema, schema.views(), schema.routines(), events, schema.skipped());
  }

  public static Schema skipped(Schema schema, String what, String why) {
    return skipped(schema, new Skipped(what, why));
  }

  public static Schema skipped(Schema schema, Skipped one) {
    List<Skipped> skipped = new ArrayList<>(schema.skipped());
    skipped.add(one);
    return with(schema, schema.views(), schema.routines(), schema.events(), skipped);
  }

  private static Schema with(
      Schema schema,
      List<View> views,
      List<Routine> routines,
      List<ScheduledEvent> events,
      List<Skipped> skipped) {
    return new Schema(
        schema.origin(),
        schema.tables(),
        schema.relations(),
        views,
        routines,
        schema.sequences(),
        events,
        schema.types(),
        schema.extensions(),
        skipped);
  }
}
