package dev.shardwright.risk;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One step of a remedy: what it does to the schema, so that the plan can be derived as it would be
 * afterwards, and what {@link Ddl} writes it as.
 */
public sealed interface Change {

  /** The schema after the step; a step that does not fit changes nothing. */
  Schema on(Schema schema);

  /** What is known of the data after the step. */
  default Evidence on(Evidence evidence) {
    return evidence;
  }

  /** A new column, empty at first. */
  record AddColumn(TableName table, Column column) implements Change {
    @Override
    public Schema on(Schema schema) {
      return columns(
          schema,
          table,
          columns -> {
            List<Column> more = new ArrayList<>(columns);
            more.add(column);
            return more;
          });
    }
  }

  record DropColumn(TableName table, String column) implements Change {
    @Override
    public Schema on(Schema schema) {
      return columns(
          schema,
          table,
          columns -> columns.stream().filter(c -> !c.name().equals(column)).toList());
    }
  }

  /** From now on no row has a NULL there. */
  record NotNull(TableName table, Column column) implements Change {
    @Override
    public Schema on(Schema schema) {
      Schema next =
          columns(schema, table, columns -> each(columns, column, c -> c.nullable(false)));
      return relations(next, r -> r.child().equals(table) ? r.nullable(nullable(next, r)) : r);
    }

    private static boolean nullable(Schema schema, Relation r) {
      return schema.table(r.child()).map(t -> t.anyNullable(r.childColumns())).orElse(true);
    }
  }

  /** From now on a row may have a NULL there. */
  record AllowNull(TableName table, Column column) implements Change {
    @Override
    public Schema on(Schema schema) {
      Schema next = columns(schema, table, columns -> each(columns, column, c -> c.nullable(true)));
      return relations(
          next,
          r ->
              r.child().equals(table) && r.childColumns().contains(column.name())
                  ? r.nullable(true)
                  : r);
    }
  }

  /** Another type for a column, as a rule a wider one. */
  record Retype(TableName table, Column column, String type) implements Change {
    @Override
    public Schema on(Schema schema) {
      return columns(
          schema,
          table,
          columns -> each(columns, column, c -> c.type(new ColumnType(type, c.type().family()))));
    }
  }

  /** A number of its own for each row, made by the server: the primary key. */
  record AddIdentity(TableName table, String column) implements Change {
    @Override
    public Schema on(Schema schema) {
      Column number =
          Column.of(column, new ColumnType("bigint", TypeFamily.INTEGER), false)
              .identity(identity(schema));
      UniqueKey key = UniqueKey.of(table.name() + "_pkey", UniqueKey.Kind.PRIMARY, List.of(column));
      Schema next = new AddColumn(table, number).on(schema);
      return changed(
          next,
          table,
          t -> {
            List<UniqueKey> keys = new ArrayList<>(t.keys());
            keys.addFirst(key);
            return t.withKeys(keys);
          });
    }

    private static Column.Identity identity(Schema schema) {
      return schema.origin().product().isMySqlFamily()
          ? Column.Identity.AUTO_INCREMENT
          : Column.Identity.BY_DEFAULT;
    }
  }

  record AddUnique(TableName table, List<String> columns) implements Change {
    public AddUnique {
      columns = List.copyOf(columns);
    }

    @Override
    public Schema on(Schema schema) {
      UniqueKey key =
          UniqueKey.of(
              table.name() + "_" + String.join("_", columns) + "_key",
              UniqueKey.Kind.CONSTRAINT,
              columns);
      return changed(
          schema,
          table,
          t -> {
            List<UniqueKey> keys = new ArrayList<>(t.keys());
            keys.add(key);
            return t.withKeys(keys);
          });
    }
  }

  record AddCheck(TableName table, Check check) implements Change {
    @Override
    public Schema on(Schema schema) {
      return changed(
          schema,
          table,
          t -> {
            List<Check> checks = new ArrayList<>(t.checks());
            checks.add(check);
            return t.withChecks(checks);
          });
    }
  }

  record AddKey(Relation key) implements Change {
    @Override
    public Schema on(Schema schema) {
      List<Relation> relations = new ArrayList<>(schema.relations());
      relations.removeIf(r -> r.id().equals(key.id()));
      relations.add(key);
      return schema.with(schema.tables(), relations);
    }
  }

