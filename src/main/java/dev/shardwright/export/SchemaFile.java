package dev.shardwright.export;

import dev.shardwright.classify.Kind;
import dev.shardwright.classify.Mark;
import dev.shardwright.classify.Ownership;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Figures;
import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Skipped;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.TypeDefinition;
import dev.shardwright.model.View;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the structure of one side: header, tables in the order of their keys, late keys. */
final class SchemaFile {
  private static final int SKIPPED_SHOWN = 20;
  private static final Pattern ONCE =
      Pattern.compile(" ON SCHEDULE AT '[^']*' ON COMPLETION NOT PRESERVE ");

  private final Export export;
  private final Part part;
  private final Plan plan;
  private final ExportOptions options;
  private final Script script;
  private final Ddl ddl;
  private final SideObjects objects;
  private final Placement placement;
  private final ObjectDdl objectDdl;

  SchemaFile(Export export, Part part, ExportOptions options, Script script) {
    this.export = export;
    this.part = part;
    this.plan = part.plan();
    this.options = options;
    this.script = script;
    ddl = Ddl.of(part, options);
    objects = SideObjects.of(part);
    placement = new Placement(plan);
    objectDdl =
        plan.schema().origin().product().isMySqlFamily()
            ? new MySqlObjects(part, options)
            : new PostgresObjects(part);
  }

  void write() {
    header();
    ddl.prologue(script, schemas());
    groundwork();
    tables();
    lateKeys();
    late();
    triggers();
    policies();
    leftOut();
    ddl.epilogue(script);
  }

  private void header() {
    Header.write(script, export, plan, options);
    script.gap().comment(counts());
    script.comment("Load it into an empty database: " + ddl.howToLoad(export.fileName()));
    if (part.side() == Side.SHARD) {
      script
          .gap()
          .comment(
              "Whole-number primary and foreign keys are wider than in the source, so that the ids"
                  + " of all shards together have room.");
      script.comment(
          "From now on the structure and the context data of the source must not change: freeze"
              + " both before you load this file.");
    }
    notes(
        "Keys that keep their sign, because they hold negative values:", part.widening().signed());
    notes("Keys that could not be widened:", part.widening().reported());
    narrow();
    listed(
        "Sequences that feed tables of both sides. Each database counts by itself from now on, so"
            + " that both can make the same number:",
        SequenceUse.shared(plan));
    listed("Must be there before this file is loaded:", Prerequisites.of(part, objects, options));
    skipped();
  }

  private void narrow() {
    Map<String, List<String>> places = NarrowPlaces.of(part);
    listed(
        "Look through these, which are written as they were although they handle ids in narrower"
            + " types than the keys now have:",
        places.entrySet().stream()
            .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
            .toList());
  }

  private void listed(String title, List<String> items) {
    if (!items.isEmpty()) {
      script.gap().comment(title).bullets(items);
    }
  }

  private void skipped() {
    // what is hidden stands above, with what makes the file incomplete
    List<Skipped> skipped = plan.schema().skipped().stream().filter(s -> !s.hidden()).toList();
    if (skipped.isEmpty()) {
      return;
    }
    script
        .gap()
        .comment(
            "Not read from the source, so in no file (" + Figures.exact(skipped.size()) + "):");
    script.bullets(
        skipped.stream()
            .limit(SKIPPED_SHOWN)
            .map(each -> each.statement() + ": " + each.why())
            .toList());
    if (skipped.size() > SKIPPED_SHOWN) {
      script.comment("  … and " + Figures.exact(skipped.size() - SKIPPED_SHOWN) + " more.");
    }
  }

  private String counts() {
    if (part.side() == Side.NEUTRAL) {
      return "Tables: " + Figures.exact(part.tables().size()) + " neutral.";
    }
    return "Tables: "
        + Figures.exact(plan.count(Kind.CLIENT))
        + " client, "
        + Figures.exact(plan.count(Kind.CONTEXT))
        + " context.";
  }

