package dev.shardwright.plan;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads decisions as people write them, for the command line and the window: {@code
 * child(col,…)->parent(col,…)[type=Post]}, {@code child.constraint}, {@code table=client}.
 *
 * <p>Every method throws {@link UserError} with one sentence when a name is unknown or ambiguous or
 * the text has another shape.
 */
public final class DecisionParser {
  private final Schema schema;
  private final Map<TableName, Table> tables;
  private final TableNames names;

  public DecisionParser(Schema schema) {
    this.schema = schema;
    this.tables = schema.byName();
    this.names = new TableNames(schema);
  }

  /** {@code table}, {@code schema.table}, quoted as in SQL. */
  public Decision.Root root(String text) {
    return new Decision.Root(names.find(text));
  }

  /**
   * {@code child(col,…)->parent(col,…)[column=value]}; the parent's primary key if it names none.
   */
  public Decision.Virtual relation(String text, Optional<String> why) {
    Arrow arrow = arrow(text);
    List<String> parentColumns =
        arrow.parentColumns().isEmpty() ? primaryKey(arrow.parent()) : arrow.parentColumns();
    if (arrow.childColumns().size() != parentColumns.size()) {
      throw new UserError(
          "The relation %s joins %d columns to %d."
              .formatted(text, arrow.childColumns().size(), parentColumns.size()));
    }
    return new Decision.Virtual(
        arrow.child(),
        arrow.childColumns(),
        arrow.parent(),
        parentColumns,
        arrow.discriminator(),
        false,
        why);
  }

  /** {@code child.constraint} or {@code child(col,…)->parent}. */
  public Decision.Cut cut(String text, Optional<String> why) {
    return new Decision.Cut(declared(text).id(), why);
  }

