package dev.shardwright.export;

import dev.shardwright.model.Check;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A constraint of PostgreSQL that was never proved for the rows that are there (NOT VALID): new
 * rows that break it are refused, and those of a data file are new.
 *
 * @param table the table's name in SQL
 * @param add puts it where no such constraint is
 * @param comments what is said about it
 */
record Unproven(String table, String name, String add, List<String> comments) {

  Unproven {
    comments = List.copyOf(comments);
  }

  /** A key, whose text may hold the words already. */
  static Unproven of(Part part, Relation key) {
    String table = part.name(key.child());
    String words =
        key.definition().isPresent() || key.trusted()
            ? ""
            : key.enforced() ? " NOT VALID" : " NOT ENFORCED";
    String on = on(part, key.name(), table);
    return new Unproven(
        table,
        part.dialect().quote(key.name()),
        "ALTER TABLE " + table + "\n  ADD " + new ForeignKeys(part).clause(key) + words,
        key.comment().map(c -> on + part.dialect().literal(c)).stream().toList());
  }

  /** A check. */
  static Unproven of(Part part, Table table, Check check) {
    String of = part.name(table.name());
    String name = part.dialect().quote(check.name());
    String text = "CONSTRAINT " + name + " " + check.definition();
    String on = on(part, check.name(), of);
    return new Unproven(
        of,
        name,
        "ALTER TABLE " + of + " ADD " + (text.contains("NOT VALID") ? text : text + " NOT VALID"),
        table.options().stream().filter(option -> option.startsWith(on)).toList());
  }

  /** Those that hold for new rows of some tables. */
  static List<Unproven> of(Part part, List<Table> tables) {
    List<Unproven> all = new ArrayList<>();
    for (Table table : tables) {
      table.checks().stream()
          .filter(check -> check.enforced() && !check.validated() && part.declares(table, check))
          .forEach(check -> all.add(of(part, table, check)));
      part.atEnd().stream()
          .filter(key -> key.child().equals(table.name()))
          .filter(key -> key.enforced() && !key.validated())
          .forEach(key -> all.add(of(part, key)));
    }
    return all;
  }

  String drop() {
    return "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
  }

  /** Puts it back as it was. */
  Stream<String> back() {
    return Stream.concat(Stream.of(add), comments.stream().map(SqlText::unterminated));
  }

  private static String on(Part part, String name, String table) {
    return "COMMENT ON CONSTRAINT " + part.dialect().quote(name) + " ON " + table + " IS ";
  }
}
