package dev.shardwright.report.chapter;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.export.Consequences;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.CheckResult;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Line;
import dev.shardwright.report.content.Section;
import dev.shardwright.report.content.Tone;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.risk.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows from the plan for those who write the application. */
final class ToDoChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Block.Prose.of(
            "What the database did until now and the application has to do after the split. Each"
                + " list follows from the plan; an empty one says so."));
    dispatch(subject, blocks);
    newClients(subject, blocks);
    matches(subject, blocks);
    triggers(subject, blocks);
    uniques(subject, blocks);
    neutral(subject, blocks);
    context(subject, blocks);
    oneShard(subject, blocks);
    ids(subject, blocks);
    return new Section("to-do", "To do for the application's developers", blocks);
  }

  private static void dispatch(Subject subject, List<Block> blocks) {
    Consequences consequences = subject.consequences();
    blocks.add(new Block.Heading("Find the client's shard first"));
    blocks.add(
        Block.Prose.of(
            "Every request asks dispatch which shard the client lives on, then connects there. A"
                + " client that dispatch calls locked is on its way to another shard: let it"
                + " wait."));
    List<Line> items = new ArrayList<>();
    consequences
        .lookups()
        .forEach(l ->
            items.add(
                Line.of("Look up by ")
                    .andName(place(subject, l.table(), l.columns()))
                    .and(": " + l.why())));
    consequences
        .suggestedLookups()
        .forEach(column ->
            items.add(
                Line.name(column)
                    .and(
                        " of the root looks like a value by which clients are found, but is not"
                            + " a dispatch key yet")));
    consequences.noDispatch().ifPresent(why -> items.add(Line.of(why)));
    list(blocks, items, "No value but the client's own key finds a client: choose dispatch keys.");
  }

  private static void newClients(Subject subject, List<Block> blocks) {
    blocks.add(new Block.Heading("Roll a shard for a new client"));
    String root = subject.plan().root().map(subject::title).orElse("the root");
    blocks.add(
        new Block.Bullets(
            List.of(
                Line.of(
                    "Choose a shard among those that dispatch calls open, at random by weight."),
                Line.of("Insert the row of ")
                    .andName(root)
                    .and(" there, so that its id comes from that shard's slot."),
                Line.of(
                    "Write the client, its shard and its look-up values to dispatch; if a look-up"
                        + " value is taken, take the row back."))));
  }

  /** Keys that hold in the source and in no database after the split. */
  private static void matches(Subject subject, List<Block> blocks) {
    blocks.add(new Block.Heading("Match in software what no key guards any more"));
    List<Line> items = new ArrayList<>();
    for (PlannedRelation planned : subject.plan().relations()) {
      Relation relation = planned.relation();
      Line line = Line.name(subject.titles().of(relation));
      if (planned.cut() && relation.declared()) {
        items.add(line.and(", cut").andReason(": ", planned.why()));
      } else if (!planned.cut() && !relation.declared()) {
        items.add(line.and(", drawn by decision: no constraint guards it"));
      } else if (!planned.cut() && subject.apart(relation)) {
        items.add(line.and(", its two ends live in different databases"));
      }
    }
    subject
        .plan()
        .decisions()
        .of(Decision.PlainId.class)
        .forEach(p ->
            items.add(
                Line.name(place(subject, p.table(), p.columns()))
                    .and(", a plain id")
                    .andReason(": ", p.why())));
    list(blocks, items, "None: every key of the source holds on the shards too.");
  }

  private static void triggers(Subject subject, List<Block> blocks) {
    blocks.add(new Block.Heading("Port the logic of removed triggers"));
    List<Line> items = new ArrayList<>();
    for (Finding finding : subject.findings(CheckCode.TRIGGER_MODIFIES_DATA)) {
      items.add(
          Line.name(String.join(", ", finding.objects()))
              .and(" of ")
              .andName(subject.title(finding.table()))
              .and(": " + finding.message()));
    }
    subject.consequences().leftOut().stream()
        .filter(o -> o.what().startsWith("trigger "))
        .filter(o -> !o.why().startsWith(CheckCode.TRIGGER_MODIFIES_DATA.name()))
        .forEach(o -> items.add(Line.name(o.what()).and(": " + o.why())));
    list(
        blocks,
        items,
        "None: no trigger is removed." + unsettled(subject, CheckCode.TRIGGER_MODIFIES_DATA));
  }

  private static void uniques(Subject subject, List<Block> blocks) {
    blocks.add(new Block.Heading("Uniqueness that moves to dispatch"));
    List<Line> items = new ArrayList<>();
    Set<String> guarded =
        subject.consequences().lookups().stream()
            .map(l -> place(subject, l.table(), l.columns()))
            .collect(Collectors.toSet());
    for (Finding finding : subject.findings(CheckCode.GLOBAL_UNIQUE)) {
      items.add(unique(subject, finding, guarded));
    }
    list(
        blocks,
        items,
        "None: no value is unique over all clients." + unsettled(subject, CheckCode.GLOBAL_UNIQUE));
  }

  /** A key over an expression has no columns to name; its finding's sentence does. */
  private static Line unique(Subject subject, Finding finding, Set<String> guarded) {
    if (finding.columns().isEmpty()) {
      return Line.of(finding.message());
    }
    String place = place(subject, finding.table(), finding.columns());
    return Line.name(place)
        .and(
            guarded.contains(place)
                ? " is kept unique by dispatch: write there first, then to the shard"
                : " is unique per shard only: make it a dispatch key, or live with that");
  }

  private static void neutral(Subject subject, List<Block> blocks) {
    List<Table> tables = subject.tables(Kind.NEUTRAL);
    blocks.add(new Block.Heading("A connection of its own for neutral tables"));
    if (tables.isEmpty()) {
      blocks.add(Block.Prose.of("None: there are no neutral tables."));
      return;
    }
    blocks.add(
        Block.Prose.of(
            "These live in a database of their own. No query can join them with client or context"
                + " tables, and no transaction covers both."));
    blocks.add(names(subject, tables));
  }

  private static void context(Subject subject, List<Block> blocks) {
    List<Table> tables = subject.tables(Kind.CONTEXT);
    blocks.add(new Block.Heading("Write context on every shard"));
    if (tables.isEmpty()) {
      blocks.add(Block.Prose.of("None: there are no context tables."));
      return;
    }
    blocks.add(
        Block.Prose.of(
            "These must be equal on all shards. Whoever changes them changes them on every shard"
                + " with the same ids, with a user of his own; the application may only read"
                + " them."));
    blocks.add(names(subject, tables));
    List<Line> places =
        subject.findings(CheckCode.CONTEXT_WRITTEN).stream()
            .map(f ->
                Line.name(String.join(", ", f.objects()))
                    .and(f.objects().isEmpty() ? f.message() : ": " + f.message()))
            .toList();
    list(
        blocks,
        places,
        "No trigger or routine writes them." + unsettled(subject, CheckCode.CONTEXT_WRITTEN));
  }

  private static void oneShard(Subject subject, List<Block> blocks) {
    blocks.add(new Block.Heading("Views and routines that now see one shard"));
    Set<String> global =
        subject.findings(CheckCode.GLOBAL_QUERY_OBJECT).stream()
            .flatMap(f -> f.objects().stream())
            .collect(Collectors.toSet());
    List<Line> items = new ArrayList<>();
    for (Consequences.Reader reader : subject.consequences().oneShard()) {
      boolean whole = global.stream().anyMatch(reader.title()::endsWith);
      Line line =
          Line.name(reader.title()).and(" reads ").and(titles(subject, reader.clientTables()));
      items.add(
          whole
              ? Line.badge(Tone.WARNING, "all clients")
                  .and(" ")
                  .and(line)
                  .and(": ask every shard and merge")
              : line);
    }
    if (!items.isEmpty()) {
      blocks.add(
          Block.Prose.of(
              "Each answers for the clients of its shard. Where the whole is wanted, ask every"
                  + " shard with the same limit and merge; aggregates are summed afterwards."));
    }
    list(blocks, items, "None: no view, routine or event reads a client table.");
  }

  private static void ids(Subject subject, List<Block> blocks) {
    blocks.add(new Block.Heading("Ids"));
    List<Line> items = new ArrayList<>();
    items.add(
        Line.of(
            "Ids have gaps of %s and are not in the order of time across shards: sort by a date where that matters."
                .formatted(
                    Figures.exact((long) Setting.SLOTS.number(subject.plan().decisions())))));
    if (subject.consequences().widening().changes().values().stream()
        .anyMatch(c -> c.to().toLowerCase(java.util.Locale.ROOT).contains("unsigned"))) {
      items.add(
          Line.of(
              "Keys become unsigned 64-bit numbers; use a type that holds them, and none of 32"
                  + " bits."));
    } else if (!subject.consequences().widening().changes().isEmpty()) {
      items.add(Line.of("Keys become 64-bit numbers; no variable of 32 bits may hold one."));
    }
    subject
        .consequences()
        .narrow()
        .forEach((object, places) ->
            items.add(
                Line.of("Look through ")
                    .andName(object)
                    .and(", narrower than the keys: " + String.join(", ", places))));
    Stream.of(CheckCode.ID_SOURCE, CheckCode.NON_INTEGER_KEYS)
        .flatMap(code -> subject.findings(code).stream())
        .forEach(f -> items.add(Line.of(f.message())));
    blocks.add(new Block.Bullets(items));
  }

  private static void list(List<Block> blocks, List<Line> items, String none) {
    blocks.add(items.isEmpty() ? Block.Prose.of(none) : new Block.Bullets(items));
  }

  /** A list that is empty because nobody looked must say so. */
  private static String unsettled(Subject subject, CheckCode code) {
    Optional<CheckResult> check = subject.check(code);
    if (check.isEmpty()) {
      return " This version does not look for them: search the application by hand.";
    }
    return check.get().outcome() == CheckResult.Outcome.UNKNOWN
        ? " Not settled: " + check.get().why().orElse("not everything could be read") + "."
        : "";
  }

  private static Block names(Subject subject, List<Table> tables) {
    return new Block.Prose(titles(subject, tables.stream().map(Table::name).toList()));
  }

  private static Line titles(Subject subject, List<TableName> tables) {
    Line line = Line.EMPTY;
    for (TableName table : tables) {
      line = (line.isEmpty() ? line : line.and(", ")).andName(subject.title(table));
    }
    return line;
  }

  private static String place(Subject subject, TableName table, List<String> columns) {
    return subject.title(table) + " (" + String.join(", ", columns) + ")";
  }
}
