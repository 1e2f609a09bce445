package dev.shardwright.risk;

import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what a key points at unique: of the rows with equal values the first one stays, whatever
 * refers to the others refers to it, and the others go.
 *
 * <p>The rows are listed first, since what the others hold is lost.
 */
final class MergeRows {
  /** Names for the number that tells rows apart where nothing else does. */
  private static final List<String> NUMBERS = List.of("id", "row_id", "row_number_id");

  private final Situation situation;
  private final Sql sql;
  private final Table table;
  private final List<String> over;
  private final List<String> first;

  private MergeRows(Situation situation, Table table, List<String> over, List<String> first) {
    this.situation = situation;
    this.sql = Sql.of(situation);
    this.table = table;
    this.over = over;
    this.first = first;
  }

  /** Empty where nothing tells the rows apart and no number can be given to them. */
  static Optional<Remedy> remedy(Situation situation, Relation key) {
    return situation
        .table(key.parent())
        .flatMap(table -> {
          Optional<List<String>> known = table.rowIdentity().map(UniqueKey::columns);
          return known
              .or(() -> number(table).map(List::of))
              .map(first ->
                  new MergeRows(situation, table, key.parentColumns(), first)
                      .remedy(known.isEmpty()));
        });
  }

  private static Optional<String> number(Table table) {
    return table.primaryKey().isPresent() || table.partitioning().isPresent()
        ? Optional.empty()
        : NUMBERS.stream().filter(n -> table.column(n).isEmpty()).findFirst();
  }

  private Remedy remedy(boolean numbered) {
    List<Relation> here = pointing().filter(r -> r.parentColumns().equals(over)).toList();
    List<Relation> guarded = here.stream().filter(Relation::declared).toList();
    List<Change> steps = new ArrayList<>();
    if (numbered) {
      steps.add(new Change.AddIdentity(table.name(), first.getFirst()));
    }
    steps.add(new Change.Rows(listed()));
    // A key to rows that are not unique may refuse or follow the deletion of any one of them.
    guarded.forEach(r -> steps.add(new Change.DropKey(r)));
    pointing()
        .filter(r -> !over.containsAll(r.parentColumns()))
        .forEach(r -> steps.add(new Change.Rows(repointed(r))));
    steps.add(new Change.Rows(merged()));
    steps.add(new Change.AddUnique(table.name(), over));
    guarded.forEach(r -> steps.add(new Change.AddKey(r)));
    String title =
        "Merge rows of %s with equal %s into the one with the smallest %s, which others then refer to, and make it unique; what the merged rows hold is lost"
            .formatted(table.name(), String.join(", ", over), String.join(", ", first));
    return Remedy.run(title, new Ddl(situation.dialect()), steps);
  }

  private Stream<Relation> pointing() {
    return situation.graph().toChildren(table.name()).stream();
  }

  private String listed() {
    return """
    -- The rows that share a value; the one with the smallest %s stays.
    SELECT t.*
    FROM %s t
    WHERE EXISTS (SELECT 1 FROM %s e WHERE %s AND NOT (%s))
    ORDER BY %s;\
    """
        .formatted(
            String.join(", ", first),
            sql.table(table.name()),
            sql.table(table.name()),
            equal("e", "t", over),
            equal("e", "t", first),
            Sql.list(sql.columns(over, sql.row("t")), sql.columns(first, sql.row("t"))));
  }

  /** The child's columns take the values of the row that stays. */
  private String repointed(Relation r) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < r.childColumns().size(); i++) {
      if (!over.contains(r.parentColumns().get(i))) {
        values.put(r.childColumns().get(i), sql.column("e", r.parentColumns().get(i)));
      }
    }
    String name = sql.table(table.name());
    List<String> joins =
        List.of(
            "JOIN %s d ON %s".formatted(name, sql.joined("t", r, "d")),
            "JOIN %s e ON %s AND %s".formatted(name, equal("e", "d", over), before("e", "d")),
            "LEFT JOIN %s f ON %s AND %s".formatted(name, equal("f", "e", over), before("f", "e")));
    return FoundRows.of(situation, r.child(), joins, sql.column("f", first.getFirst()) + " IS NULL")
        .set(values);
  }

  private String merged() {
    String join =
        "JOIN %s e ON %s AND %s"
            .formatted(sql.table(table.name()), equal("e", "t", over), before("e", "t"));
    return FoundRows.of(situation, table.name(), List.of(join), sql.allSet("t", over)).delete();
  }

  private String equal(String left, String right, List<String> columns) {
    return columns.stream()
        .map(c -> sql.column(left, c) + " = " + sql.column(right, c))
        .collect(Collectors.joining(" AND "));
  }

  private String before(String left, String right) {
    return first.size() == 1
        ? sql.columns(left, first) + " < " + sql.columns(right, first)
        : "(%s) < (%s)".formatted(sql.columns(left, first), sql.columns(right, first));
  }
}