  /** {@code table=client|context|neutral|undecided}. */
  public Decision.KindOverride kind(String text, Optional<String> why) {
    List<String> sides = sides(text, "table=kind");
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k.word().equalsIgnoreCase(sides.getLast()))
            .findFirst()
            .orElseThrow(() ->
                new UserError(
                    sides.getLast()
                        + " is no kind of table; write client, context, neutral or"
                        + " undecided."));
    return new Decision.KindOverride(names.find(sides.getFirst()), kind, why);
  }

  /** {@code table(col,…)}. */
  public Decision.PlainId plain(String text, Optional<String> why) {
    Side side = side(text.strip(), text);
    if (side.columns().isEmpty()) {
      throw new UserError("A plain id is written table(column,…), not " + text + ".");
    }
    return new Decision.PlainId(side.table(), side.columns(), why);
  }

  /** {@code table=constraint}, or {@code table=(col,…)->parent}. */
  public Decision.Owner owner(String text, Optional<String> why) {
    List<String> sides = sides(text, "table=constraint");
    TableName table = names.find(sides.getFirst());
    String wanted = sides.getLast();
    Relation relation =
        keys(table).stream()
            .filter(r -> r.name().equals(unquoted(wanted)) || r.id().equals(wanted))
            .findFirst()
            .orElseGet(
                () -> declared(wanted.startsWith("(") ? table + wanted : table + "." + wanted));
    return new Decision.Owner(table, relation.id(), why);
  }

  /** {@code table.column}, or {@code table(col,…)}. */
  public Decision.DispatchKey dispatchKey(String text) {
    if (text.strip().endsWith(")")) {
      Side side = side(text.strip(), text);
      return new Decision.DispatchKey(side.table(), side.columns());
    }
    int dot = lastDot(text);
    if (dot < 0) {
      throw new UserError("A dispatch key is written table.column, not " + text + ".");
    }
    TableName table = names.find(text.substring(0, dot));
    return new Decision.DispatchKey(table, List.of(column(table, text.substring(dot + 1))));
  }

  private Relation declared(String text) {
    List<Relation> byId =
        schema.relations().stream().filter(r -> r.id().equals(text.strip())).toList();
    if (!byId.isEmpty()) {
      return byId.getFirst();
    }
    return Words.find(text, "->", 0) >= 0 ? byColumns(text) : byName(text);
  }

  private Relation byColumns(String text) {
    Arrow arrow = arrow(text);
    List<Relation> found =
        keys(arrow.child()).stream()
            .filter(r -> r.childColumns().equals(arrow.childColumns()))
            .filter(r -> r.parent().equals(arrow.parent()))
            .filter(r ->
                arrow.parentColumns().isEmpty() || r.parentColumns().equals(arrow.parentColumns()))
            .toList();
    return one(found, text, arrow.child());
  }

  private Relation byName(String text) {
    int dot = lastDot(text);
    if (dot < 0) {
      throw new UserError("A relation is written child.constraint, not " + text + ".");
    }
    TableName child = names.find(text.substring(0, dot));
    String name = unquoted(text.substring(dot + 1));
    List<Relation> keys = keys(child);
    List<Relation> exact = keys.stream().filter(r -> r.name().equals(name)).toList();
    // Constraint names are not told apart by case in MySQL, and folded in PostgreSQL.
    return exact.isEmpty()
        ? one(keys.stream().filter(r -> r.name().equalsIgnoreCase(name)).toList(), text, child)
        : exact.getFirst();
  }

  private Relation one(List<Relation> found, String text, TableName child) {
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.size() > 1) {
      throw new UserError("The relation " + text + " is ambiguous: " + ids(found) + ".");
    }
    List<Relation> keys = keys(child);
    throw new UserError(
        "There is no relation "
            + text
            + "; "
            + (keys.isEmpty() ? child + " has no keys." : child + " has " + ids(keys) + "."));
  }

  private static String ids(List<Relation> relations) {
    return relations.stream().map(Relation::id).collect(Collectors.joining(", "));
  }

  private List<Relation> keys(TableName child) {
    return schema.relations().stream().filter(r -> r.child().equals(child)).toList();
  }

  private record Side(TableName table, List<String> columns) {}

  private record Arrow(
      TableName child,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      Optional<Relation.Discriminator> discriminator) {}

  private Arrow arrow(String text) {
    int at = Words.find(text, "->", 0);
    if (at < 0) {
      throw new UserError("A relation is written child(col,…)->parent(col,…), not " + text + ".");
    }
    Side child = side(text.substring(0, at).strip(), text);
    if (child.columns().isEmpty()) {
      throw new UserError("The relation " + text + " names no column of " + child.table() + ".");
    }
    String right = text.substring(at + 2).strip();
    int bracket = Words.find(right, "[", 0);
    Optional<Relation.Discriminator> only =
        bracket < 0
            ? Optional.empty()
            : Optional.of(discriminator(child.table(), right.substring(bracket), text));
    Side parent = side(bracket < 0 ? right : right.substring(0, bracket).strip(), text);
    return new Arrow(child.table(), child.columns(), parent.table(), parent.columns(), only);
  }

  private Side side(String text, String whole) {
    int open = Words.find(text, "(", 0);
    if (open < 0) {
      return new Side(names.find(text), List.of());
    }
    if (!text.endsWith(")")) {
      throw new UserError("A bracket is not closed in " + whole + ".");
    }
    TableName table = names.find(text.substring(0, open));
    List<String> columns =
        Words.commas(text.substring(open + 1, text.length() - 1)).stream()
            .map(c -> column(table, c))
            .toList();
    return new Side(table, columns);
  }

  private Relation.Discriminator discriminator(TableName child, String text, String whole) {
    int equals = Words.find(text, "=", 0);
    if (equals < 0 || !text.endsWith("]")) {
      throw new UserError("The condition of " + whole + " is written [column=value].");
    }
    String column = column(child, text.substring(1, equals));
    return new Relation.Discriminator(column, text.substring(equals + 1, text.length() - 1));
  }

  /** Columns are never told apart by case in MySQL; PostgreSQL folds unquoted ones. */
  private String column(TableName table, String text) {
    String name = unquoted(text);
    List<String> columns = known(table).columns().stream().map(Column::name).toList();
    if (columns.contains(name)) {
      return name;
    }
    List<String> near = columns.stream().filter(name::equalsIgnoreCase).toList();
    if (near.size() == 1) {
      return near.getFirst();
    }
    throw new UserError("Table " + table + " has no column " + name + ".");
  }

  private List<String> primaryKey(TableName table) {
    return known(table)
        .primaryKey()
        .map(key -> key.columns())
        .orElseThrow(
            () -> new UserError("Table " + table + " has no primary key; name its columns."));
  }

  private Table known(TableName table) {
    return Objects.requireNonNull(tables.get(table));
  }

  private static List<String> sides(String text, String shape) {
    int at = Words.find(text, "=", 0);
    if (at < 1 || at == text.length() - 1) {
      throw new UserError(text + " is not written " + shape + ".");
    }
    return List.of(text.substring(0, at).strip(), text.substring(at + 1).strip());
  }

  private static int lastDot(String text) {
    int last = -1;
    for (int at = Words.find(text, ".", 0); at >= 0; at = Words.find(text, ".", at + 1)) {
      last = at;
    }
    return last;
  }

  private static String unquoted(String text) {
    String stripped = text.strip();
    List<String> parts = TableNames.split(stripped);
    boolean quoted = stripped.startsWith("\"") || stripped.startsWith("`");
    return quoted && parts.size() == 1 ? parts.getFirst() : stripped;
  }
}
