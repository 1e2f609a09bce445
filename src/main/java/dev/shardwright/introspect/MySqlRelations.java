package dev.shardwright.introspect;

import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys of MySQL and MariaDB, those from and to other databases included.
 *
 * <p>MariaDB shows REFERENTIAL_CONSTRAINTS to nobody who may only SELECT, but KEY_COLUMN_USAGE to
 * all: the keys come from there, and their actions from the table's text if need be.
 */
final class MySqlRelations {
  private static final String COLUMNS =
      """
      SELECT CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,
        REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
      FROM information_schema.KEY_COLUMN_USAGE
      WHERE REFERENCED_TABLE_NAME IS NOT NULL AND @WHICH@
      ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION\
      """;
  private static final String INSIDE = "TABLE_SCHEMA IN (@SCHEMAS@)";
  private static final String FROM_OUTSIDE =
      "REFERENCED_TABLE_SCHEMA IN (@SCHEMAS@) AND TABLE_SCHEMA NOT IN (@SCHEMAS@)";

  static final String COLUMNS_OF = "SHOW COLUMNS FROM ";

  /** The keys that point in from other databases. */
  static final String OUTSIDE = COLUMNS.replace("@WHICH@", FROM_OUTSIDE);

  private static final String ACTIONS =
      """
      SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
      FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (@SCHEMAS@)\
      """;

  private static final Pattern ON_DELETE =
      Pattern.compile(" ON DELETE (CASCADE|RESTRICT|SET NULL|SET DEFAULT|NO ACTION)");
  private static final Pattern ON_UPDATE =
      Pattern.compile(" ON UPDATE (CASCADE|RESTRICT|SET NULL|SET DEFAULT|NO ACTION)");

  private record Key(TableName child, String name) {}

  private record Pair(Key key, String child, TableName parent, String parentColumn) {}

  private record Actions(Relation.Action onUpdate, Relation.Action onDelete) {
    static final Actions NONE = new Actions(Relation.Action.NO_ACTION, Relation.Action.NO_ACTION);
  }

  /** Which child columns of other databases may be NULL. */
  private record Column(TableName table, String name) {}

  private MySqlRelations() {}

  /** The keys of the tables, {@code definitions} being their SHOW CREATE texts. */
  static List<Relation> read(Asking asking, Map<TableName, String> definitions, boolean others) {
    Map<Key, Actions> actions = actions(asking);
    List<Relation> relations = new ArrayList<>();
    grouped(asking.rows(COLUMNS.replace("@WHICH@", INSIDE), MySqlRelations::pair))
        .forEach((key, pairs) ->
            relations.add(
                relation(
                    key,
                    pairs,
                    Optional.ofNullable(actions.get(key))
                        .orElseGet(() -> printed(definitions.get(key.child()), key.name())),
                    false)));
    if (others) {
      relations.addAll(fromOutside(asking));
    }
    return relations;
  }

  private static List<Relation> fromOutside(Asking asking) {
    List<Pair> pairs = asking.rows(OUTSIDE, MySqlRelations::pair);
    if (pairs.isEmpty()) {
      return List.of();
    }
    Set<Column> nullable = nullable(asking, pairs);
    return grouped(pairs).entrySet().stream()
        .map(e ->
            relation(
                e.getKey(),
                e.getValue(),
                Actions.NONE,
                e.getValue().stream()
                    .anyMatch(p -> nullable.contains(new Column(p.key().child(), p.child())))))
        .toList();
  }

  private static Set<Column> nullable(Asking asking, List<Pair> pairs) {
    List<TableName> children = pairs.stream().map(pair -> pair.key().child()).distinct().toList();
    List<List<Optional<String>>> answers =
        asking.all(
            children.stream().map(name -> COLUMNS_OF + MySqlNames.quoted(name)).toList(),
            row -> row.text("Null").equals("YES") ? row.optional("Field") : Optional.empty());
    Set<Column> nullable = new HashSet<>();
    for (int i = 0; i < children.size(); i++) {
      TableName child = children.get(i);
      answers.get(i).forEach(name -> name.ifPresent(n -> nullable.add(new Column(child, n))));
    }
    return nullable;
  }

  private static TableName child(Row row) throws SQLException {
    return Asking.table(row, "TABLE_SCHEMA", "TABLE_NAME");
  }

  private static Pair pair(Row row) throws SQLException {
    return new Pair(
        new Key(child(row), row.text("CONSTRAINT_NAME")),
        row.text("COLUMN_NAME"),
        Asking.table(row, "REFERENCED_TABLE_SCHEMA", "REFERENCED_TABLE_NAME"),
        row.text("REFERENCED_COLUMN_NAME"));
  }

  private static Map<Key, List<Pair>> grouped(List<Pair> pairs) {
    return pairs.stream()
        .collect(Collectors.groupingBy(Pair::key, LinkedHashMap::new, Collectors.toList()));
  }

  private static Relation relation(Key key, List<Pair> pairs, Actions actions, boolean nullable) {
    return Relation.declared(
            key.child(),
            key.name(),
            pairs.stream().map(Pair::child).toList(),
            pairs.getFirst().parent(),
            pairs.stream().map(Pair::parentColumn).toList(),
            nullable)
        .acting(actions.onDelete(), actions.onUpdate());
  }

  private static Map<Key, Actions> actions(Asking asking) {
    Map<Key, Actions> actions = new LinkedHashMap<>();
    asking
        .rows(
            ACTIONS,
            row ->
                Map.entry(
                    new Key(
                        Asking.table(row, "CONSTRAINT_SCHEMA", "TABLE_NAME"),
                        row.text("CONSTRAINT_NAME")),
                    new Actions(action(row.text("UPDATE_RULE")), action(row.text("DELETE_RULE")))))
        .forEach(e -> actions.put(e.getKey(), e.getValue()));
    return actions;
  }

  /** The actions as SHOW CREATE TABLE prints them, one constraint a line. */
  private static Actions printed(@Nullable String definition, String key) {
    if (definition == null) {
      return Actions.NONE;
    }
    String start = "CONSTRAINT " + MySqlNames.quoted(key) + " FOREIGN KEY";
    return definition
        .lines()
        .filter(line -> line.strip().startsWith(start))
        .findFirst()
        .map(line -> new Actions(action(ON_UPDATE, line), action(ON_DELETE, line)))
        .orElse(Actions.NONE);
  }

  private static Relation.Action action(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line.substring(line.lastIndexOf(')')));
    return matcher.find() ? action(matcher.group(1)) : Relation.Action.NO_ACTION;
  }

  private static Relation.Action action(String rule) {
    return switch (rule) {
      case "CASCADE" -> Relation.Action.CASCADE;
      case "SET NULL" -> Relation.Action.SET_NULL;
      case "SET DEFAULT" -> Relation.Action.SET_DEFAULT;
      case "RESTRICT" -> Relation.Action.RESTRICT;
      default -> Relation.Action.NO_ACTION;
    };
  }
}
