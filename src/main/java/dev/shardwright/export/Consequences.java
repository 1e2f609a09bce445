package dev.shardwright.export;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.Column;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the export files do to a database that its people must know: keys that widen, look-ups that
 * move to dispatch, what no file carries, what sees one shard only from now on.
 *
 * @param narrow what still handles ids in narrower types, by the object, with the places
 * @param lookups values that find a client and that dispatch keeps unique
 * @param suggestedLookups columns of the root that look like such values but are not chosen
 * @param noDispatch why no dispatch can be made, if so
 * @param leftOut what is in a file's place only as a comment, by file
 * @param oneShard views, routines and events that read client tables, so that each shard answers
 *     for its own clients
 */
public record Consequences(
    KeyWidening widening,
    Map<String, List<String>> narrow,
    List<Lookup> lookups,
    List<String> suggestedLookups,
    Optional<String> noDispatch,
    List<Omission> leftOut,
    List<Reader> oneShard) {

  public Consequences {
    narrow = Collections.unmodifiableMap(new LinkedHashMap<>(narrow));
    lookups = List.copyOf(lookups);
    suggestedLookups = List.copyOf(suggestedLookups);
    leftOut = List.copyOf(leftOut);
    oneShard = List.copyOf(oneShard);
  }

  /** Columns whose values lead to a client. */
  public record Lookup(TableName table, List<String> columns, String why) {
    public Lookup {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What the DBA is asked before he takes dispatch away: whoever logs in must be found (planner.md
   * 10.4). Empty once he chose dispatch keys and no other column looks like one.
   */
  public static List<String> dispatchQuestions(Plan plan) {
    Consequences all = of(plan);
    List<String> questions = new ArrayList<>();
    String root = plan.root().map(TableName::name).orElse("");
    all.suggestedLookups()
        .forEach(column ->
            questions.add(
                column
                    + " of "
                    + root
                    + " looks like a value by which clients are found, but is neither unique nor"
                    + " chosen. Choose it as a dispatch key, or nobody who comes with it is led to"
                    + " his shard."));
    boolean chosen = plan.decisions().of(Decision.DispatchKey.class).findAny().isPresent();
    if (!chosen && plan.root().isPresent() && all.noDispatch().isEmpty()) {
      questions.add(
          all.lookups().isEmpty()
              ? "No value but the key of "
                  + root
                  + " finds a client. Choose what people log in with as a dispatch key, or be sure"
                  + " that every request brings the key."
              : "No dispatch key was chosen, so dispatch finds clients by what is unique in "
                  + root
                  + ": "
                  + all.lookups().stream()
                      .map(l -> String.join(" + ", l.columns()))
                      .collect(Collectors.joining(", "))
                  + ". Is that what they log in with? Else choose the dispatch keys.");
    }
    return questions;
  }

  /** Something that the source has and a file has not. */
  public record Omission(String file, String what, String why) {}

  /** An object and the client tables that it reads. */
  public record Reader(String title, List<TableName> clientTables) {
    public Reader {
      clientTables = List.copyOf(clientTables);
    }
  }

  /** Works them out; a plan without a root has none. */
  public static Consequences of(Plan plan) {
    if (plan.root().isEmpty()) {
      return new Consequences(
          KeyWidening.NONE, Map.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());
    }
    Optional<DispatchKeys> dispatch = Optional.empty();
    Optional<String> noDispatch = Optional.empty();
    try {
      dispatch = Optional.of(DispatchKeys.of(plan));
    } catch (UserError e) {
      noDispatch = Optional.of(e.sentence());
    }
    return new Consequences(
        Part.widening(plan),
        NarrowPlaces.of(Part.of(plan, Side.SHARD)),
        dispatch.stream().flatMap(d -> d.lookups().stream()).map(Consequences::lookup).toList(),
        dispatch.map(DispatchKeys::suggested).orElse(List.of()),
        noDispatch,
        leftOut(plan),
        oneShard(plan));
  }

  private static Lookup lookup(DispatchKeys.Lookup found) {
    return new Lookup(
        found.table().name(), found.columns().stream().map(Column::name).toList(), found.why());
  }

  private static List<Omission> leftOut(Plan plan) {
    List<Omission> all = new ArrayList<>();
    for (Side side : Side.values()) {
      String file = side == Side.SHARD ? "shard_schema.sql" : "neutral_schema.sql";
      Part part = Part.of(plan, side);
      new TreeMap<>(part.leftOut())
          .forEach((table, keys) ->
              keys.forEach(
                  key -> all.add(new Omission(file, "key " + key.relation().id(), key.why()))));
      SideObjects.of(part)
          .leftOut()
          .forEach(out -> all.add(new Omission(file, out.title(), out.why())));
    }
    return all;
  }

  private static List<Reader> oneShard(Plan plan) {
    Placement placement = new Placement(plan);
    return Stream.of(
            plan.schema().views().stream().map(v -> reader(plan, v, placement.uses(v))),
            plan.schema().routines().stream().map(r -> reader(plan, r, placement.uses(r))),
            plan.schema().events().stream().map(e -> reader(plan, e, placement.uses(e))))
        .flatMap(stream -> stream)
        .filter(reader -> !reader.clientTables().isEmpty())
        .toList();
  }

  private static Reader reader(Plan plan, Object object, Placement.Uses uses) {
    List<TableName> clients =
        uses.tablesOf(plan.schema().byName()).stream()
            .filter(table -> plan.kind(table) == Kind.CLIENT)
            .toList();
    return new Reader(Placement.title(object), clients);
  }
}
