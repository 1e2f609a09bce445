package dev.shardwright.risk;

import dev.shardwright.dialect.Dialect;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables, rows and joins as pieces of read-only questions to the data.
 *
 * <p>A row is told by what writes its columns, so that the same join can start at a table or at
 * rows counted together.
 *
 * @param inherited PostgreSQL: tables from which others inherit; reading them needs ONLY, or the
 *     rows of the others come along
 */
record Sql(Dialect dialect, Set<TableName> inherited) {

  static Sql of(Situation situation) {
    return new Sql(situation.dialect(), situation.inherited());
  }

  /** A table as FROM and JOIN name it. */
  String table(TableName name) {
    return (inherited.contains(name) ? "ONLY " : "") + dialect.qualified(name);
  }

  String column(String alias, String name) {
    return alias + "." + dialect.quote(name);
  }

  String columns(String alias, List<String> names) {
    return String.join(", ", columns(names, row(alias)));
  }

  /** The row of a table under this alias. */
  UnaryOperator<String> row(String alias) {
    return column -> column(alias, column);
  }

  /** The columns of a row, one expression each. */
  List<String> columns(List<String> names, UnaryOperator<String> row) {
    return names.stream().map(row).toList();
  }

  /** The condition that joins a child row to its parent's, over all columns. */
  String joined(String child, Relation relation, String parent) {
    return leads(relation, row(child), row(parent));
  }

  /** True where the child row's key leads to the parent row; all columns count. */
  String leads(Relation relation, UnaryOperator<String> child, UnaryOperator<String> parent) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < relation.childColumns().size(); i++) {
      terms.add(
          parent.apply(relation.parentColumns().get(i))
              + " = "
              + child.apply(relation.childColumns().get(i)));
    }
    relation.discriminator().ifPresent(d -> terms.add(holds(d, child)));
    return String.join(" AND ", terms);
  }

  /** True where a type/id pair means the relation's parent. */
  String holds(Relation.Discriminator pair, UnaryOperator<String> child) {
    return child.apply(pair.column()) + " = " + dialect.literal(pair.value());
  }

  /** True where none of the columns is NULL. */
  String allSet(String alias, Collection<String> names) {
    return names.stream()
        .map(n -> column(alias, n) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }

  /** Numbered aliases for the tables of one question. */
  static Supplier<String> aliases(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return () -> prefix + number.incrementAndGet();
  }

  /** {@code expression AS name1, …}. */
  static String named(List<String> expressions, String name) {
    return IntStream.range(0, expressions.size())
        .mapToObj(i -> expressions.get(i) + " AS " + name + (i + 1))
        .collect(Collectors.joining(", "));
  }

  /** {@code alias.name1, alias.name2 …}. */
  static List<String> numbered(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> name + i).toList();
  }

  static String list(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return String.join(", ", all);
  }
}
