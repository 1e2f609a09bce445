package dev.shardwright.export;

import static dev.shardwright.model.Column.Identity.ALWAYS;
import static java.util.stream.Collectors.joining;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table whose rows are written, all of them or those under a condition.
 *
 * @param source the table as the source's FROM names it, known as {@code t}
 * @param target the table as the file names it
 * @param condition a condition on the rows; empty for all
 * @param key the columns that order the rows and tell them apart; none if nothing does
 * @param late keys that cannot be set when a row is inserted
 * @param deep a key of the table to itself that can only be kept if rows come by their depth
 */
record DataTable(
    Table table,
    String source,
    String target,
    List<DataColumn> columns,
    Optional<String> condition,
    List<String> key,
    List<Late> late,
    Optional<Relation> deep,
    Dialect dialect) {

  DataTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    late = List.copyOf(late);
  }

  /**
   * A key that an UPDATE sets.
   *
   * @param columns its columns that are NULL until then
   * @param when the rows that need it: those whose parent is not there yet
   */
  record Late(Relation relation, List<String> columns, String when) {
    Late {
      columns = List.copyOf(columns);
    }
  }

  /** The rows to insert: the columns, and then for each late key whether it must wait. */
  String rows() {
    List<String> read = new ArrayList<>(columns.stream().map(DataColumn::read).toList());
    late.forEach(l -> read.add("CASE WHEN " + l.when() + " THEN '1' ELSE '0' END"));
    if (read.isEmpty() && dialect.product().isMySqlFamily()) {
      read.add("1"); // MySQL and MariaDB select at least one column
    }
    return rows(String.join(", ", read));
  }

  /** The rows in an order in which they can be inserted, each as the given expressions show it. */
  String rows(String shown) {
    return depth()
        + "SELECT "
        + shown
        + "\nFROM "
        + source
        + " t"
        + (deep.isPresent() ? "\nJOIN depth d ON " + deepJoin("d") : "")
        + where(condition)
        + order(deep.isPresent());
  }

  /** The keys and the late columns of the rows that an UPDATE must visit. */
  String later(Late l) {
    List<String> read = new ArrayList<>();
    key.forEach(c -> read.add(column(c).read()));
    l.columns().forEach(c -> read.add(column(c).read()));
    return later(l, String.join(", ", read));
  }

  /** The rows that an UPDATE must visit, each as the given expressions show it. */
  String later(Late l, String shown) {
    Optional<String> which =
        Optional.of(condition.map(c -> "(" + c + ") AND ").orElse("") + "(" + l.when() + ")");
    return "SELECT " + shown + "\nFROM " + source + " t" + where(which) + order(false);
  }

  /** True if what is read of each column is what its checksum takes. */
  boolean told() {
    return columns.stream().noneMatch(c -> c.form() == DataColumn.Form.BYTES);
  }

  DataColumn column(String name) {
    return columns.stream().filter(c -> c.column().name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * True if a row can only be inserted alone and by its defaults: PostgreSQL has no empty list of
   * columns.
   */
  boolean byDefault() {
    return columns.isEmpty() && !dialect.product().isMySqlFamily();
  }

  /** The beginning of an INSERT that forces every number; all of it if rows go by default. */
  String insertInto() {
    if (byDefault()) {
      return "INSERT INTO " + target + " DEFAULT VALUES";
    }
    boolean always = columns.stream().anyMatch(c -> c.column().identity() == ALWAYS);
    return "INSERT INTO "
        + target
        + " ("
        + quotedColumns()
        + ")"
        + (always ? " OVERRIDING SYSTEM VALUE" : "")
        + " VALUES";
  }

  /** The table as COPY names it, with its columns, if there are any. */
  String copied() {
    return target + (columns.isEmpty() ? "" : " (" + quotedColumns() + ")");
  }

  private String quotedColumns() {
    return columns.stream().map(c -> dialect.quote(c.column().name())).collect(joining(", "));
  }

  private static String where(Optional<String> condition) {
    return condition.map(c -> "\nWHERE " + c).orElse("");
  }

  private String order(boolean byDepth) {
    List<String> by = new ArrayList<>(byDepth ? List.of("d.depth") : List.of());
    key.forEach(c -> by.add("t." + dialect.quote(c)));
    return by.isEmpty() ? "" : "\nORDER BY " + String.join(", ", by);
  }

  // Rows that point at themselves stand at the top; each step down is one deeper.
  private String depth() {
    if (deep.isEmpty()) {
      return "";
    }
    Relation loop = deep.get();
    List<String> up = new ArrayList<>();
    List<String> self = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < loop.childColumns().size(); i++) {
      String child = "t." + dialect.quote(loop.childColumns().get(i));
      String parent = "t." + dialect.quote(loop.parentColumns().get(i));
      names.add(parent);
      self.add(child + " = " + parent);
      up.add(child + " = d.k" + (i + 1));
    }
    String keys =
        IntStream.rangeClosed(1, names.size()).mapToObj(i -> "k" + i).collect(joining(", "));
    String shown = String.join(", ", names);
    return "WITH RECURSIVE depth ("
        + keys
        + ", depth) AS (\n  SELECT "
        + shown
        + ", 0 FROM "
        + source
        + " t WHERE "
        + String.join(" AND ", self)
        + "\n  UNION ALL\n  SELECT "
        + shown
        + ", d.depth + 1 FROM "
        + source
        + " t JOIN depth d ON "
        + String.join(" AND ", up)
        + " WHERE NOT ("
        + String.join(" AND ", self)
        + ")\n)\n";
  }

  private String deepJoin(String alias) {
    List<String> parents = deep.map(Relation::parentColumns).orElse(List.of());
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < parents.size(); i++) {
      terms.add(alias + ".k" + (i + 1) + " = t." + dialect.quote(parents.get(i)));
    }
    return String.join(" AND ", terms);
  }
}
