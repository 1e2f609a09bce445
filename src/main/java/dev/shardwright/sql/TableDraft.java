package dev.shardwright.sql;

import dev.shardwright.model.Check;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Partitioning;
import dev.shardwright.model.Relation;
import dev.shardwright.model.RowCount;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A table while its file is being read; ALTER TABLE changes it. */
final class TableDraft {
  private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "DELETE");

  TableName name;
  final List<ColumnDraft> columns = new ArrayList<>();
  final List<UniqueKey> keys = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();
  final List<ForeignKey> foreignKeys = new ArrayList<>();
  final List<Trigger> triggers = new ArrayList<>();

  /** Indexes that the server makes for foreign keys; they give way to ones that are written. */
  final Set<String> madeForKeys = new HashSet<>();

  Optional<String> engine = Optional.empty();
  Optional<String> comment = Optional.empty();
  Optional<Partitioning> partitioning = Optional.empty();
  Optional<String> partitionText = Optional.empty();
  final List<String> options = new ArrayList<>();

  TableDraft(TableName name) {
    this.name = name;
  }

  /**
   * A foreign key as written.
   *
   * @param parentColumns empty if none were named: the parent's primary key is meant
   */
  record ForeignKey(
      String name,
      List<String> columns,
      TableName parent,
      List<String> parentColumns,
      Relation.Action onDelete,
      Relation.Action onUpdate) {

    ForeignKey {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
    }
  }

  /** A column by its name, which MySQL compares without regard to case. */
  Optional<ColumnDraft> column(String column) {
    return columns.stream().filter(c -> c.name.equalsIgnoreCase(column)).findFirst();
  }

  /** The column's own spelling. */
  String spelled(String column) {
    return column(column).map(c -> c.name).orElse(column);
  }

  Optional<UniqueKey> primaryKey() {
    return keys.stream().filter(key -> key.kind() == UniqueKey.Kind.PRIMARY).findFirst();
  }

  /** True if some key or index begins with these columns, so that a foreign key needs no other. */
  boolean indexed(List<String> wanted) {
    return keys.stream().anyMatch(key -> begins(key.parts(), wanted))
        || indexes.stream()
            .filter(index -> index.method().equals("btree"))
            .anyMatch(index -> begins(index.parts(), wanted));
  }

  /** Takes out the made indexes whose columns another key or index begins with. */
  void dropNeedlessIndexes() {
    List<Index> needless =
        indexes.stream()
            .filter(index -> madeForKeys.contains(index.name()))
            .filter(this::coveredByAnother)
            .toList();
    indexes.removeAll(needless);
  }

  private boolean coveredByAnother(Index made) {
    List<String> wanted = made.parts().stream().map(KeyPart::text).toList();
    return keys.stream().anyMatch(key -> begins(key.parts(), wanted))
        || indexes.stream()
            .filter(index -> !madeForKeys.contains(index.name()) && index.method().equals("btree"))
            .anyMatch(index -> begins(index.parts(), wanted));
  }

  private static boolean begins(List<KeyPart> parts, List<String> wanted) {
    if (parts.size() < wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!parts.get(i).wholeColumn() || !parts.get(i).text().equalsIgnoreCase(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A free name for a key without one: its first column, or that with a number. */
  String freeKeyName(String first) {
    String candidate = first;
    for (int i = 2; taken(candidate); i++) {
      candidate = first + "_" + i;
    }
    return candidate;
  }

  private boolean taken(String candidate) {
    return keys.stream().anyMatch(key -> key.name().equalsIgnoreCase(candidate))
        || indexes.stream().anyMatch(index -> index.name().equalsIgnoreCase(candidate));
  }

  Table table() {
    List<UniqueKey> sortedKeys =
        keys.stream()
            .sorted(
                Comparator.comparing((UniqueKey key) -> key.kind() != UniqueKey.Kind.PRIMARY)
                    .thenComparing(UniqueKey::name))
            .toList();
    return new Table(
        name,
        columns.stream().map(ColumnDraft::column).toList(),
        sortedKeys,
        indexes.stream().sorted(Comparator.comparing(Index::name)).toList(),
        checks.stream().sorted(Comparator.comparing(Check::name)).toList(),
        inOrderOfRunning(),
        partitioning,
        List.of(),
        Optional.of(engine.orElse("InnoDB")),
        options.stream().sorted().toList(),
        comment,
        RowCount.UNKNOWN,
        OptionalLong.empty(),
        Optional.of(definition()));
  }

  private List<Trigger> inOrderOfRunning() {
    return triggers.stream()
        .sorted(
            Comparator.comparing((Trigger trigger) -> trigger.timing().equals("AFTER"))
                .thenComparingInt(trigger -> EVENTS.indexOf(trigger.events().getFirst())))
        .toList();
  }

  /** The table's text as SHOW CREATE TABLE would print it: one item a line. */
  String definition() {
    List<String> items = new ArrayList<>();
    columns.forEach(column -> items.add(column.definition()));
    primaryKey().ifPresent(key -> items.add("PRIMARY KEY " + parts(key.parts())));
    keys.stream()
        .filter(key -> key.kind() != UniqueKey.Kind.PRIMARY)
        .forEach(key ->
            items.add(
                "UNIQUE KEY "
                    + MySqlName.quoted(key.name())
                    + " "
                    + parts(key.parts())
                    + comment(key.comment())));
    indexes.forEach(index -> items.add(indexText(index)));
    foreignKeys.forEach(key -> items.add(keyText(key)));
    checks.forEach(check ->
        items.add(
            "CONSTRAINT "
                + MySqlName.quoted(check.name())
                + " CHECK ("
                + check.expression()
                + ")"
                + (check.enforced() ? "" : " NOT ENFORCED")));
    String tail = " ENGINE=" + engine.orElse("InnoDB");
    for (String option : options) {
      tail += " " + (option.startsWith("CHARSET=") ? "DEFAULT " : "") + option;
    }
    tail += comment.map(c -> " COMMENT=" + ColumnDraft.literal(c)).orElse("");
    tail += partitionText.map(p -> "\n" + p).orElse("");
    return "CREATE TABLE "
        + MySqlName.quoted(name.name())
        + " (\n  "
        + String.join(",\n  ", items)
        + "\n)"
        + tail;
  }

  private static String indexText(Index index) {
    String kind =
        switch (index.method()) {
          case "fulltext" -> "FULLTEXT KEY ";
          case "spatial" -> "SPATIAL KEY ";
          default -> "KEY ";
        };
    return kind
        + MySqlName.quoted(index.name())
        + " "
        + parts(index.parts())
        + (index.method().equals("hash") ? " USING HASH" : "")
        + comment(index.comment());
  }

  private static String comment(Optional<String> comment) {
    return comment.map(c -> " COMMENT " + ColumnDraft.literal(c)).orElse("");
  }

  private static String parts(List<KeyPart> parts) {
    return "("
        + String.join(
            ",",
            parts.stream()
                .map(part ->
                    (part.expression() ? "(" + part.text() + ")" : MySqlName.quoted(part.text()))
                        + (part.prefixLength().isPresent()
                            ? "(" + part.prefixLength().getAsInt() + ")"
                            : "")
                        + (part.descending() ? " DESC" : ""))
                .toList())
        + ")";
  }

  private String keyText(ForeignKey key) {
    String parent =
        (key.parent().schema().equals(name.schema())
                ? ""
                : MySqlName.quoted(key.parent().schema()) + ".")
            + MySqlName.quoted(key.parent().name());
    return "CONSTRAINT "
        + MySqlName.quoted(key.name())
        + " FOREIGN KEY ("
        + MySqlName.quoted(key.columns()).replace(",", ", ")
        + ") REFERENCES "
        + parent
        + " ("
        + MySqlName.quoted(key.parentColumns()).replace(",", ", ")
        + ")"
        + action(" ON DELETE ", key.onDelete())
        + action(" ON UPDATE ", key.onUpdate());
  }

  private static String action(String event, Relation.Action action) {
    return action == Relation.Action.NO_ACTION ? "" : event + action.name().replace('_', ' ');
  }
}
