package dev.shardwright.export;

import dev.shardwright.model.Check;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constraint of PostgreSQL that is put on a table that is there.
 *
 * @param table the table's name in SQL
 * @param add puts it where no such constraint is
 * @param comments what is said about it
 */
record LateConstraint(String table, String name, String add, List<String> comments) {

  LateConstraint {
    comments = List.copyOf(comments);
  }

  /** A key, whose text may hold the words already. */
  static LateConstraint of(Part part, Relation key) {
    String table = part.name(key.child());
    String words =
        key.definition().isPresent() || key.trusted()
            ? ""
            : key.enforced() ? " NOT VALID" : " NOT ENFORCED";
    String on = on(part, key.name(), table);
    return new LateConstraint(
        table,
        part.dialect().quote(key.name()),
        "ALTER TABLE " + table + "\n  ADD " + new ForeignKeys(part).clause(key) + words,
        key.comment().map(c -> on + part.dialect().literal(c)).stream().toList());
  }

  /** A check. */
  static LateConstraint of(Part part, Table table, Check check) {
    String of = part.name(table.name());
    String name = part.dialect().quote(check.name());
    String text = "CONSTRAINT " + name + " " + check.definition();
    String on = on(part, check.name(), of);
    return new LateConstraint(
        of,
        name,
        "ALTER TABLE " + of + " ADD " + (text.contains("NOT VALID") ? text : text + " NOT VALID"),
        table.options().stream().filter(option -> option.startsWith(on)).toList());
  }

  /**
   * Those of some tables that were never proved for the rows that are there (NOT VALID): new rows
   * that break them are refused, and those of a data file are new.
   */
  static List<LateConstraint> unproven(Part part, List<Table> tables) {
    List<LateConstraint> all = new ArrayList<>();
    for (Table table : tables) {
      table.checks().stream()
          .filter(check -> check.enforced() && !check.validated() && part.declares(table, check))
          .forEach(check -> all.add(of(part, table, check)));
    }
    Set<TableName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
    part.atEnd().stream()
        .filter(key -> key.enforced() && !key.validated() && names.contains(key.child()))
        .forEach(key -> all.add(of(part, key)));
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