  private void notes(String title, SortedMap<ColumnRef, String> columns) {
    listed(title, columns.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
  }

  private void tables() {
    script.heading("Tables, parents before children");
    for (Table table : part.tables()) {
      script.blank();
      about(table).forEach(script::comment);
      ddl.table(script, table);
    }
    if (part.tables().isEmpty()) {
      script.blank().comment("There are none.");
    }
  }

  private void lateKeys() {
    if (part.atEnd().isEmpty()) {
      return;
    }
    script.heading("Keys whose parent table is made after its child, or that are not checked yet");
    for (Relation relation : part.atEnd()) {
      script.blank();
      ddl.key(script, relation);
    }
  }

  private SortedSet<String> schemas() {
    SortedSet<String> schemas = new TreeSet<>();
    part.tables().forEach(table -> schemas.add(table.name().schema()));
    schemas.addAll(objects.schemas());
    PostgresTypes.needed(part).forEach(type -> schemas.add(type.name().schema()));
    plan.schema().sequences().stream()
        .filter(s -> s.owner().map(column -> part.holds(column.table())).orElse(true))
        .forEach(sequence -> schemas.add(sequence.name().schema()));
    return schemas;
  }

  private void groundwork() {
    List<Object> ground = Groundwork.of(part, objects);
    if (ground.isEmpty()) {
      return;
    }
    boolean types = ground.stream().anyMatch(TypeDefinition.class::isInstance);
    script.heading(
        objects.early().stream().anyMatch(MinorObject.class::isInstance)
            ? "Types, operators, casts and the like, and the routines that they or the tables call"
            : objects.early().isEmpty()
                ? "Types"
                : types
                    ? "Types, and the routines that they or the tables call"
                    : "Routines that the tables call");
    for (Object object : ground) {
      switch (object) {
        case TypeDefinition type -> PostgresTypes.write(script, type, part.dialect());
        case Routine routine -> {
          early(script.blank(), routine);
          objectDdl.routine(script, routine);
        }
        case MinorObject minor -> {
          early(script.blank(), minor);
          objectDdl.minor(script, minor);
        }
        default -> throw new IllegalStateException("no type or routine: " + object);
      }
    }
  }

  private void early(Script script, Object object) {
    Placement.Uses uses = placement.uses(object);
    if (!placement.fits(uses, part.side())) {
      script.comment(
          "Here because the tables call it; it also uses tables that do not live here: "
              + placement.listed(uses));
    }
  }

  private void late() {
    if (objects.late().isEmpty() && objects.events().isEmpty()) {
      return;
    }
    script.heading("Views and routines, each after those that it stands on");
    objectDdl.begin(script);
    for (Object object : objects.late()) {
      script.blank();
      switch (object) {
        case View view -> objectDdl.view(script, view);
        case Routine routine -> objectDdl.routine(script, routine);
        case MinorObject minor -> objectDdl.minor(script, minor);
        default -> throw new IllegalStateException("no view or routine: " + object);
      }
    }
    for (ScheduledEvent event : objects.events()) {
      script.blank().comment("It runs on every server that loads this file.");
      if (ONCE.matcher(event.definition().orElse("")).find()) {
        script.comment("It runs once: a server that loads this file after its time drops it.");
      }
      objectDdl.event(script, event);
    }
  }

  private void triggers() {
    if (!objects.triggers().isEmpty()) {
      boolean rules = objects.triggers().stream().anyMatch(Trigger::rule);
      script.heading(rules ? "Triggers and rules" : "Triggers");
      objects.triggers().forEach(trigger -> objectDdl.trigger(script.blank(), trigger));
    }
  }

  private void policies() {
    if (!objects.policies().isEmpty()) {
      script.heading("Policies of row level security").blank();
      objects.policies().forEach(script::statement);
    }
  }

  private void leftOut() {
    if (objects.leftOut().isEmpty()) {
      return;
    }
    boolean byHand = plan.schema().minors().stream().anyMatch(MinorObject::byHand);
    script.heading(
        byHand
            ? "Left out (CROSS_DATABASE_OBJECT, triggers with findings, and what is made by hand)"
            : "Left out (CROSS_DATABASE_OBJECT and triggers with findings)");
    for (SideObjects.Out out : objects.leftOut()) {
      script.blank().comment(out.title() + ": " + out.why() + ".");
      out.text().ifPresent(script::commentedOut);
    }
  }

  /** Why the table is here, and what of it is not as it was. */
  private List<String> about(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(table.name() + ": " + reason(plan.mark(table.name())));
    String wider = wider(table);
    if (!wider.isEmpty()) {
      lines.add("Wider keys: " + wider + ".");
    }
    table.inherits().stream()
        .filter(up -> !part.holds(up))
        .forEach(up -> lines.add("Left out: INHERITS (" + up + "), which does not live here."));
    part.leftOutOf(table).forEach(left -> lines.add("Left out: " + left.sentence() + "."));
    return lines;
  }

  private static String reason(Mark mark) {
    String kind = mark.kind().word();
    if (mark.override().isPresent()) {
      return kind + " by decision.";
    }
    if (mark.ownership() == Ownership.ROOT) {
      return "the root, one row per client.";
    }
    List<Relation> why = mark.why();
    if (why.isEmpty()) {
      return kind + ".";
    }
    List<TableName> way = new ArrayList<>();
    if (mark.kind() == Kind.CLIENT) {
      why.reversed().forEach(r -> way.add(r.child()));
      way.add(why.getFirst().parent());
    } else {
      way.add(why.getFirst().child());
      why.forEach(r -> way.add(r.parent()));
    }
    return kind + ", " + way.stream().map(TableName::name).collect(Collectors.joining(" → ")) + ".";
  }

  private String wider(Table table) {
    List<String> changed = new ArrayList<>();
    for (Column column : table.columns()) {
      KeyWidening.Change change =
          part.widening().changes().get(new ColumnRef(table.name(), column.name()));
      if (change != null) {
        changed.add(column.name() + " (was " + change.from() + ")");
      }
    }
    return String.join(", ", changed);
  }
}
