package dev.shardwright.export;

import dev.shardwright.classify.Decision;
import dev.shardwright.dialect.KeyWidening;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.UserError;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.PlannedRelation;
import dev.shardwright.risk.ClientNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What dispatch knows a client by: the root's key, and what else must find a client and stay unique
 * over all shards.
 *
 * @param root the root table
 * @param client the column of the root that names a client
 * @param clientType its type on the shards
 * @param lookups keys by which a client is found
 * @param suggested columns of the root that look like such keys but are not chosen
 */
record DispatchKeys(
    Table root, Column client, String clientType, List<Lookup> lookups, List<String> suggested) {

  // what servers print of lower(email): brackets and a cast around the column
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)(lower|upper|btrim|trim)\\(\\(*(\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\p{L}_][\\p{L}\\d_$]*)\\)?(?:::(?:text|character"
              + " varying|citext))?\\)*");

  /**
   * Values that lead to a client.
   *
   * @param table the table that holds them
   * @param columns the columns with their types on the shards
   * @param expression what is unique of the one column, {@code lower(email)}; empty if it is itself
   * @param why the reason in a few words
   */
  record Lookup(
      Table table,
      List<Column> columns,
      List<String> types,
      Optional<String> expression,
      String why) {
    Lookup {
      columns = List.copyOf(columns);
      types = List.copyOf(types);
    }

    /** {@code area, number} or {@code lower(email)}. */
    String words() {
      return expression.orElseGet(
          () -> columns.stream().map(Column::name).collect(Collectors.joining(", ")));
    }
  }

  /**
   * The keys of a plan.
   *
   * @throws UserError if no single column names a client, or a chosen key is not in the schema
   */
  static DispatchKeys of(Plan plan) {
    Map<TableName, Table> tables = plan.schema().byName();
    Table root =
        plan.root()
            .flatMap(name -> Optional.ofNullable(tables.get(name)))
            .orElseThrow(() -> new UserError("The root table is not part of the schema."));
    KeyWidening widening = Part.widening(plan);
    Column client = client(plan, root);
    Map<String, Lookup> lookups = new LinkedHashMap<>();
    plan.decisions()
        .of(Decision.DispatchKey.class)
        .forEach(chosen -> {
          Lookup lookup = chosen(tables, widening, chosen);
          lookups.put(chosen.table() + "" + chosen.columns(), lookup);
        });
    for (UniqueKey key : root.keys()) {
      // an index may name a column twice, a primary key may not
      List<String> names = key.columns().stream().distinct().toList();
      if (key.total() && !names.equals(List.of(client.name()))) {
        Lookup lookup = lookup(root, columns(root, names), widening, "unique in the source");
        lookups.putIfAbsent(root.name() + "" + names, lookup);
      }
      changed(root, key)
          .ifPresent(lookup -> lookups.putIfAbsent(root.name() + lookup.words(), lookup));
    }
    return new DispatchKeys(
        root,
        client,
        type(widening, root, client),
        List.copyOf(lookups.values()),
        suggested(root, lookups.values().stream().toList()));
  }

  /** A value that is unique after a change that leaves it a text, {@code lower(email)}. */
  private static Optional<Lookup> changed(Table root, UniqueKey key) {
    if (!key.valid() || key.predicate().isPresent() || key.parts().size() != 1) {
      return Optional.empty();
    }
    Matcher change = CHANGE.matcher(key.parts().getFirst().text());
    return key.parts().getFirst().expression() && change.matches()
        ? root.column(unquoted(change.group(2)))
            .filter(column -> column.type().family() == TypeFamily.TEXT)
            .map(column ->
                new Lookup(
                    root,
                    List.of(column),
                    List.of(column.type().sql()),
                    Optional.of(change.group()),
                    "unique in the source"))
        : Optional.empty();
  }

  private static String unquoted(String name) {
    boolean quoted = name.startsWith("\"") || name.startsWith("`");
    String quote = name.substring(0, 1);
    return quoted ? name.substring(1, name.length() - 1).replace(quote + quote, quote) : name;
  }

  /** The single-column key of the root that most relations lead to; the primary key on a tie. */
  private static Column client(Plan plan, Table root) {
    List<Relation> toRoot =
        plan.relations().stream()
            .map(PlannedRelation::relation)
            .filter(r -> r.parent().equals(root.name()))
            .toList();
    return root.keys().stream()
        .filter(key -> key.total() && key.columns().size() == 1)
        .filter(key -> !root.anyNullable(key.columns()))
        .max(
            Comparator.comparingLong((UniqueKey key) ->
                    toRoot.stream().filter(r -> r.parentColumns().equals(key.columns())).count())
                .thenComparing(key -> key.kind() == UniqueKey.Kind.PRIMARY)
                .thenComparing(UniqueKey::name, Comparator.reverseOrder()))
        .flatMap(key -> root.column(key.columns().getFirst()))
        .orElseThrow(() -> new UserError(noSingleKey(root)));
  }

  private static String noSingleKey(Table root) {
    String has =
        root.primaryKey()
            .map(key -> "its primary key is (" + String.join(", ", key.columns()) + ")")
            .orElse("it has no primary key");
    return "Dispatch needs one NOT NULL column that names a client, but "
        + root.name()
        + " has none: "
        + has
        + ". Add a unique column to it, or export the other files with --only.";
  }

  private static Lookup chosen(
      Map<TableName, Table> tables, KeyWidening widening, Decision.DispatchKey chosen) {
    Table table = tables.get(chosen.table());
    if (table == null) {
      throw new UserError(
          "The dispatch key names the table " + chosen.table() + ", which is gone.");
    }
    return lookup(table, columns(table, chosen.columns()), widening, "chosen as dispatch key");
  }

  private static List<Column> columns(Table table, List<String> names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(
          table
              .column(name)
              .orElseThrow(() ->
                  new UserError(
                      "The dispatch key " + table.name() + "." + name + " is no column.")));
    }
    return columns;
  }

  private static Lookup lookup(
      Table table, List<Column> columns, KeyWidening widening, String why) {
    return new Lookup(
        table,
        columns,
        columns.stream().map(c -> type(widening, table, c)).toList(),
        Optional.empty(),
        why);
  }

  private static String type(KeyWidening widening, Table table, Column column) {
    return widening.typeOf(new ColumnRef(table.name(), column.name()), column.type().sql());
  }

  private static List<String> suggested(Table root, List<Lookup> lookups) {
    List<String> taken =
        lookups.stream()
            .filter(l -> l.columns().size() == 1)
            .map(l -> l.columns().getFirst().name())
            .toList();
    return ClientNames.of(root).stream().filter(name -> !taken.contains(name)).toList();
  }
}