  record DropKey(Relation key) implements Change {
    @Override
    public Schema on(Schema schema) {
      return schema.with(
          schema.tables(),
          schema.relations().stream().filter(r -> !r.id().equals(key.id())).toList());
    }
  }

  /** The key stays but works in another way: another action, checked at another time. */
  record ReplaceKey(Relation key, Relation by) implements Change {
    @Override
    public Schema on(Schema schema) {
      return relations(schema, r -> r.id().equals(key.id()) ? by : r);
    }
  }

  /** A new table, with its keys to others. */
  record MakeTable(Table table, List<Relation> keys) implements Change {
    public MakeTable {
      keys = List.copyOf(keys);
    }

    @Override
    public Schema on(Schema schema) {
      List<Table> tables = new ArrayList<>(schema.tables());
      tables.add(table);
      List<Relation> relations = new ArrayList<>(schema.relations());
      relations.addAll(keys);
      return schema.with(tables, relations);
    }
  }

  record DropTrigger(Trigger trigger) implements Change {
    @Override
    public Schema on(Schema schema) {
      return changed(
          schema,
          trigger.table(),
          t -> t.withTriggers(t.triggers().stream().filter(x -> !x.equals(trigger)).toList()));
    }
  }

  record ReplaceTrigger(Trigger trigger, Trigger by) implements Change {
    @Override
    public Schema on(Schema schema) {
      return changed(
          schema,
          trigger.table(),
          t -> t.withTriggers(t.triggers().stream().map(x -> x.equals(trigger) ? by : x).toList()));
    }
  }

  /** Statements that change rows only; the plan does not see them before they are counted. */
  record Rows(String sql) implements Change {
    @Override
    public Schema on(Schema schema) {
      return schema;
    }
  }

  /**
   * Statements that change just the rows that a question counted: their effect is its answer
   * afterwards.
   *
   * @param figures what the answer's columns then hold
   */
  record Mend(String sql, Probe asked, Map<String, String> figures) implements Change {
    public Mend {
      figures = Map.copyOf(figures);
    }

    @Override
    public Schema on(Schema schema) {
      return schema;
    }

    @Override
    public Evidence on(Evidence evidence) {
      return evidence
          .answer(asked)
          .map(answer -> evidence.with(asked.sql(), answer.figures(figures)))
          .orElse(evidence);
    }
  }

  /**
   * Statements after which the answer to a question is known that could not be asked before.
   *
   * @param figures the answer's columns
   */
  record Settle(String sql, Probe asked, Map<String, String> figures) implements Change {
    public Settle {
      figures = Map.copyOf(figures);
    }

    @Override
    public Schema on(Schema schema) {
      return schema;
    }

    @Override
    public Evidence on(Evidence evidence) {
      return evidence.with(
          asked.sql(), new Evidence.Answer(List.of(figures), Optional.empty(), "", 0));
    }
  }

  private static Schema changed(Schema schema, TableName name, UnaryOperator<Table> change) {
    return schema.with(
        schema.tables().stream().map(t -> t.name().equals(name) ? change.apply(t) : t).toList(),
        schema.relations());
  }

  private static Schema columns(Schema schema, TableName name, UnaryOperator<List<Column>> change) {
    return changed(schema, name, t -> t.withColumns(change.apply(t.columns())));
  }

  private static List<Column> each(List<Column> columns, Column one, UnaryOperator<Column> change) {
    return columns.stream().map(c -> c.name().equals(one.name()) ? change.apply(c) : c).toList();
  }

  private static Schema relations(Schema schema, UnaryOperator<Relation> change) {
    return schema.with(schema.tables(), schema.relations().stream().map(change).toList());
  }

  /** The schema after all steps, in order. */
  static Schema after(Schema schema, List<Change> steps) {
    Schema changed = schema;
    for (Change step : steps) {
      changed = step.on(changed);
    }
    return changed;
  }

  /** A key as the server would name it. */
  static Relation key(
      TableName child,
      List<String> columns,
      TableName parent,
      List<String> parentColumns,
      boolean nullable) {
    String name = child.name() + "_" + String.join("_", columns) + "_fkey";
    return Relation.declared(child, name, columns, parent, parentColumns, nullable);
  }
}
