package dev.shardwright.testing;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnRef;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Schemas with one thing changed. */
public final class Tables {
  private Tables() {}

  public static Schema changed(Schema schema, String table, UnaryOperator<Table> change) {
    TableName name = Schemas.table(table);
    List<Table> tables =
        schema.tables().stream().map(t -> t.name().equals(name) ? change.apply(t) : t).toList();
    return with(schema, tables, schema.relations(), schema.sequences());
  }

  public static Schema relations(Schema schema, UnaryOperator<Relation> change) {
    return with(
        schema,
        schema.tables(),
        schema.relations().stream().map(change).toList(),
        schema.sequences());
  }

  public static Schema relations(Schema schema, List<Relation> relations) {
    return with(schema, schema.tables(), relations, schema.sequences());
  }

  public static Schema sequences(Schema schema, List<Sequence> sequences) {
    return with(schema, schema.tables(), schema.relations(), sequences);
  }

  /** The same schema with a serial id in every table. */
  public static Schema serial(Schema schema) {
    List<Table> tables =
        schema.tables().stream()
            .map(t ->
                t.withColumns(
                    t.columns().stream()
                        .map(c -> c.name().equals("id") ? identity(c) : c)
                        .toList()))
            .toList();
    return with(schema, tables, schema.relations(), schema.sequences());
  }

  private static Column identity(Column c) {
    return c.identity(Column.Identity.BY_DEFAULT);
  }

  public static Column defaultOf(Column c, Optional<String> sql) {
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        sql,
        c.generated(),
        c.identity(),
        c.onUpdateSql(),
        c.collation(),
        c.comment());
  }

  /** A sequence of its own. */
  public static Sequence sequence(String name, BigInteger increment) {
    return sequence(name, increment, Optional.empty());
  }

  /** The same sequence as part of a column. */
  public static Sequence owned(Sequence s, String table, String column) {
    return sequence(
        s.name().name(), s.increment(), Optional.of(new ColumnRef(Schemas.table(table), column)));
  }

  private static Sequence sequence(String name, BigInteger increment, Optional<ColumnRef> owner) {
    return new Sequence(
        Schemas.table(name),
        "bigint",
        BigInteger.ONE,
        increment,
        BigInteger.ONE,
        BigInteger.valueOf(Long.MAX_VALUE),
        1,
        false,
        owner,
        false,
        Optional.empty());
  }

  public static Table bytes(Table t, long bytes) {
    return t.withBytes(OptionalLong.of(bytes));
  }

  /** The table with a CHECK more. */
  public static Table checked(Table t, String expression) {
    List<Check> checks = new ArrayList<>(t.checks());
    checks.add(new Check(expression, false, expression, "CHECK (" + expression + ")", true, true));
    return t.withChecks(checks);
  }

  /** The table with one column generated as a copy of another. */
  public static Table copying(Table t, String column, String from) {
    return t.withColumns(
        t.columns().stream().map(c -> c.name().equals(column) ? copy(c, from) : c).toList());
  }

  private static Column copy(Column c, String from) {
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.defaultSql(),
        Optional.of(new Column.Generated(from, true)),
        c.identity(),
        c.onUpdateSql(),
        c.collation(),
        c.comment());
  }

  public static Table inheriting(Table t, TableName parent) {
    return t.withInherits(List.of(parent));
  }

  private static Schema with(
      Schema s, List<Table> tables, List<Relation> relations, List<Sequence> sequences) {
    return new Schema(
        s.origin(),
        tables,
        relations,
        s.views(),
        s.routines(),
        sequences,
        s.events(),
        s.types(),
        s.extensions(),
        s.skipped());
  }
}
