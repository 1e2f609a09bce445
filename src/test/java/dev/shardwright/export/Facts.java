package dev.shardwright.export;

import dev.shardwright.model.Check;
import dev.shardwright.model.Column;
import dev.shardwright.model.Index;
import dev.shardwright.model.KeyPart;
import dev.shardwright.model.Relation;
import dev.shardwright.model.Routine;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Sequence;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.model.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a schema says, one fact a line, so that two schemas can be compared and told apart. */
final class Facts {
  private final Set<String> lines = new TreeSet<>();
  private final String database;

  private Facts(String database) {
    this.database = database;
  }

  /**
   * The facts of a schema.
   *
   * @param database the name of the database, which does not matter
   */
  static Set<String> of(Schema schema, String database) {
    Facts facts = new Facts(database);
    schema.tables().forEach(facts::table);
    schema.relations().forEach(facts::relation);
    schema.views().forEach(facts::view);
    schema.routines().forEach(facts::routine);
    schema.sequences().forEach(facts::sequence);
    schema.types().forEach(t -> facts.lines.add("type " + t.definition() + t.comment()));
    return facts.lines;
  }

  private void table(Table table) {
    String name = name(table.name());
    lines.add("table " + name + " " + table.engine() + table.comment());
    int place = 0;
    for (Column column : table.columns()) {
      lines.add("column " + name + " " + place++ + " " + column(column));
    }
    table.keys().forEach(key -> lines.add("key " + name + " " + key(key)));
    table.indexes().forEach(index -> lines.add("index " + name + " " + index(index)));
    table.checks().forEach(check -> lines.add("check " + name + " " + check(check)));
    table.triggers().forEach(trigger -> lines.add("trigger " + name + " " + trigger(trigger)));
    // Aria's own choice, which SHOW CREATE prints and a server that reads it back takes for a wish
    table.options().stream()
        .filter(option -> !option.equals("page_checksum=1"))
        .forEach(option -> lines.add("option " + name + " " + option));
    table.inherits().forEach(up -> lines.add("inherits " + name + " " + up));
    table
        .partitioning()
        .ifPresent(p -> {
          lines.add("partitioned " + name + " " + p.key());
          p.partitions()
              .forEach(each ->
                  lines.add(
                      "partition "
                          + name(each.name())
                          + " "
                          + name(each.parent())
                          + each.bound().replace("'", "") // PostgreSQL quotes those of a wider key
                          + each.below()));
        });
  }

  private String column(Column c) {
    return c.name()
        + " "
        + c.type().sql().replaceFirst("^bigint\\(20\\)", "bigint") // MariaDB shows a width
        + (c.nullable() ? "" : " NOT NULL ")
        + c.defaultSql().map(this::anonymous)
        + c.generated()
        + c.identity()
        + c.onUpdateSql()
        + c.collation()
        + c.comment();
  }

  private String key(UniqueKey key) {
    return key.name()
        + key.kind()
        + parts(key.parts())
        + key.nullsNotDistinct()
        + key.predicate()
        + key.deferrable()
        + key.definition()
        + key.comment();
  }

  private static String parts(List<KeyPart> parts) {
    return parts.stream().map(KeyPart::toString).collect(Collectors.joining());
  }

  private static String index(Index i) {
    return i.name() + parts(i.parts()) + i.method() + i.predicate() + i.definition() + i.comment();
  }

  private static String check(Check c) {
    return c.name() + c.definition() + c.enforced() + c.validated();
  }

  private String trigger(Trigger t) {
    return t.name() + t.timing() + t.events() + t.perRow() + t.enabled() + t.body();
  }

  private void relation(Relation r) {
    lines.add(
        "relation "
            + name(r.child())
            + " "
            + r.name()
            + r.childColumns()
            + name(r.parent())
            + r.parentColumns()
            + r.nullable()
            + r.onDelete()
            + r.onUpdate()
            + r.match()
            + r.deferral()
            + r.validated()
            + r.enforced());
  }

  private void view(View v) {
    lines.add(
        "view "
            + name(v.name())
            + v.materialized()
            + v.uses().stream().map(this::name).toList()
            + v.definition().map(this::anonymous)
            + v.comment());
  }

  private void routine(Routine r) {
    lines.add(
        "routine "
            + name(new TableName(r.schema(), r.name()))
            + r.signature()
            + r.kind()
            + r.body()
            + r.definition().map(this::anonymous)
            + r.comment());
  }

  private void sequence(Sequence s) {
    lines.add(
        "sequence "
            + name(s.name())
            + s.type()
            + " "
            + s.start()
            + "/"
            + s.increment()
            + "/"
            + s.min()
            + "/"
            + s.max()
            + s.cache()
            + s.cycle()
            + s.owner()
            + s.identity()
            + s.comment());
  }

  private String name(TableName name) {
    return name.schema().equals(database) ? "." + name.name() : name.toString();
  }

  private String anonymous(String sql) {
    return sql.replace("`" + database + "`.", "");
  }
}
